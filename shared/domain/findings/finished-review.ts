import type { Measure } from '../../contract/workflows.ts'
import type { SampleKind } from '../figures/status.ts'
import type { Day, Month } from '../time/dates.ts'

/** A reviewed output. `value` is its editing (a fraction, null where unknown); `by` names who worked with it. */
export type ReviewedOutput = { id: number; writtenOn: Day | null; value: number | null; by: string | null }

/**
 * A finished monthly review as every rule reads it. `outputs` hold those of a second look too: how many known
 * values it added, and whether all it could take were taken (20, or the rest of the pool).
 */
export type FinishedReview = {
  month: Month
  finishedOn: Day
  measure: Measure
  sample: SampleKind
  outputs: readonly ReviewedOutput[]
  secondLook: { added: number; isComplete: boolean } | null
}

/** Below this many known values nothing is concluded (R3, R9). */
export const fewestValues = 5

/** The known editing values of reviews, together. */
export function valuesOf(...reviews: readonly FinishedReview[]): number[] {
  return reviews.flatMap(({ outputs }) => outputs.flatMap(({ value }) => value ?? []))
}

/** True for a review that statistics may be built on: drawn at random, with a value. */
export const isUsable = (review: FinishedReview) => review.sample === 'random' && valuesOf(review).length > 0

/** Reviews by month, oldest first. */
export function byMonth(reviews: readonly FinishedReview[]): FinishedReview[] {
  return reviews.toSorted((a, b) => compareText(a.month, b.month))
}

/**
 * The reviews measured as the one of `month` without a break of measure between, oldest first; later ones too.
 * Empty where the month has no review.
 */
export function sameMeasureAs(reviews: readonly FinishedReview[], month: Month): FinishedReview[] {
  const ordered = byMonth(reviews)
  const at = ordered.findIndex((review) => review.month === month)
  const own = ordered[at]
  if (!own) return []
  const isOther = ({ measure }: FinishedReview) => measure !== own.measure
  const start = ordered.findLastIndex((review, index) => index < at && isOther(review)) + 1
  const end = ordered.findIndex((review, index) => index > at && isOther(review))
  return ordered.slice(start, end === -1 ? undefined : end)
}

export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
