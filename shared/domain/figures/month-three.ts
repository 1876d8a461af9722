import { addMonths, addMonthsToDay, type Day, type Month } from '../time/dates.ts'

/** A finished monthly review and its figure (a fraction, null when nothing was known). */
export type FinishedReview = { period: Month; finishedOn: Day; mean: number | null }

/** The level later months are compared with; provisional until three months after go-live. */
export type MonthThreeLevel = { period: Month; mean: number; isProvisional: boolean }

/**
 * The first review finished three months or more after go-live, of a month that ended no earlier than that;
 * until there is one, the review of the latest month. Null without any figure.
 */
export function monthThreeLevel(
  reviews: readonly FinishedReview[],
  goLiveOn: Day | null,
): MonthThreeLevel | null {
  const known = reviews.flatMap(({ period, finishedOn, mean }) =>
    mean === null ? [] : [{ period, finishedOn, mean }],
  )
  const threshold = goLiveOn === null ? null : addMonthsToDay(goLiveOn, 3)
  const settled = known
    // A month reviewed late, after the threshold, may still be one of the first three.
    .filter(
      ({ period, finishedOn }) =>
        threshold !== null && finishedOn >= threshold && firstDayAfter(period) >= threshold,
    )
    .sort((a, b) => compare(a.finishedOn, b.finishedOn) || compare(a.period, b.period))[0]
  const latest = [...known].sort(
    (a, b) => compare(b.period, a.period) || compare(b.finishedOn, a.finishedOn),
  )[0]
  const chosen = settled ?? latest
  return chosen ? { period: chosen.period, mean: chosen.mean, isProvisional: !settled } : null
}

function firstDayAfter(period: Month): Day {
  return `${addMonths(period, 1)}-01`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
