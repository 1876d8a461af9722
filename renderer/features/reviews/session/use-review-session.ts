import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { RatedBy } from '../../../../shared/contract/reviews/item-state.ts'
import type { Cursor, ItemPatch, Review } from '../../../../shared/contract/reviews/reviews.ts'
import { client } from '../../../api/client.ts'
import { useAsking } from '../../../session/use-asking.ts'
import { reviewQuery } from '../queries.ts'
import { editingStop, nextStop, type Stop, withPatch } from './review-steps.ts'
import type { MinutesSource } from './scorecard/minutes.ts'
import { createReviewSitting } from './sitting.ts'
import { usePlace } from './use-place.ts'
import { usePointing } from './use-pointing.ts'
import { useSaving } from './use-saving.ts'
import { words } from './words.ts'

/** How this reviewer gets her figures, until she says otherwise: asked once, not thirty times. */
export type Habits = { readonly ratedBy: RatedBy | null; readonly minutesSource: MinutesSource }

/**
 * One sitting at one review: the outputs as they stand with unsaved choices, where the reviewer is, and
 * everything she can do. `start` names the output to begin with when a link points at one; `toCheck` is called
 * behind the last output, and behind the one a link pointed at.
 */
export function useReviewSession(review: Review, start: Partial<Cursor>, toCheck: () => void) {
  const [sitting] = useState(() => createReviewSitting(review, start))
  const saving = useSaving(review, sitting)
  const { saver, saving: saves, items } = saving
  const queryClient = useQueryClient()
  /** Why the minutes as typed cannot be stored; null where they can. */
  const typingProblem = useRef<string | null>(null)
  const { moveTo, ...place } = usePlace(review, items, start, sitting)
  const { item, index, landOn } = place
  const { pointAtNothing, pointsAtMissing, pointsAtTyping, ...pointing } = usePointing(
    item,
    review.standards,
    typingProblem,
    landOn,
  )
  const { ask, ...asking } = useAsking(saver)
  const [habits, setHabits] = useState<Habits>({ ratedBy: null, minutesSource: 'estimate' })
  const [hasAllTypes, setHasAllTypes] = useState(false)

  function openItem(itemId: number, stop?: Stop) {
    moveTo(itemId, stop)
    saver.flush()
    pointAtNothing()
    setHasAllTypes(false)
  }

  /** Saves a choice at once; `stop` is where judging goes on. */
  function choose(patch: ItemPatch, stop?: Stop) {
    if (!item) return
    if (stop) landOn(stop)
    saver.choose(item.id, patch)
  }

  /** Lands where judging goes on after `patch`; a choice made inside a radio group keeps the keyboard there. */
  function chooseAndGoOn(patch: ItemPatch, movesOn = true) {
    if (item) choose(patch, movesOn ? nextStop(withPatch(item, patch), review.standards) : undefined)
  }

  async function leaveWhenSaved(go: () => void) {
    if (pointsAtTyping() || !(await saver.settle())) return
    await sitting.tell()
    go()
  }

  function finish() {
    if (!item) return
    if (pointsAtMissing() || pointsAtTyping()) return
    const next = start.itemId ? undefined : items[index + 1]
    if (next) openItem(next.id)
    if (!item.isDone) saver.choose(item.id, { isDone: true })
    pointing.announce(words.outputSaved(index + 1))
    if (next) tellUnlessSaved()
    else void leaveWhenSaved(toCheck)
  }

  function go(by: 1 | -1) {
    const target = items[index + by]
    if (!target || pointsAtTyping()) return
    openItem(target.id)
    tellUnlessSaved()
  }

  /** A save under way takes the place along. */
  function tellUnlessSaved() {
    if (saver.getState().pending.length === 0) void sitting.tell()
  }

  function rate(satisfaction: number, movesOn = true) {
    if (!item) return
    const ratedBy = item.satisfaction === null ? (habits.ratedBy ?? item.ratedBy) : item.ratedBy
    choose({ satisfaction, ratedBy }, movesOn ? editingStop : undefined)
  }

  async function undo() {
    if (pointsAtTyping()) return
    await ask(async () => {
      const undone = await client.reviews.undo({ reviewId: review.id })
      if (undone.saved) {
        saver.take(undone.saved.item.id, undone.saved.item)
        saving.keep(undone.saved)
      }
      openAsStored(undone.itemId, undone.review)
    })
  }

  /** Opens an output as it is stored now; `reread` is the review where outputs changed places. */
  function openAsStored(itemId: number, reread: Review | null) {
    const { queryKey } = reviewQuery(review.id)
    if (reread) queryClient.setQueryData(queryKey, reread)
    const fresh = queryClient.getQueryData<Review>(queryKey)
    const target = fresh?.items.find(({ id }) => id === itemId)
    if (fresh && target) openItem(target.id, nextStop(target, fresh.standards))
  }

  async function replace(reason: string) {
    if (!item) return
    await ask(async () => {
      const input = { itemId: item.id, rev: saver.revOf(item.id), reason }
      const next = await client.reviews.replace(input)
      openAsStored(next.itemId, next.review)
    })
  }

  return {
    review,
    items,
    saves,
    sitting,
    typingProblem,
    ...place,
    ...asking,
    ...pointing,
    /** True once more issue types than the last used were asked for. */
    hasAllTypes,
    showAllTypes: () => setHasAllTypes(true),
    canUndo: review.undoLabel !== null || saves.pending.length > 0,
    dismissRefused: saver.dismissRefused,
    retry: saver.retry,
    /** Stores what was typed so far. */
    settleTyping: saver.flush,
    /** Words being typed: stored once the typing pauses. */
    type(patch: ItemPatch) {
      if (item) saver.type(item.id, patch)
    },
    /** The note of an issue, or of the output where none is given. */
    openNote: (issueOf: number | null) =>
      landOn({ group: issueOf === null ? 'note' : 'issue', standardId: issueOf }, 'note'),
    habits,
    setHabits: (next: Partial<Habits>) => setHabits((now) => ({ ...now, ...next })),
    choose,
    chooseAndGoOn,
    rate,
    finish,
    go,
    undo,
    replace,
    leaveWhenSaved,
  }
}

export type ReviewSession = ReturnType<typeof useReviewSession>
