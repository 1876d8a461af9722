import type { Review, ReviewItem } from '../../../shared/contract/reviews/reviews.ts'
import { orpc } from '../../api/client.ts'

/** A whole review: every output with its texts, so that the next one is there at once. */
export const reviewQuery = (reviewId: number) =>
  orpc.reviews.get.queryOptions({
    input: { reviewId },
    structuralSharing: (known, fetched) =>
      keepNewest(known as Review | undefined, fetched as Review) as typeof fetched,
  })

/** A fetch that started before a save must not put the older state back; unchanged items keep their identity. */
function keepNewest(known: Review | undefined, fetched: Review): Review {
  if (known?.id !== fetched.id) return fetched
  const items = new Map(known.items.map((item) => [item.id, item]))
  const isOlder = fetched.items.some((item) => (items.get(item.id)?.rev ?? 0) > item.rev)
  return {
    ...fetched,
    items: fetched.items.map((item) => newest(items.get(item.id), item)),
    undoLabel: isOlder ? known.undoLabel : fetched.undoLabel,
  }
}

function newest(known: ReviewItem | undefined, fetched: ReviewItem): ReviewItem {
  if (!known) return fetched
  const isSame = known.rev === fetched.rev && known.position === fetched.position
  return isSame || known.rev > fetched.rev ? known : { ...fetched, output: known.output }
}

export const sessionsQuery = () => orpc.reviews.sessions.queryOptions()
export const sessionQuery = (month: string) => orpc.reviews.session.queryOptions({ input: { month } })
export const companyQuery = () => orpc.company.get.queryOptions()
