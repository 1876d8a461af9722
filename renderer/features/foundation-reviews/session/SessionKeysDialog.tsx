import { Button } from '@mantine/core'
import { KeyList } from '../../../ui/keys/KeyHelp.tsx'
import { Dialog } from '../../../ui/layout/Dialog.tsx'
import styles from './foundation.module.css'
import { foundationKeys } from './session-keys.ts'

/** Every key of the session. */
export function SessionKeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose} actions={<Button onClick={onClose}>Close</Button>}>
      <KeyList title="In a Foundation review" rows={foundationKeys} />
      <p className={styles.quiet}>
        Single keys work only while no text field is in use. They can be switched off in Settings.
      </p>
    </Dialog>
  )
}
