import { useQuery } from '@tanstack/react-query'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Review, ReviewItem } from '../../../../shared/contract/reviews/reviews.ts'
import { formatMonthName } from '../../../../shared/domain/format.ts'
import { useUndoName } from '../../../api/useUndoName.ts'
import { type Comparisons, createComparisons } from '../../../parts/text/reading-text.ts'
import frame from '../../../session/session.module.css'
import { KeyHelp } from '../../../ui/keys/KeyHelp.tsx'
import { useShortcuts } from '../../../ui/keys/use-shortcuts.ts'
import { locale } from '../../../ui/lib/locale.ts'
import { arrivalOf } from '../arrival.ts'
import { reviewQuery } from '../queries.ts'
import { ActionBar } from './bars/ActionBar.tsx'
import { ReviewBanner } from './bars/ReviewBanner.tsx'
import { ReviewBar } from './bars/ReviewBar.tsx'
import { type ReadingHandle, ReadingPane } from './ReadingPane.tsx'
import { ReplaceDialog } from './ReplaceDialog.tsx'
import styles from './review.module.css'
import { Scorecard } from './scorecard/Scorecard.tsx'
import { keyGroups, type OnReview, reviewShortcuts, sessionKeys } from './shortcuts.ts'
import { useReviewSession } from './use-review-session.ts'
import { words } from './words.ts'

type Props = { readonly stored: Review; readonly singleKeys: boolean }

/** The two panes, the bars above and below, and the keyboard between them. */
export function ReviewScreen({ stored, singleKeys }: Props) {
  // Read anew on every drawing: a key that waited works on what the core said last, not on what the page drew before.
  const { data: review = stored } = useQuery(reviewQuery(stored.id))
  const [, navigate] = useLocation()
  const [arrival] = useState(() => arrivalOf(history.state))
  const session = useReviewSession(review, arrival, () => navigate(`/review/${review.id}/check`))
  const [comparisons] = useState(createComparisons)
  const [dialog, setDialog] = useState<'replace' | 'keys' | null>(null)
  const screen = useRef<HTMLDivElement>(null)
  const reading = useRef<ReadingHandle>(null)
  const { item, items, index } = session
  const settled = useSettledNotes(review, item)
  const isNextView = session.cursor.view === 'changes' || session.cursor.view === 'side_by_side'
  usePreparedNext(comparisons, isNextView ? items[index + 1] : undefined)

  useEffect(() => {
    document.title = words.outputReviewEvenkeel(index + 1, formatMonthName(review.month, locale))
  }, [index, review.month])

  const focusIn = (selector: string) =>
    screen.current?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
  const focusScorecard = () => focusIn('aside[data-key-area]')

  const keys = {
    session,
    recentNotes: settled,
    openDialog: setDialog,
    turnPage: (by) => reading.current?.turnPage(by),
    focusMinutes: () => focusIn('[data-field="minutes"], [data-field="known-minutes"]'),
    focusScorecard,
  } satisfies OnReview
  useShortcuts(reviewShortcuts, keys, {
    ...{ layer: 'session', singleKeys, isBusy: session.isBusy, undo: sessionKeys.undo },
  })

  useUndoName(review.undoLabel)

  /** After a click on a button the keys go on where they were. */
  const giveKeysBack = (event: MouseEvent) => {
    const isButton = event.target instanceof Element && event.target.closest('button') !== null
    if (isButton && event.detail > 0 && document.activeElement instanceof HTMLButtonElement) focusScorecard()
  }

  if (!item) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: only hands the focus on
    <div ref={screen} className={frame.screen} data-app-state="loaded" onClick={giveKeysBack}>
      <ReviewBar
        session={session}
        onTaskList={() => void session.leaveWhenSaved(() => navigate(`/reviews/${review.month}`))}
      />
      <ReviewBanner session={session} />
      <main className={styles.body}>
        <ReadingPane
          ref={reading}
          item={item}
          view={session.cursor.view}
          comparisons={comparisons}
          singleKeys={singleKeys}
          isBlind={session.review.againCount > 0}
          startScroll={session.scrollTop()}
          onView={session.setView}
          onScroll={session.noteScroll}
        />
        <Scorecard key={item.id} session={session} item={item} singleKeys={singleKeys} />
      </main>
      <ActionBar
        session={session}
        singleKeys={singleKeys}
        returnsToCheck={arrival.itemId !== undefined}
        openDialog={setDialog}
        onStop={() => void session.leaveWhenSaved(() => navigate(`/review/${review.id}/check`))}
      />
      <p className={frame.unseen} role="status">
        {session.announcement}
      </p>
      {dialog === 'keys' && <KeyHelp groups={keyGroups} onClose={() => setDialog(null)} />}
      {dialog === 'replace' && (
        <ReplaceDialog
          position={item.position}
          reservesLeft={review.draw.reservesLeft}
          onClose={() => setDialog(null)}
          onReplace={(reason) => {
            setDialog(null)
            void session.replace(reason)
          }}
        />
      )}
    </div>
  )
}

/** Recent notes as they stood when the output was opened, so that the key keeps its meaning. */
function useSettledNotes({ recentNotes }: Review, item: ReviewItem | undefined) {
  const itemId = item?.id ?? null
  const [settled, setSettled] = useState({ itemId, recentNotes })
  if (settled.itemId !== itemId) setSettled({ itemId, recentNotes })
  return settled.recentNotes
}

/** Compares the texts of the next output while nobody waits for them. */
function usePreparedNext(comparisons: Comparisons, next: ReviewItem | undefined) {
  useEffect(() => {
    if (!next || next.output.finalText === null || comparisons.has(next.output)) return
    const idle = requestIdleCallback(() => comparisons.of(next.output))
    return () => cancelIdleCallback(idle)
  }, [comparisons, next])
}
