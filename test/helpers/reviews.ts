import type { FinishedReview, ReviewedOutput } from '../../shared/domain/findings/finished-review.ts'
import { addMonths, type Day, type Month } from '../../shared/domain/time/dates.ts'

type Values = readonly (number | null)[]

/** A finished minutes review of a random sample, finished on the 5th of the month after. Values are per cent. */
export function aReview(
  month: Month,
  percents: Values,
  overrides: Partial<FinishedReview> = {},
): FinishedReview {
  return {
    month,
    finishedOn: `${addMonths(month, 1)}-05`,
    measure: 'minutes',
    sample: 'random',
    outputs: percents.map((percent, index) => anOutput(month, index, percent)),
    secondLook: null,
    ...overrides,
  }
}

export function anOutput(
  month: Month,
  index: number,
  percent: number | null,
  writtenOn: Day | null = null,
): ReviewedOutput {
  const id = Number(month.replace('-', '')) * 100 + index
  return { id, writtenOn, value: percent === null ? null : percent / 100, by: null }
}

/** Ten values around a mean, in per cent: half lie `reach` above it, half below. */
export const around = (percent: number, reach = 4, n = 10): number[] =>
  Array.from({ length: n }, (_, index) => percent + (index % 2 === 0 ? reach : -reach))

/** One review a month from `first` on, around the given means in per cent. */
export const reviewsAround = (first: Month, means: readonly number[], reach = 4): FinishedReview[] =>
  means.map((percent, index) => aReview(addMonths(first, index), around(percent, reach)))
