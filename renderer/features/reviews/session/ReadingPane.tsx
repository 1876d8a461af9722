import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { ReadingView, ReviewItem } from '../../../../shared/contract/reviews/reviews.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import { AddToStandardInputs } from '../../../parts/standard-inputs/AddToStandardInputs.tsx'
import { OutputText } from '../../../parts/text/OutputText.tsx'
import { Request } from '../../../parts/text/Request.tsx'
import styles from '../../../parts/text/reading.module.css'
import type { Comparisons } from '../../../parts/text/reading-text.ts'
import { ViewSwitch } from '../../../parts/text/ViewSwitch.tsx'
import { KeyHint } from '../../../ui/keys/KeyHelp.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import { readingKeys } from './shortcuts.ts'
import { words } from './words.ts'

export type ReadingHandle = { readonly turnPage: (by: 1 | -1) => void }

type Props = {
  readonly ref: Ref<ReadingHandle>
  readonly item: ReviewItem
  readonly view: ReadingView
  readonly comparisons: Comparisons
  readonly singleKeys: boolean
  /** Where this output was scrolled to when it was last left; read when the output changes. */
  readonly startScroll: number
  readonly onView: (view: ReadingView) => void
  readonly onScroll: (top: number) => void
}

/** The output to judge: what was asked, what the AI wrote, and what became of it. */
export function ReadingPane(props: Props) {
  const { ref, item, view, comparisons, singleKeys, startScroll, onView, onScroll } = props
  const pane = useRef<HTMLElement>(null)
  const { output } = item
  const hasFinal = output.finalText !== null

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another output moves the text by itself
  useLayoutEffect(() => {
    if (pane.current) pane.current.scrollTop = startScroll
  }, [item.id])

  useImperativeHandle(ref, () => ({
    turnPage: (by) => pane.current?.scrollBy({ top: by * (pane.current.clientHeight - 78) }),
  }))

  return (
    <section
      ref={pane}
      className={styles.pane}
      aria-label={words.output}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
      tabIndex={0}
      data-key-area="reading"
      onScroll={(event) => onScroll(event.currentTarget.scrollTop)}
    >
      <div className={styles.head}>
        {hasFinal ? (
          <>
            <ViewSwitch view={view} onView={onView} />
            <KeyHint of={readingKeys.view} singleKeys={singleKeys} />
          </>
        ) : (
          <span className={styles.facts}>{words.aiVersionNoFinalVersion}</span>
        )}
        <span className={styles.facts}>{factsOf(item)}</span>
      </div>
      {output.request !== null && output.request !== '' && <Request key={item.id} text={output.request} />}
      <OutputText
        key={`${item.id} ${view}`}
        output={output}
        view={hasFinal ? view : 'ai'}
        comparisons={comparisons}
      />
      <AddToStandardInputs key={`add ${item.id}`} itemId={item.id} />
    </section>
  )
}

function factsOf({ output }: ReviewItem): string {
  const facts = [
    output.occurredOn && formatDay(output.occurredOn, locale),
    output.person,
    output.externalId,
    output.copies > 1 && words.theSame(output.copies),
  ]
  return facts.filter(Boolean).join(' · ')
}
