import type { FoundationReview, SavedCard } from '../../../shared/contract/foundation-reviews.ts'
import { orpc } from '../../api/client.ts'

export const planQuery = () => orpc.foundationReviews.plan.queryOptions()
export const reviewsQuery = () => orpc.foundationReviews.list.queryOptions()
export const reviewQuery = (id: number) =>
  orpc.foundationReviews.get.queryOptions({
    input: { id },
    structuralSharing: (known, fetched) =>
      keepNewest(known as FoundationReview | undefined, fetched as FoundationReview) as typeof fetched,
  })
export const openActionsQuery = () =>
  orpc.foundationReviews.actions.queryOptions({ input: { state: 'open' } })
export const workflowsQuery = () => orpc.workflows.list.queryOptions()
export const peopleQuery = () => orpc.people.list.queryOptions()
export const companyQuery = () => orpc.company.get.queryOptions()

/** The review with one card as it was just stored. */
export function withCard(review: FoundationReview, { card, undoLabel }: SavedCard): FoundationReview {
  return {
    ...review,
    undoLabel,
    cards: review.cards.map((known) => (known.sectionId === card.sectionId ? { ...known, ...card } : known)),
  }
}

/** A question asked before an answer was stored must not take that answer back. */
function keepNewest(known: FoundationReview | undefined, fetched: FoundationReview): FoundationReview {
  if (known?.id !== fetched.id) return fetched
  const cards = new Map(known.cards.map((card) => [card.sectionId, card]))
  const isOlder = fetched.cards.some(({ sectionId, rev }) => (cards.get(sectionId)?.rev ?? 0) > rev)
  if (!isOlder) return fetched
  return {
    ...fetched,
    undoLabel: known.undoLabel,
    cards: fetched.cards.map((card) => {
      const mine = cards.get(card.sectionId)
      return mine && mine.rev > card.rev ? mine : card
    }),
  }
}
