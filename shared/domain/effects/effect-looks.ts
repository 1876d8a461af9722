import { compareMeans } from '../figures/statistics.ts'
import { compareText, type FinishedReview, fewestValues } from '../findings/finished-review.ts'
import { type Day, type Month, monthOf } from '../time/dates.ts'
import { type PlacedOutput, type Side, sideOf } from './effect-sides.ts'

export type Stage = 'first_look' | 'firming_up' | 'settled'
export type EffectVerdict = 'better' | 'about_the_same' | 'worse' | 'cannot_be_told'
export type WhyNotTold = 'few_before' | 'few_after' | 'measure_changed'

/** The verdict as it stood when a review was finished. Shares are fractions; `why` says why nothing can be told. */
export type Look = {
  stage: Stage
  month: Month
  finishedOn: Day
  before: Side
  after: Side
  difference: number | null
  noise: number | null
  verdict: EffectVerdict
  why: WhyNotTold | null
}

/** So many outputs at most stand for the time before. */
export const newestOutputs = 20
const settledOutputs = 30
const settledReviews = 3
const verdicts = { lower: 'better', higher: 'worse', about_the_same: 'about_the_same' } as const

type Sides = {
  /** Outputs written before, the newest first. */
  before: readonly PlacedOutput[]
  after: readonly PlacedOutput[]
  reviews: readonly FinishedReview[]
  /** The day of the next change. */
  until: Day | null
}

/**
 * The looks at an effect, oldest first: from the first finished review that brings five outputs written after, at
 * each review that brings more, to 30 outputs, three reviews, the next change or another measure. Each look knows
 * only what was reviewed by then, so an earlier look never changes.
 */
export function looksOf({ before, after, reviews, until }: Sides): Look[] {
  const byFinish = reviews.toSorted(
    (a, b) => compareText(a.finishedOn, b.finishedOn) || compareText(a.month, b.month),
  )
  const measure = measureAfter(after, byFinish)
  const looks: Look[] = []
  if (measure === null) return looks
  const own = after.filter((output) => output.measure === measure)
  const known: PlacedOutput[] = []
  let reviewsCounted = 0
  for (const review of byFinish) {
    const brought = own.filter(({ month }) => month === review.month)
    known.push(...brought)
    if (brought.length > 0) reviewsCounted++
    const isEnd =
      (until !== null && review.finishedOn >= until && review.month >= monthOf(until)) ||
      (reviewsCounted > 0 && review.measure !== measure)
    if (known.length < fewestValues ? !isEnd : brought.length === 0 && !isEnd) continue
    const isSettled = isEnd || known.length >= settledOutputs || reviewsCounted >= settledReviews
    const stage = isSettled ? 'settled' : looks.length === 0 ? 'first_look' : 'firming_up'
    const seen = before.filter(({ finishedOn }) => finishedOn <= review.finishedOn)
    looks.push({
      stage,
      month: review.month,
      finishedOn: review.finishedOn,
      ...compareSides(seen, known, measure),
    })
    if (isSettled) break
  }
  return looks
}

/** The measure of the review that first brings an output written after. */
function measureAfter(after: readonly PlacedOutput[], byFinish: readonly FinishedReview[]) {
  const months = new Set(after.map(({ month }) => month))
  return byFinish.find(({ month }) => months.has(month))?.measure ?? null
}

function compareSides(
  seen: readonly PlacedOutput[],
  known: readonly PlacedOutput[],
  measure: FinishedReview['measure'],
): Omit<Look, 'stage' | 'month' | 'finishedOn'> {
  const chosen = seen.filter((output) => output.measure === measure).slice(0, newestOutputs)
  const sides = { before: sideOf(chosen), after: sideOf(known) }
  const untold = { ...sides, difference: null, noise: null, verdict: 'cannot_be_told' as const }
  if (chosen.length < fewestValues) {
    return { ...untold, why: seen.length < fewestValues ? 'few_before' : 'measure_changed' }
  }
  const comparison =
    known.length < fewestValues
      ? null
      : compareMeans(
          known.map(({ value }) => value),
          chosen.map(({ value }) => value),
        )
  if (!comparison) return { ...untold, why: 'few_after' }
  const { difference, noise, verdict } = comparison
  return { ...sides, difference, noise, verdict: verdicts[verdict], why: null }
}
