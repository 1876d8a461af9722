import type { Cursor, Review } from '../../../../shared/contract/reviews/reviews.ts'
import { nextStop } from './review-steps.ts'

/** Where a sitting begins: where a link points, else where the last one stopped, else the first open output. */
export function startCursor(review: Review, start: Partial<Cursor>): Cursor {
  const stored = review.cursor
  const wanted = start.itemId ?? stored.itemId
  const isStored = wanted === stored.itemId && start.itemId === undefined
  const here = review.items.find(({ id }) => id === wanted)
  if (here && isStored) return stored
  const item = here ?? review.items.find(({ isDone }) => !isDone) ?? review.items[0]
  const stop = item ? nextStop(item, review.standards) : { group: 'standards' as const, standardId: null }
  return { ...stored, ...stop, ...(here ? start : {}), itemId: item?.id ?? null, scroll: 0 }
}
