import type { FoundationReview } from '../../../../shared/contract/foundation-reviews.ts'
import { client } from '../../../api/client.ts'
import { createSitting } from '../../../session/sitting.ts'

export type FoundationSitting = ReturnType<typeof createFoundationSitting>

/** The section on the wall and the time spent; null where no section is left to talk about. */
export const createFoundationSitting = (review: FoundationReview, start: number | null) =>
  createSitting<number | null, number | null>({
    stored: review.sectionId,
    start,
    async send({ place, spent }) {
      if (place === null) return
      await client.foundationReviews.spend({ id: review.id, sectionId: place, spent: spentOf(spent) })
    },
  })

/** Seconds as the contract names them. */
export const spentOf = (spent: readonly { id: number | null; seconds: number }[]) =>
  spent.flatMap(({ id, seconds }) => (id === null ? [] : [{ sectionId: id, seconds }]))
