import { Button } from '@mantine/core'
import styles from './compare.module.css'
import { words as say } from './words.ts'

type Props = { readonly words: string; readonly onStop: () => void; readonly onGoOn: () => void }

/** Says once that judging can end here; it never says which way. */
export function BellLine({ words, onStop, onGoOn }: Props) {
  return (
    <div className={styles.bell} role="status">
      <p>{words}</p>
      <Button variant="default" size="xs" onClick={onStop}>
        {say.stopHereAndReveal}
      </Button>
      <Button variant="subtle" size="xs" onClick={onGoOn}>
        {say.goOn}
      </Button>
    </div>
  )
}
