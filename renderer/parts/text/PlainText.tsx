import { piecesOf } from './hidden-characters.ts'
import styles from './reading.module.css'

/** Text exactly as it is; characters that nobody would see are named instead of left to work unseen. */
export function PlainText({ text }: { text: string }) {
  const pieces = piecesOf(text)
  if (pieces.every(({ hidden }) => hidden === null)) return text
  return pieces.map(({ text: piece, hidden }, index) =>
    hidden === null ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
      <span key={index} className={styles.hidden}>
        {hidden}
      </span>
    ),
  )
}
