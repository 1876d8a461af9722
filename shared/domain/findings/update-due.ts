import { likelyRange, mean } from '../figures/statistics.ts'
import type { Lines } from '../figures/status.ts'
import { addMonths, type Month } from '../time/dates.ts'
import { type FinishedReview, fewestValues, isUsable, sameMeasureAs, valuesOf } from './finished-review.ts'
import { isAbove, isBelow } from './status.ts'

/** How many more outputs a second look takes from the month's frozen pool. */
export const secondLookSize = 20
/** A second look stopped earlier than this decides nothing. */
const fewestSecondLook = 10
const pooledMonths = 3
const fewestPooled = 2

/** What makes an update due (R4). Means and ranges are fractions. */
export type UpdateDueReason =
  | { kind: 'second_look'; mean: number; n: number }
  | { kind: 'pooled'; months: Month[]; mean: number; n: number }
  | { kind: 'whole_range'; low: number; n: number }

/**
 * Why an update is due at a month, by R4, what says most of the month itself first; empty where none is. Simulated in PEERS §5: 13 % false alarms a year
 * where the bare line gives 71 %. Only random samples of the month's measure count. A pool above the line says
 * nothing where the month itself is back on target, and one month alone is no pool.
 */
export function updateDueReasons(
  reviews: readonly FinishedReview[],
  month: Month,
  lines: Lines | null,
): UpdateDueReason[] {
  const review = reviews.find((each) => each.month === month)
  if (!review || lines === null || !isUsable(review)) return []
  const values = valuesOf(review)
  const centre = mean(values)
  if (centre === null || values.length < fewestValues) return []
  const n = values.length
  const reasons: UpdateDueReason[] = []
  const range = likelyRange(values)
  if (range && isAbove(range.low, lines.update)) reasons.push({ kind: 'whole_range', low: range.low, n })
  if (isSecondLookDone(review) && isAbove(centre, lines.update)) {
    reasons.push({ kind: 'second_look', mean: centre, n })
  }
  const pool = pooledReviews(reviews, month)
  const pooled = valuesOf(...pool)
  const pooledMean = mean(pooled)
  const isPooledAbove = pooledMean !== null && isAbove(pooledMean, lines.update)
  if (isPooledAbove && pool.length >= fewestPooled && !isBelow(centre, lines.target)) {
    reasons.push({
      kind: 'pooled',
      months: pool.map((each) => each.month),
      mean: pooledMean,
      n: pooled.length,
    })
  }
  return reasons
}

/** The random reviews of a month and the two calendar months before it, by the month's measure, oldest first. */
export function pooledReviews(reviews: readonly FinishedReview[], month: Month): FinishedReview[] {
  const start = addMonths(month, 1 - pooledMonths)
  return sameMeasureAs(reviews, month).filter(
    (review) => isUsable(review) && review.month >= start && review.month <= month,
  )
}

/** Whether a second look has brought enough to decide. */
export const isSecondLookDone = ({ secondLook }: Pick<FinishedReview, 'secondLook'>) =>
  secondLook !== null && (secondLook.isComplete || secondLook.added >= fewestSecondLook)
