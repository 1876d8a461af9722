import styles from '../documents/documents.module.css'
import { PlainText } from './PlainText.tsx'

/** A wording to read, exactly as it is written. */
export function ReadingText({ text }: { text: string }) {
  return (
    <div className={styles.text} dir="auto">
      <PlainText text={text} />
    </div>
  )
}
