import { compareMeans, mean } from '../figures/statistics.ts'
import type { Month } from '../time/dates.ts'
import { addMonths } from '../time/dates.ts'
import {
  byMonth,
  type FinishedReview,
  fewestValues,
  isUsable,
  sameMeasureAs,
  valuesOf,
} from './finished-review.ts'
import type { MonthThreeLevel } from './month-three.ts'
import { pooledReviews } from './update-due.ts'

export type MoveVerdict = 'more' | 'less' | 'about_the_same' | 'cannot_be_compared'

/** Why two figures cannot be compared. */
export type WhyNot =
  | 'none_before'
  | 'by_hand'
  | 'measure_changed'
  | 'too_few'
  | 'not_settled'
  | 'is_the_level'

/**
 * A figure against a reference. Shares are fractions; `n` and `referenceN` count known outputs. `difference` and
 * `noise` are null exactly where nothing can be compared, and `why` then says why.
 */
export type Move = {
  verdict: MoveVerdict
  n: number
  months: Month[]
  referenceMean: number | null
  referenceN: number
  difference: number | null
  noise: number | null
  why: WhyNot | null
}

/** The moves of a month, each against a reference of its own. */
export type Moves = {
  monthThree: Move
  /** The review before, whichever month it was of. */
  lastMonth: Move
  /** The reviews of the three calendar months before, pooled; at least two. */
  threeMonths: Move
  /** The three months that end with this one, pooled, against the month-3 level. */
  pooledAgainstMonthThree: Move
}

const directions = { higher: 'more', lower: 'less', about_the_same: 'about_the_same' } as const

/** How a finished month stands against its references; the month must be among the reviews. */
export function movesOf(
  reviews: readonly FinishedReview[],
  review: FinishedReview,
  level: MonthThreeLevel | null,
): Moves {
  const { month } = review
  const earlier = byMonth(reviews).filter((each) => each.month < month)
  const alike = sameMeasureAs(reviews, month).filter((each) => each.month < month)
  const own = valuesOf(review)
  const start = addMonths(month, -3)
  const three = earlier.filter((each) => each.month >= start)
  const pool = pooledReviews(reviews, month)
  return {
    monthThree: againstLevel(own, [month], review, level),
    lastMonth: againstReviews(own, review, earlier.slice(-1), alike),
    // One month alone is no pool, and mostly the last month already.
    threeMonths: three.length < 2 ? cannot(own, 'none_before') : againstReviews(own, review, three, alike),
    pooledAgainstMonthThree: againstLevel(
      valuesOf(...pool),
      pool.map((each) => each.month),
      review,
      level,
    ),
  }
}

function againstLevel(
  values: readonly number[],
  months: readonly Month[],
  review: FinishedReview,
  level: MonthThreeLevel | null,
): Move {
  if (!level) return cannot(values, review.sample === 'by_hand' ? 'by_hand' : 'none_before')
  const reference = { months: level.months, values: level.values }
  if (review.sample === 'by_hand') return cannot(values, 'by_hand', reference)
  // A provisional level is the latest review, which may be this very one.
  if (level.isProvisional) {
    return level.months.includes(review.month)
      ? cannot(values, 'not_settled')
      : cannot(values, 'not_settled', reference)
  }
  const isOverlap = months.some((month) => month <= (level.months.at(-1) ?? ''))
  return isOverlap ? cannot(values, 'is_the_level', reference) : compare(values, reference)
}

function againstReviews(
  values: readonly number[],
  review: FinishedReview,
  references: readonly FinishedReview[],
  alike: readonly FinishedReview[],
): Move {
  const comparable = references.filter((each) => alike.includes(each) && isUsable(each))
  if (comparable.length > 0 && review.sample === 'random') return compare(values, groupOf(comparable))
  if (references.length === 0) return cannot(values, 'none_before')
  const isAlike = references.some((each) => alike.includes(each))
  if (!isAlike) return cannot(values, 'measure_changed', groupOf(references.slice(-1)))
  const isByHand = review.sample === 'by_hand' || references.some(({ sample }) => sample === 'by_hand')
  const shown = groupOf(references.filter((each) => alike.includes(each)))
  return cannot(values, isByHand ? 'by_hand' : 'too_few', shown)
}

type Group = { months: readonly Month[]; values: readonly number[] }

const groupOf = (reviews: readonly FinishedReview[]): Group => ({
  months: reviews.map(({ month }) => month),
  values: valuesOf(...reviews),
})

function compare(values: readonly number[], reference: Group): Move {
  const isEnough = values.length >= fewestValues && reference.values.length >= fewestValues
  const comparison = isEnough ? compareMeans(values, reference.values) : null
  if (!comparison) return cannot(values, 'too_few', reference)
  const { verdict, difference, noise } = comparison
  return {
    ...cannot(values, 'too_few', reference),
    verdict: directions[verdict],
    difference,
    noise,
    why: null,
  }
}

function cannot(values: readonly number[], why: WhyNot, reference: Group = { months: [], values: [] }): Move {
  return {
    verdict: 'cannot_be_compared',
    n: values.length,
    months: [...reference.months],
    referenceMean: mean(reference.values),
    referenceN: reference.values.length,
    difference: null,
    noise: null,
    why,
  }
}
