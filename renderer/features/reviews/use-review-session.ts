import { ORPCError } from '@orpc/client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type {
  Cursor,
  ItemPatch,
  RatedBy,
  Review,
  ReviewItem,
  Saved,
} from '../../../shared/contract/reviews.ts'
import { client } from '../../api/client.ts'
import { useConnection } from '../../api/connection.ts'
import { createDraft } from './draft.ts'
import { createDraftBook } from './draft-book.ts'
import { reviewQuery } from './queries.ts'
import { missingStops, nextStop, type Stop, withPatch } from './review-steps.ts'
import { createSaveQueue, type SaveState } from './save-queue.ts'
import { startCursor } from './start-cursor.ts'

const refusals: readonly string[] = ['CONFLICT', 'INVALID_INPUT', 'NOT_FOUND']

const isRefusal = (error: unknown) => error instanceof ORPCError && refusals.includes(error.code)

/** A move of the keyboard; the count makes landing on the same place twice an event. */
export type Landing = { readonly count: number; readonly on: 'place' | 'note' | 'choice' }

export type MinutesSource = NonNullable<ReviewItem['minutesSource']>

/** How this reviewer gets her figures, until she says otherwise: asked once, not thirty times. */
export type Habits = { readonly ratedBy: RatedBy | null; readonly minutesSource: MinutesSource }

/**
 * One sitting at one review: the outputs as they stand with unsaved choices, where the reviewer is, and
 * everything she can do. `start` names the output to begin with when a link points at one; `toCheck` is called
 * behind the last output, and behind the one a link pointed at.
 */
