import styles from './reading.module.css'
import { WordingText } from './WordingText.tsx'

/** A wording to read, as it is written, its tables as tables. */
export function ReadingText({ text }: { text: string }) {
  return (
    <div className={styles.text} dir="auto">
      <WordingText text={text} />
    </div>
  )
}
