import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { ItemPatch, Review, Saved } from '../../../../shared/contract/reviews/reviews.ts'
import { client } from '../../../api/client.ts'
import { standing } from '../../../session/saver.ts'
import { useSaver } from '../../../session/use-saver.ts'
import { reviewQuery } from '../queries.ts'
import { mergePatches, withPatch } from './review-steps.ts'
import { type ReviewSitting, spentOf } from './sitting.ts'

/** Stores what is said of a review's outputs; `items` are the outputs with what is still on its way. */
export function useSaving(review: Review, sitting: ReviewSitting) {
  const queryClient = useQueryClient()
  const { queryKey } = reviewQuery(review.id)
  const keep = (saved: Saved) => {
    saver.know(saved.item.id, saved.item.rev)
    queryClient.setQueryData(queryKey, (known: Review | undefined) => known && withSaved(known, saved))
  }
  const { saver, saving } = useSaver<ItemPatch, Saved['item']>({
    async save(itemId, rev, patch) {
      const saved = await sitting.along(({ place, spent }) =>
        client.reviews.save({ itemId, rev, patch, cursor: place, spent: spentOf(spent) }),
      )
      keep(saved)
      return { stored: saved.item, savedAt: saved.savedAt }
    },
    onRefused: () => void queryClient.invalidateQueries({ queryKey }),
    merge: mergePatches,
    keepsRefused: false,
  })
  const items = useMemo(
    () => review.items.map((item) => standing(item, item.id, saving, withPatch)),
    [review.items, saving],
  )

  useEffect(() => {
    for (const { id, rev } of review.items) saver.know(id, rev)
  }, [review.items, saver])

  return { saver, saving, items, keep }
}

function withSaved(review: Review, { item, undoLabel }: Saved): Review {
  return {
    ...review,
    undoLabel,
    items: review.items.map((known) => (known.id === item.id ? { ...known, ...item } : known)),
  }
}
