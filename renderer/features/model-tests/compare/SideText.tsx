import { memo } from 'react'
import { PlainText } from '../../../parts/text/PlainText.tsx'
import type { SidePiece, Sides } from './comparison.ts'
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

/** Why nothing is underlined in two texts that are not the same. */
export function UnlikeNote({ sides: { areUnlike, left, right } }: { sides: Sides }) {
  const areBothThere = left.words > 0 && right.words > 0
  return areUnlike && areBothThere ? <p className={styles.quiet}>{words.littleInCommon}</p> : null
}

function Piece({ piece: { text, isOnlyHere } }: { piece: SidePiece }) {
  const content = <PlainText text={text} />
  return isOnlyHere ? <mark>{content}</mark> : content
}
