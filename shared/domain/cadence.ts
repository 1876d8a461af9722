import { addDays, addMonthsToDay, type Day, lastDayOf, type Month, monthOf, monthsFrom } from './dates.ts'

/** A date on Home. `period` is the month a monthly review is about. */
export type UpcomingDate =
  | { kind: 'monthly_review'; on: Day; period: Month }
  | { kind: 'foundation_review'; on: Day }

const monthsReviewedMonthly = 6
const monthsBetweenLater = 3

/** When the review of a month is due: on `dueDay` (1 to 31) of that month, at most its last day. */
export function monthlyReviewDue(period: Month, dueDay: number | null): Day {
  const last = lastDayOf(period)
  if (dueDay === null) return last
  const due = `${period}-${String(dueDay).padStart(2, '0')}`
  return due < last ? due : last
}

/**
 * Foundation reviews from `from` to `until`, both included: every month for six months after the newest
 * go-live, then every three months. Empty without a go-live.
 */
export function foundationReviewDates(newestGoLive: Day | null, from: Day, until: Day): Day[] {
  if (newestGoLive === null) return []
  const dates: Day[] = []
  let months = 1
  for (
    let date = addMonthsToDay(newestGoLive, months);
    date <= until;
    date = addMonthsToDay(newestGoLive, months)
  ) {
    if (date >= from) dates.push(date)
    months += months < monthsReviewedMonthly ? 1 : monthsBetweenLater
  }
  return dates
}

/** The dates of the next 90 days, today included, soonest first; months already reviewed are left out. */
export function upcomingDates({
  today,
  dueDay,
  newestGoLive,
  finishedPeriods,
}: {
  today: Day
  dueDay: number | null
  newestGoLive: Day | null
  finishedPeriods: readonly Month[]
}): UpcomingDate[] {
  const until = addDays(today, 90)
  const monthly = monthsFrom(monthOf(today), monthOf(until))
    .filter((period) => !finishedPeriods.includes(period))
    .map((period): UpcomingDate => ({ kind: 'monthly_review', on: monthlyReviewDue(period, dueDay), period }))
    .filter(({ on }) => on >= today && on <= until)
  const foundation = foundationReviewDates(newestGoLive, today, until).map(
    (on): UpcomingDate => ({ kind: 'foundation_review', on }),
  )
  return [...monthly, ...foundation].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
