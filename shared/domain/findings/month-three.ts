import { mean } from '../figures/statistics.ts'
import { addMonths, addMonthsToDay, type Day, type Month } from '../time/dates.ts'
import { byMonth, type FinishedReview, isUsable, sameMeasureAs, valuesOf } from './finished-review.ts'

/** What the three months are counted from. After a change of measure the first two reviews of the new one count. */
export type LevelBasis = 'go_live' | 'first_review' | 'measure_change'

/** The level later months are compared with; `values` are the editing (fractions) behind it. */
export type MonthThreeLevel = {
  months: Month[]
  values: number[]
  mean: number
  basis: LevelBasis
  isProvisional: boolean
}

/** A level without the outputs behind it. */
export type LevelToday = { months: Month[]; mean: number; n: number }

const monthsToLevel = 3

/**
 * The month-3 level as it stands at a month (R7): the first month reviewed at or after three months from go-live,
 * that ended no earlier, pooled with the one before it. Until then the latest review,
 * provisional. Hand-picked samples are no level. Null without any review to build on.
 */
export function monthThreeLevelAt(
  reviews: readonly FinishedReview[],
  { goLiveOn, month }: { goLiveOn: Day | null; month: Month },
): MonthThreeLevel | null {
  const alike = sameMeasureAs(reviews, month)
  const usable = alike.filter(isUsable)
  const start = startOf(reviews, alike, goLiveOn)
  if (!start) return null
  const settled = settledReviews(usable, start)
  const last = settled.at(-1)
  if (last && last.month <= month) return levelOf(settled, start.basis, false)
  const latest = usable.findLast((review) => review.month <= month)
  return latest ? levelOf([latest], start.basis, true) : null
}

type Start = { basis: LevelBasis; threshold: Day }

function startOf(
  reviews: readonly FinishedReview[],
  alike: readonly FinishedReview[],
  goLiveOn: Day | null,
): Start | null {
  const first = byMonth(reviews)[0]
  const own = alike[0]
  if (!first || !own) return null
  const from = goLiveOn ?? `${first.month}-01`
  const threshold = addMonthsToDay(from, monthsToLevel)
  const isMeasuredAnew = own !== first && `${own.month}-01` >= threshold
  if (isMeasuredAnew) return { basis: 'measure_change', threshold }
  return { basis: goLiveOn === null ? 'first_review' : 'go_live', threshold }
}

/** By month, whenever each was finished: a late review of one of the first months belongs to them (ADR 0024). */
function settledReviews(usable: readonly FinishedReview[], { basis, threshold }: Start): FinishedReview[] {
  if (basis === 'measure_change') return usable.length < 2 ? [] : usable.slice(0, 2)
  const at = usable.findIndex(
    ({ month, finishedOn }) => finishedOn >= threshold && `${addMonths(month, 1)}-01` >= threshold,
  )
  return at < 0 ? [] : usable.slice(Math.max(0, at - 1), at + 1)
}

/**
 * The level a finding would be read against today, where that is another one than it was worked out with: a review
 * of the first months was finished or corrected since. Null where it still fits.
 */
export function levelSince(
  { month, monthThree: was }: { month: Month; monthThree: (LevelToday & { isProvisional: boolean }) | null },
  reviews: readonly FinishedReview[],
  goLiveOn: Day | null,
): LevelToday | null {
  const now = monthThreeLevelAt(reviews, { goLiveOn, month })
  if (!now || now.isProvisional) return null
  const isSame =
    was !== null &&
    !was.isProvisional &&
    was.months.join() === now.months.join() &&
    was.n === now.values.length &&
    was.mean === now.mean
  return isSame ? null : { months: now.months, mean: now.mean, n: now.values.length }
}

function levelOf(
  reviews: readonly FinishedReview[],
  basis: LevelBasis,
  isProvisional: boolean,
): MonthThreeLevel {
  const values = valuesOf(...reviews)
  return { months: reviews.map(({ month }) => month), values, mean: mean(values) ?? 0, basis, isProvisional }
}
