import { addDays, type Day, daysBetween } from './dates.ts'

/** Days without work after which the computer's clock alone does not say that they have passed: it may be wrong. */
const longestPause = 300

export type Wait = { from: Day; until: Day }

/**
 * A wait of some days from today, or from the last day of work where the clock was set back since. `lastWorkedOnTo`
 * finds the last day of work that is not after a day.
 */
export function waitFrom(today: Day, days: number, lastWorkedOnTo: (day: Day) => Day | null): Wait {
  const last = lastWorkedOnTo(addDays(today, longestPause)) ?? today
  const from = last > today ? last : today
  return { from, until: addDays(from, days) }
}

/**
 * Whether what waits has waited its days: only once work was done on an earlier day on which it had, and nothing
 * says that the clock jumped meanwhile. A wait that was begun by another clock is doubtful, and has to begin anew.
 */
export function stateOfWait(
  { from, until }: Wait,
  today: Day,
  workedOn: readonly Day[],
): 'waits' | 'over' | 'doubtful' {
  if (daysBetween(today, from) > longestPause) return 'doubtful'
  if (until > today) return 'waits'
  const days = [from, ...workedOn.filter((day) => day >= from && day <= today), today].sort()
  const hasJumped = days.some((day, at) => daysBetween(days[at - 1] ?? day, day) > longestPause)
  if (hasJumped) return 'doubtful'
  return days.some((day) => day >= until && day < today) ? 'over' : 'waits'
}
