import { mean } from '../figures/statistics.ts'
import { addMonths, addMonthsToDay, type Day, type Month } from '../time/dates.ts'
import {
  byMonth,
  compareText,
  type FinishedReview,
  isUsable,
  sameMeasureAs,
  valuesOf,
} from './finished-review.ts'

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

const monthsToLevel = 3

/**
 * The month-3 level as it stands at a month (R7): the first review finished at or after three months from
 * go-live, of a month that ended no earlier, pooled with the one before it. Until then the latest review,
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

/** By the order of finishing, so that a month filled in later never moves a level that is settled. */
function settledReviews(usable: readonly FinishedReview[], { basis, threshold }: Start): FinishedReview[] {
  const byFinish = usable.toSorted(
    (a, b) => compareText(a.finishedOn, b.finishedOn) || compareText(a.month, b.month),
  )
  if (basis === 'measure_change') {
    const [one, two] = byFinish
    return one && two ? byMonth([one, two]) : []
  }
  const chosen = byFinish.find(
    ({ month, finishedOn }) => finishedOn >= threshold && `${addMonths(month, 1)}-01` >= threshold,
  )
  if (!chosen) return []
  const before = usable.findLast(
    ({ month, finishedOn }) => month < chosen.month && finishedOn <= chosen.finishedOn,
  )
  return before ? [before, chosen] : [chosen]
}

function levelOf(
  reviews: readonly FinishedReview[],
  basis: LevelBasis,
  isProvisional: boolean,
): MonthThreeLevel {
  const values = valuesOf(...reviews)
  return { months: reviews.map(({ month }) => month), values, mean: mean(values) ?? 0, basis, isProvisional }
}
