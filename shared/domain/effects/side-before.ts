import type { FinishedReview } from '../findings/finished-review.ts'
import type { Day } from '../time/dates.ts'
import { newestOutputs } from './effect-looks.ts'
import { liesIn, newestFirst, placedOutputs, type Side, sideOf } from './effect-sides.ts'

/** The before that a change going live on a day would be measured against: `since` is the change before it. */
export function sideBefore(
  reviews: readonly FinishedReview[],
  { since, liveOn }: { since: Day | null; liveOn: Day },
): Side {
  const measure = reviews.toSorted((a, b) => (a.month < b.month ? -1 : 1)).at(-1)?.measure
  const outputs = placedOutputs(reviews).filter(
    (output) => output.measure === measure && liesIn(output, since, liveOn),
  )
  return sideOf(newestFirst(outputs).slice(0, newestOutputs))
}
