import { PlainText } from './PlainText.tsx'
import styles from './reading.module.css'

/** What was asked of the AI, exactly as it was; folded to two lines if wanted. */
export function Asked({ text, isFolded = false }: { text: string; isFolded?: boolean }) {
  return (
    <p className={styles.asked} dir="auto" data-folded={isFolded || undefined}>
      <PlainText text={text} />
    </p>
  )
}
