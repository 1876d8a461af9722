import { PlainText } from './PlainText.tsx'
import styles from './reading.module.css'

/** A wording to read, exactly as it is written. */
export function ReadingText({ text }: { text: string }) {
  return (
    <div className={styles.text} dir="auto">
      <PlainText text={text} />
    </div>
  )
}
