import { addDays, addMonthsToDay, type Day } from './dates.ts'

const monthsReviewedMonthly = 6
const monthsBetweenLater = 3
/** A scheduled date lies at most this many months after any day that follows the go-live. */
const longestWait = 3
/** How early a Foundation review counts for its date. */
const daysEarly = 14
const daysAhead = 90

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

/** What the next Foundation review is counted from. `knownSince` is the day the company was set up. */
export type FoundationReference = {
  newestGoLive: Day | null
  lastHeldOn: Day | null
  knownSince: Day
  /** The next date as it was agreed at the last review; it holds until something new goes live. */
  agreedOn: Day | null
}

/**
 * When the next Foundation review is due (R8): the first scheduled date after the last one. One held up to 14
 * days early counts for its date. A company that starts long after go-live begins with the next date, and a new
 * go-live begins the monthly phase again. Null without a go-live and without an agreed date.
 */
export function nextFoundationReview(reference: FoundationReference): Day | null {
  const { newestGoLive, lastHeldOn, agreedOn } = reference
  const scheduled = nextScheduled(reference)
  const isNew = newestGoLive !== null && lastHeldOn !== null && newestGoLive > lastHeldOn
  if (agreedOn === null || scheduled === null) return agreedOn ?? scheduled
  return isNew && scheduled < agreedOn ? scheduled : agreedOn
}

function nextScheduled({ newestGoLive, lastHeldOn, knownSince }: FoundationReference): Day | null {
  if (newestGoLive === null) return null
  const reference = lastHeldOn === null ? knownSince : addDays(lastHeldOn, daysEarly)
  const from = addDays(newestGoLive > reference ? newestGoLive : reference, 1)
  const [first = null] = foundationReviewDates(newestGoLive, from, addMonthsToDay(from, longestWait))
  return first
}

/** Whether a Foundation review on a day belongs to the monthly ones after a go-live or to the later ones. */
export const foundationCadence = (newestGoLive: Day, on: Day): 'monthly' | 'quarterly' =>
  on <= addMonthsToDay(newestGoLive, monthsReviewedMonthly) ? 'monthly' : 'quarterly'

/** The next Foundation review and the scheduled ones after it up to 90 days from today, soonest first. */
export function upcomingFoundationReviews(due: Day, newestGoLive: Day | null, today: Day): Day[] {
  const until = addDays(today, daysAhead)
  const after = addDays(due, daysEarly + 1)
  const later = foundationReviewDates(newestGoLive, after > today ? after : today, until)
  return due <= until ? [due, ...later] : []
}
