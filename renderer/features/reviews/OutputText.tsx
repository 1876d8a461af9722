import { useState } from 'react'
import type { Output, ReadingView } from '../../../shared/contract/reviews.ts'
import type { FoldedSegment, Segment } from '../../../shared/domain/word-diff.ts'
import { PlainText } from './PlainText.tsx'
import styles from './reading.module.css'
import type { Comparisons } from './reading-text.ts'

type Props = {
  readonly output: Output
  readonly view: ReadingView
  readonly comparisons: Comparisons
}

/** The output in the chosen view. */
export function OutputText({ output, view, comparisons }: Props) {
  switch (view) {
    case 'changes':
      return (
        <Changes pieces={comparisons.of(output).folded} isUnchanged={output.finalText === output.aiText} />
      )
    case 'ai':
      return <Whole text={output.aiText} none="The AI wrote nothing." />
    case 'final':
      return (
        <Whole text={output.finalText ?? ''} none="Nothing of it was used: the final version is empty." />
      )
    case 'side_by_side':
      return <SideBySide segments={comparisons.of(output).segments} />
  }
}

function Whole({ text, none }: { text: string; none: string }) {
  if (text.trim() === '') return <p className={styles.remark}>{none}</p>
  return (
    <div className={styles.text} dir="auto">
      <PlainText text={text} />
    </div>
  )
}

type Piece = Segment | FoldedSegment

function Changes({ pieces, isUnchanged }: { pieces: readonly Piece[]; isUnchanged: boolean }) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const isFolded = (index: number) => pieces[index]?.kind === 'folded' && !opened.has(index)
  return (
    <>
      {isUnchanged && <p className={styles.remark}>Used as the AI wrote it: nothing was changed.</p>}
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
              {piece.sentences} sentences the same
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
    </>
  )
}

/** A folded line stands on its own, so the line breaks around it would leave holes. */
function trimmedBesideFolds(text: string, isAfterFold: boolean, isBeforeFold: boolean): string {
  const from = isAfterFold ? text.replace(/^\s*\n/, '') : text
  return isBeforeFold ? from.replace(/\n\s*$/, '') : from
}

function ChangedText({ kind, text }: { kind: Segment['kind']; text: string }) {
  const content = <PlainText text={text} />
  if (kind === 'added') return <ins>{content}</ins>
  return kind === 'removed' ? <del>{content}</del> : content
}

function SideBySide({ segments }: { segments: readonly Segment[] }) {
  const sides = [
    { title: 'AI version', without: 'added' },
    { title: 'Final', without: 'removed' },
  ] as const
  return (
    <div className={styles.sides}>
      {sides.map(({ title, without }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <div className={styles.text} dir="auto">
            {segments.map((segment, index) =>
              segment.kind === without ? null : (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one comparison never move
                <ChangedText key={index} kind={segment.kind} text={segment.text} />
              ),
            )}
          </div>
        </section>
      ))}
    </div>
  )
}