export function useReviewSession(review: Review, start: Partial<Cursor>, toCheck: () => void) {
  const queryClient = useQueryClient()
  const { queryKey } = reviewQuery(review.id)
  const [drafts] = useState(createDraftBook)
  const [queue] = useState(() =>
    createSaveQueue({
      save: (input) => client.reviews.save(input),
      onSaved: (saved) =>
        queryClient.setQueryData(queryKey, (known: Review | undefined) => known && withSaved(known, saved)),
      onRefused: () => void queryClient.invalidateQueries({ queryKey }),
      isRefusal,
    }),
  )
  const saves = useSyncExternalStore(queue.subscribe, queue.getState)
  const items = useMemo(() => review.items.map((item) => asItStands(item, saves)), [review.items, saves])
  const [cursor, setCursor] = useState(() => startCursor(review, start))
  const [landing, setLanding] = useState<Landing>({ count: 0, on: 'place' })
  const [habits, setHabits] = useState<Habits>({ ratedBy: null, minutesSource: 'estimate' })
  const [hasTried, setHasTried] = useState(false)
  const [hasAllTypes, setHasAllTypes] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [announcement, setAnnouncement] = useState('')
  const scroll = useRef(cursor.scroll)
  const [place] = useState(() =>
    createDraft<Cursor>((now) => {
      // A place that could not be kept costs a scroll, not an answer; the next move tries again.
      client.reviews.moveTo({ reviewId: review.id, cursor: now }).catch(() => undefined)
    }),
  )

  const index = Math.max(
    0,
    items.findIndex((item) => item.id === cursor.itemId),
  )
  const item = items[index]
  const missing = useMemo(
    () => (hasTried && item ? missingStops(item, review.standards) : []),
    [hasTried, item, review.standards],
  )

  useEffect(() => {
    for (const { id, rev } of review.items) if (!drafts.isWaiting(id)) queue.know(id, rev)
  }, [review.items, queue, drafts])

  const connection = useConnection()
  useEffect(() => {
    if (connection === 'answering' && queue.getState().failure !== null) queue.retry()
  }, [connection, queue])

  const lastCursor = useRef(cursor)
  useEffect(() => {
    if (lastCursor.current === cursor) return
    place.change({ ...cursor, scroll: scroll.current })
    if (lastCursor.current.itemId !== cursor.itemId) place.flush()
    lastCursor.current = cursor
  }, [cursor, place])

  useEffect(() => {
    const flush = () => {
      drafts.flush()
      place.flush()
    }
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
      flush()
    }
  }, [drafts, place])

  /** Moves within the output; the keyboard follows. */
  function landOn(stop: Stop, on: Landing['on'] = 'place') {
    setCursor((now) => ({ ...now, group: stop.group, standardId: stop.standardId }))
    setLanding(({ count }) => ({ count: count + 1, on }))
  }

  function openItem(itemId: number, stop?: Stop) {
    drafts.flush()
    scroll.current = 0
    const target = items.find(({ id }) => id === itemId)
    const at =
      stop ?? (target ? nextStop(target, review.standards) : { group: 'standards', standardId: null })
    setCursor((now) => ({ ...now, ...at, itemId, scroll: 0 }))
    setLanding(({ count }) => ({ count: count + 1, on: 'place' }))
    setHasTried(false)
    setHasAllTypes(false)
  }

  /** Saves a choice at once; `stop` is where judging goes on. */
  function choose(patch: ItemPatch, stop?: Stop) {
    if (!item) return
    queue.push(item.id, patch)
    if (stop) landOn(stop)
  }

  /** Lands where judging goes on after `patch`; a choice made inside a radio group keeps the keyboard there. */
  function chooseAndGoOn(patch: ItemPatch, movesOn = true) {
    if (item) choose(patch, movesOn ? nextStop(withPatch(item, patch), review.standards) : undefined)
  }

  async function leaveWhenSaved(go: () => void) {
    drafts.flush()
    place.flush()
    if (await queue.settle()) go()
  }

  function finish() {
    if (!item) return
    drafts.flush()
    const [first] = missingStops(item, review.standards)
    if (first || drafts.hasProblem()) {
      setHasTried(true)
      setAnnouncement(first?.message ?? 'Enter minutes as a number, for example 6 or 6.5.')
      if (first) landOn(first, 'choice')
      else landOn({ group: 'editing', standardId: null })
      return
    }
    if (!item.isDone) queue.push(item.id, { isDone: true })
    setAnnouncement(`Output ${index + 1} saved.`)
    goOn()
  }

  function goOn() {
    const next = items[index + 1]
    if (next && !start.itemId) openItem(next.id)
    else void leaveWhenSaved(toCheck)
  }

  function go(by: 1 | -1) {
    const target = items[index + by]
    if (target) openItem(target.id)
  }

  /** Runs what only the core can do, with everything typed stored first; keys wait meanwhile. */
  async function ask(action: () => Promise<{ itemId: number | null }>) {
    drafts.flush()
    setIsBusy(true)
    setFailure(null)
    try {
      if (!(await queue.settle())) return
      const { itemId } = await action()
      await queryClient.invalidateQueries({ queryKey })
      const fresh = queryClient.getQueryData<Review>(queryKey)
      const target = fresh?.items.find(({ id }) => id === itemId)
      if (target) openItem(target.id, nextStop(target, review.standards))
    } catch (error) {
      setFailure(error)
    } finally {
      setIsBusy(false)
    }
  }

  return {
    review,
    items,
    item,
    index,
    cursor,
    landing,
    scroll,
    saves,
    missing,
    /** True once finishing this output was tried: from then on what is missing is pointed out. */
    hasTried,
    /** True once more issue types than the last used were asked for. */
    hasAllTypes,
    showAllTypes: () => setHasAllTypes(true),
    isBusy,
    failure,
    announcement,
    drafts,
    canUndo: review.undoLabel !== null || saves.pending.length > 0,
    announce: setAnnouncement,
    dismissFailure: () => setFailure(null),
    dismissRefused: queue.dismissRefused,
    retry: queue.retry,
    /** Marks a place as active without moving the keyboard, as when a field in it was clicked. */
    enter: (stop: Stop) =>
      setCursor((now) =>
        now.group === stop.group && now.standardId === stop.standardId ? now : { ...now, ...stop },
      ),
    landOn,
    /** The note of an issue, or of the output where none is given. */
    openNote: (issueOf: number | null) =>
      landOn({ group: issueOf === null ? 'note' : 'issue', standardId: issueOf }, 'note'),
    habits,
    setHabits: (next: Partial<Habits>) => setHabits((now) => ({ ...now, ...next })),
    rate(satisfaction: number, movesOn = true) {
      if (!item) return
      const ratedBy = item.satisfaction === null ? (habits.ratedBy ?? item.ratedBy) : item.ratedBy
      choose({ satisfaction, ratedBy }, movesOn ? { group: 'editing', standardId: null } : undefined)
    },
    openItem,
    choose,
    chooseAndGoOn,
    finish,
    go,
    goOn,
    setView: (view: Cursor['view']) => setCursor((now) => ({ ...now, view })),
    noteScroll(top: number) {
      scroll.current = top
      place.change({ ...cursor, scroll: top })
    },
    undo: () => ask(() => client.reviews.undo({ reviewId: review.id })),
    replace(reason: string) {
      if (!item) return Promise.resolve()
      const { id } = item
      return ask(() => {
        const rev = queue.revOf(id)
        return client.reviews.replace({ itemId: id, rev, reason })
      })
    },
    leaveWhenSaved,
  }
}

export type ReviewSession = ReturnType<typeof useReviewSession>

/** The output as last stored, with every choice that is still on its way. */
function asItStands(item: ReviewItem, { stored, pending }: SaveState): ReviewItem {
  const saved = stored.get(item.id)
  const base = saved && saved.rev > item.rev ? { ...saved, output: item.output } : item
  return pending.reduce(
    (latest, { itemId, patch }) => (itemId === item.id ? withPatch(latest, patch) : latest),
    base,
  )
}

function withSaved(review: Review, { item, undoLabel }: Saved): Review {
  return {
    ...review,
    undoLabel,
    items: review.items.map((known) => (known.id === item.id ? { ...item, output: known.output } : known)),
  }
}
