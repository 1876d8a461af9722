import { Button } from '@mantine/core'
import { KeyList } from '../../../ui/keys/KeyHelp.tsx'
import { Dialog } from '../../../ui/layout/Dialog.tsx'
import styles from './compare.module.css'
import { compareKeys } from './judge-keys.ts'

/** Every key of the blind comparison. */
export function CompareKeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose} actions={<Button onClick={onClose}>Close</Button>}>
      <KeyList title="While comparing" rows={compareKeys} />
      <p className={styles.quiet}>
        Single keys work only while no text field is in use. They can be switched off in Settings.
      </p>
    </Dialog>
  )
}
