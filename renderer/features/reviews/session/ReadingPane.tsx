import { Anchor } from '@mantine/core'
import { type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { ReadingView, ReviewItem } from '../../../../shared/contract/reviews/reviews.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import { hasNoText } from '../../../../shared/domain/reviews/by-reference.ts'
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
  /** Where outputs of earlier months are among them: dates and IDs would tell which. */
  readonly isBlind: boolean
  /** Where this output was scrolled to when it was last left; read when the output changes. */
  readonly startScroll: number
  readonly onView: (view: ReadingView) => void
  readonly onScroll: (top: number) => void
}

/** The output to judge: what was asked, what the AI wrote, and what became of it. */
export function ReadingPane(props: Props) {
  const { ref, item, view, comparisons, singleKeys, isBlind, startScroll, onView, onScroll } = props
  const pane = useRef<HTMLElement>(null)
  const { output } = item
  const hasFinal = output.finalText !== null
  const isReference = hasNoText(output)

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
          <span className={styles.facts}>
            {isReference ? words.byReference : words.aiVersionNoFinalVersion}
          </span>
        )}
        <Facts key={item.id} item={item} isBlind={isBlind} />
      </div>
      {output.request !== null && output.request !== '' && <Request key={item.id} text={output.request} />}
      <OutputText
        key={`${item.id} ${view}`}
        output={output}
        view={hasFinal ? view : 'ai'}
        comparisons={comparisons}
      />
      {!isReference && <AddToStandardInputs key={`add ${item.id}`} itemId={item.id} />}
    </section>
  )
}

function Facts({ item: { output }, isBlind }: { item: ReviewItem; isBlind: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const isTold = !isBlind || isOpen
  const facts = [
    isTold && output.occurredOn && formatDay(output.occurredOn, locale),
    output.person,
    isTold && !hasNoText(output) && output.externalId,
    output.copies > 1 && words.theSame(output.copies),
  ]
  const hasMore =
    !isTold && (output.occurredOn !== null || (output.externalId !== null && !hasNoText(output)))
  return (
    <span className={styles.facts}>
      {facts.filter(Boolean).join(' · ')}{' '}
      {hasMore && (
        <Anchor component="button" type="button" onClick={() => setOpen(true)}>
          {words.showDateAndId}
        </Anchor>
      )}
    </span>
  )
}
