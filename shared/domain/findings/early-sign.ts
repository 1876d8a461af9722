import { compareMeans, mean } from '../figures/statistics.ts'
import type { Month } from '../time/dates.ts'
import { type FinishedReview, fewestValues, isUsable, sameMeasureAs, valuesOf } from './finished-review.ts'
import type { MonthThreeLevel } from './month-three.ts'

/** The last two reviews together against the month-3 level. Shares are fractions, `n` counts outputs. */
export type RecentMove = {
  direction: 'more' | 'less' | 'about_the_same'
  months: Month[]
  mean: number
  n: number
  difference: number
  noise: number
  levelMonths: Month[]
  levelMean: number
  levelN: number
}

const directions = { higher: 'more', lower: 'less', about_the_same: 'about_the_same' } as const

/**
 * The outputs of the last two random reviews up to a month, pooled, against those behind the level, by Welch at
 * 97.5 % on each side. 'more' is the early sign of R7, 'less' a settled improvement. Null where the level is
 * provisional or overlaps them, where the month itself is hand-picked, and below five outputs on a side.
 */
export function recentAgainstLevel(
  reviews: readonly FinishedReview[],
  month: Month,
  level: MonthThreeLevel | null,
): RecentMove | null {
  if (!level || level.isProvisional) return null
  const recent = sameMeasureAs(reviews, month)
    .filter((review) => isUsable(review) && review.month <= month)
    .slice(-2)
  const [first, second] = recent
  if (!first || second?.month !== month || first.month <= (level.months.at(-1) ?? '')) return null
  const values = valuesOf(...recent)
  if (values.length < fewestValues || level.values.length < fewestValues) return null
  const comparison = compareMeans(values, level.values)
  if (!comparison) return null
  return {
    direction: directions[comparison.verdict],
    months: [first.month, second.month],
    mean: mean(values) ?? 0,
    n: values.length,
    difference: comparison.difference,
    noise: comparison.noise,
    levelMonths: level.months,
    levelMean: level.mean,
    levelN: level.values.length,
  }
}
