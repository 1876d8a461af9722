import type { FoundationReview, ReviewCard } from '../../../shared/contract/foundation-reviews.ts'
import { orpc } from '../../api/client.ts'

export const planQuery = () => orpc.foundationReviews.plan.queryOptions()
export const reviewsQuery = () => orpc.foundationReviews.list.queryOptions()
export const reviewQuery = (id: number) => orpc.foundationReviews.get.queryOptions({ input: { id } })
export const openActionsQuery = () =>
  orpc.foundationReviews.actions.queryOptions({ input: { state: 'open' } })
export const peopleQuery = () => orpc.people.list.queryOptions()
export const companyQuery = () => orpc.company.get.queryOptions()

/** The review with one card as it was just stored. */
export function withCard(review: FoundationReview, card: ReviewCard): FoundationReview {
  return {
    ...review,
    cards: review.cards.map((known) =>
      known.sectionId === card.sectionId && known.rev <= card.rev ? card : known,
    ),
  }
}
