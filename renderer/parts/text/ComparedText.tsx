import { useState } from 'react'
import type { FoldedSegment, Segment } from '../../../shared/domain/text/word-diff.ts'
import { PlainText } from './PlainText.tsx'
import styles from './reading.module.css'
import { words } from './words.ts'

type Piece = Segment | FoldedSegment

/** A comparison in one run of text; a folded passage opens where it stands. */
export function ComparedText({ pieces }: { pieces: readonly Piece[] }) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const isFolded = (index: number) => pieces[index]?.kind === 'folded' && !opened.has(index)
  return (
    <div className={styles.text} dir="auto">
      {pieces.map((piece, index) =>
        piece.kind === 'folded' && isFolded(index) ? (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one comparison never move
            key={index}
            type="button"
            className={styles.fold}
            onClick={() => setOpened(new Set(opened).add(index))}
          >
            {words.sentencesTheSame(piece.sentences)}
          </button>
        ) : (
          <ChangedText
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one comparison never move
            key={index}
            kind={piece.kind === 'folded' ? 'same' : piece.kind}
            text={trimmedBesideFolds(piece.text, isFolded(index - 1), isFolded(index + 1))}
          />
        ),
      )}
    </div>
  )
}

/** A folded line stands on its own, so the line breaks around it would leave holes. */
function trimmedBesideFolds(text: string, isAfterFold: boolean, isBeforeFold: boolean): string {
  const from = isAfterFold ? text.replace(/^\s*\n/, '') : text
  return isBeforeFold ? from.replace(/\n\s*$/, '') : from
}

/** A piece of a comparison, marked by what happened to it. */
export function ChangedText({ kind, text }: { kind: Segment['kind']; text: string }) {
  const content = <PlainText text={text} />
  if (kind === 'added') return <ins>{content}</ins>
  return kind === 'removed' ? <del>{content}</del> : content
}
