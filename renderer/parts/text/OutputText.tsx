import type { Output, ReadingView } from '../../../shared/contract/reviews/reviews.ts'
import type { Segment } from '../../../shared/domain/text/word-diff.ts'
import layout from '../../ui/layout/layout.module.css'
import { classNames } from '../../ui/lib/class-names.ts'
import { ChangedText, ComparedText } from './ComparedText.tsx'
import { PlainText } from './PlainText.tsx'
import styles from './reading.module.css'
import type { Comparisons } from './reading-text.ts'
import { words } from './words.ts'

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
        <>
          {output.finalText === output.aiText && <p className={styles.remark}>{words.usedAsTheAiWrote}</p>}
          <ComparedText pieces={comparisons.of(output).folded} />
        </>
      )
    case 'ai':
      return <Whole text={output.aiText} none={words.theAiWroteNothing} />
    case 'final':
      return <Whole text={output.finalText ?? ''} none={words.nothingOfItWasUsed} />
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

function SideBySide({ segments }: { segments: readonly Segment[] }) {
  const sides = [
    { title: words.aiVersion, without: 'added' },
    { title: words.final, without: 'removed' },
  ] as const
  return (
    <div className={classNames(layout.halves, styles.sides)}>
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
