import { memo } from 'react'
import { PlainText } from '../../../parts/text/PlainText.tsx'
import type { SidePiece } from './comparison.ts'
import styles from './pair.module.css'
import { words } from './words.ts'

/** One side's text, whole, with what the other side has not underlined. */
export const SideText = memo(function SideText({ pieces }: { pieces: readonly SidePiece[] }) {
  if (pieces.every(({ text }) => text.trim() === '')) {
    return <p className={styles.quiet}>{words.nothingCameBack}</p>
  }
  return (
    <div className={styles.text} dir="auto">
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one comparison never move
        <Piece key={index} piece={piece} />
      ))}
    </div>
  )
})

function Piece({ piece: { text, isOnlyHere } }: { piece: SidePiece }) {
  const content = <PlainText text={text} />
  return isOnlyHere ? <mark>{content}</mark> : content
}
