import { useRef } from 'react'
import type { Output, ReadingView } from '../../../shared/contract/reviews/reviews.ts'
import { hasNoText } from '../../../shared/domain/reviews/by-reference.ts'
import type { Segment } from '../../../shared/domain/text/word-diff.ts'
import layout from '../../ui/layout/layout.module.css'
import { classNames } from '../../ui/lib/class-names.ts'
import { ChangedText, ComparedText } from './ComparedText.tsx'
import { CopyButton } from './CopyButton.tsx'
import { PlainText } from './PlainText.tsx'
import styles from './reading.module.css'
import type { Comparisons } from './reading-text.ts'
import { words } from './words.ts'

type Props = {
  readonly output: Output
  readonly view: ReadingView
  readonly comparisons: Comparisons
}

/** The output in the chosen view; by reference, where to look it up. */
export function OutputText({ output, view, comparisons }: Props) {
  if (hasNoText(output)) return <Reference at={output.externalId ?? ''} />
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

function Reference({ at }: { at: string }) {
  const source = useRef<HTMLElement>(null)
  return (
    <div className={styles.reference}>
      <p className={styles.remark}>{words.byReference(isLink(at))}</p>
      <b ref={source}>{at}</b>
      <CopyButton label={isLink(at) ? words.copyTheLink : words.copyTheId} text={at} source={source} />
    </div>
  )
}

const isLink = (text: string) => /^https?:/i.test(text)

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
