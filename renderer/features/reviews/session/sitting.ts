import type { Cursor, Review, Spent } from '../../../../shared/contract/reviews/reviews.ts'
import { client } from '../../../api/client.ts'
import { createSitting } from '../../../session/sitting.ts'
import { startCursor } from './start-cursor.ts'

export type ReviewSitting = ReturnType<typeof createReviewSitting>

/** The place and the time of a sitting at a review. */
export const createReviewSitting = (review: Review, start: Partial<Cursor>) =>
  createSitting<Cursor, number | null>({
    stored: review.cursor,
    start: startCursor(review, start),
    send: ({ place, spent }) =>
      client.reviews.moveTo({ reviewId: review.id, cursor: place, spent: spentOf(spent) }),
  })

/** Seconds as the contract names them. */
export const spentOf = (spent: readonly { id: number | null; seconds: number }[]): Spent =>
  spent.map(({ id, seconds }) => ({ itemId: id, seconds }))
