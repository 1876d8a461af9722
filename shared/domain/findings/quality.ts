import { mean, type Range, wilson } from '../figures/statistics.ts'
import type { SampleKind } from '../figures/status.ts'

/**
 * A reviewed output's marks. `metEvery`: it met every standard that applies (null where none was judged); `isFit`:
 * no must-pass standard was missed (null without one). Ratings are 1 to 5.
 */
export type OutputMarks = {
  metEvery: boolean | null
  isFit: boolean | null
  userRating: number | null
  reviewerRating: number | null
}

/** A count with its 95 % Wilson range (fractions; null for a hand-picked sample or nothing judged). */
export type Rate = { count: number; of: number; range: Range | null }
export type Satisfaction = { mean: number | null; n: number }

export type Quality = {
  metEvery: Rate
  notFit: Rate
  userSatisfaction: Satisfaction
  reviewerSatisfaction: Satisfaction
}

/** What stands beside editing in a finding (R3a, R5). */
export function qualityOf(marks: readonly OutputMarks[], sample: SampleKind): Quality {
  return {
    metEvery: rateOf(
      marks.map(({ metEvery }) => metEvery),
      sample,
    ),
    notFit: rateOf(
      marks.map(({ isFit }) => (isFit === null ? null : !isFit)),
      sample,
    ),
    userSatisfaction: satisfactionOf(marks.map(({ userRating }) => userRating)),
    reviewerSatisfaction: satisfactionOf(marks.map(({ reviewerRating }) => reviewerRating)),
  }
}

function rateOf(answers: readonly (boolean | null)[], sample: SampleKind): Rate {
  const known = answers.filter((answer) => answer !== null)
  const count = known.filter(Boolean).length
  return { count, of: known.length, range: sample === 'random' ? wilson(count, known.length) : null }
}

function satisfactionOf(ratings: readonly (number | null)[]): Satisfaction {
  const known = ratings.filter((rating) => rating !== null)
  return { mean: mean(known), n: known.length }
}
