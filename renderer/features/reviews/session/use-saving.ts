import { ORPCError } from '@orpc/client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Review, ReviewItem, Saved } from '../../../../shared/contract/reviews.ts'
import { client } from '../../../api/client.ts'
import { useConnection } from '../../../api/connection.ts'
import { useFlushOnLeaving } from '../../../parts/saving/use-flush-on-leaving.ts'
import { reviewQuery } from '../queries.ts'
import { createDraftBook } from './draft-book.ts'
import { withPatch } from './review-steps.ts'
import { createSaveQueue, type SaveState } from './save-queue.ts'

const refusals: readonly string[] = ['CONFLICT', 'INVALID_INPUT', 'NOT_FOUND']

const isRefusal = (error: unknown) => error instanceof ORPCError && refusals.includes(error.code)

/** Stores what is said of a review's outputs; `items` are the outputs with what is still on its way. */
export function useSaving(review: Review) {
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

  useEffect(() => {
    for (const { id, rev } of review.items) if (!drafts.isWaiting(id)) queue.know(id, rev)
  }, [review.items, queue, drafts])

  const connection = useConnection()
  useEffect(() => {
    if (connection === 'answering' && queue.getState().failure !== null) queue.retry()
  }, [connection, queue])

  useFlushOnLeaving(drafts.flush)

  return { drafts, queue, saves, items }
}

export type Saving = ReturnType<typeof useSaving>

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
