import { addMonths, type Day, daysBetween, lastDayOf, type Month, monthOf, monthsFrom } from './dates.ts'

/**
 * When a monthly review is due: on a day (1 to 31) of the month after the one reviewed, at most its last day, or on
 * the last day of the reviewed month itself.
 */
export type MonthlyDue = number | 'last_day'

/** A month of one workflow. Days overdue are 0 unless it is open and past its due day. */
export type WorkflowMonth = {
  month: Month
  due: Day
  state: 'open' | 'finished' | 'skipped'
  /** Why it was skipped; null otherwise. */
  reason: string | null
  daysOverdue: number
  /** Before the workflow's months begin: filled from history, never overdue. */
  isHistory: boolean
}

export type MonthFacts = {
  goLiveOn: Day | null
  companyStartOn: Day
  /** The last day the workflow was in use; null while it is. */
  endedOn: Day | null
  /** Months with a review that is not finished. */
  begun: readonly Month[]
  finished: readonly Month[]
  skipped: readonly { month: Month; reason: string }[]
  due: MonthlyDue
  today: Day
}

/** The day the review of a month is due (R2); the only source for lists, Home, calendar files and reports. */
export function monthlyDue(month: Month, due: MonthlyDue): Day {
  if (due === 'last_day') return lastDayOf(month)
  const following = addMonths(month, 1)
  const last = lastDayOf(following)
  const day = `${following}-${String(due).padStart(2, '0')}`
  return day < last ? day : last
}

/**
 * The months of a workflow, oldest first (R2): from the later of go-live and company start to the month of today,
 * which can be begun from its first day, and any earlier month that is or was filled from history. A month stays
 * open until it is finished or skipped.
 */
export function workflowMonths(facts: MonthFacts): WorkflowMonth[] {
  const { goLiveOn, companyStartOn, endedOn, begun, finished, skipped, today } = facts
  const start = monthOf(goLiveOn !== null && goLiveOn > companyStartOn ? goLiveOn : companyStartOn)
  const end = monthOf(endedOn !== null && endedOn < today ? endedOn : today)
  const reasons = new Map(skipped.map(({ month, reason }) => [month, reason]))
  const done = new Set(finished)
  const months = new Set([...monthsFrom(start, end), ...begun, ...done, ...reasons.keys()])
  return [...months].sort().map((month) => {
    const due = monthlyDue(month, facts.due)
    const reason = reasons.get(month) ?? null
    const state = done.has(month) ? 'finished' : reason === null ? 'open' : 'skipped'
    const isHistory = month < start
    const isLate = state === 'open' && !isHistory && today > due
    return {
      month,
      due,
      state,
      reason: state === 'skipped' ? reason : null,
      daysOverdue: isLate ? daysBetween(due, today) : 0,
      isHistory,
    }
  })
}

/** The month to do next: the oldest open one. Null where all are closed. */
export const oldestOpenMonth = (months: readonly WorkflowMonth[]): WorkflowMonth | null =>
  months.find(({ state }) => state === 'open') ?? null

/**
 * The next month to be reviewed and its due day: the oldest open one, or the one after the last; null where the
 * workflow is in use no more and all its months are closed. A month that is still to come was begun or finished by a
 * clock that ran ahead, and leads to none.
 */
export function nextMonth(
  months: readonly WorkflowMonth[],
  { endedOn, due, today }: Pick<MonthFacts, 'endedOn' | 'due' | 'today'>,
): { month: Month; due: Day } | null {
  const known = months.filter((each) => each.month <= monthOf(today))
  const open = oldestOpenMonth(known)
  if (open) return { month: open.month, due: open.due }
  if (endedOn !== null) return null
  const last = known.at(-1)?.month ?? addMonths(monthOf(today), -1)
  const month = addMonths(last, 1)
  return { month, due: monthlyDue(month, due) }
}

/** The last day of a month that is not over; null once it is. */
export function goesOnTo(month: Month, today: Day): Day | null {
  const last = lastDayOf(month)
  return today < last ? last : null
}

/** Whether a workflow was in use no more when a period ended. */
export const isRetiredBy = (endedOn: Day | null, to: Month): boolean =>
  endedOn !== null && endedOn <= lastDayOf(to)

/** How many months of a period were held, skipped and missed (open past their due day). */
export function heldAndMissed(
  months: readonly Pick<WorkflowMonth, 'month' | 'state' | 'daysOverdue'>[],
  period: { from: Month; to: Month },
): { held: number; skipped: number; missed: number } {
  const own = months.filter(({ month }) => month >= period.from && month <= period.to)
  return {
    held: own.filter(({ state }) => state === 'finished').length,
    skipped: own.filter(({ state }) => state === 'skipped').length,
    missed: own.filter(({ daysOverdue }) => daysOverdue > 0).length,
  }
}

/** The months that rows of an import go to, oldest first; an undated row goes to `undatedTo`. */
export function monthsOfRows(
  writtenOn: readonly (Day | null)[],
  undatedTo: Month,
): { month: Month; rows: number }[] {
  const groups = Map.groupBy(writtenOn, (day) => (day === null ? undatedTo : monthOf(day)))
  return [...groups]
    .map(([month, rows]) => ({ month, rows: rows.length }))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
}

/** Where the app goes after an import: the oldest open month that got rows, else the one that got most. */
export function monthAfterImport(
  rows: readonly { month: Month; rows: number }[],
  months: readonly WorkflowMonth[],
): Month | null {
  const open = months.find(
    ({ month, state }) => state === 'open' && rows.some((each) => each.month === month),
  )
  const most = rows.toSorted((a, b) => b.rows - a.rows || (a.month < b.month ? 1 : -1))[0]
  return open?.month ?? most?.month ?? null
}

/** Whether a month is offered to be skipped: one that has ended, is owed, and still open. */
export function canSkip(
  { month, state, isHistory }: { month: Month; state: string; isHistory: boolean },
  today: Day,
): boolean {
  return month < monthOf(today) && !isHistory && state !== 'completed' && state !== 'skipped'
}

/** The monthly reviews due from today to `until`, soonest first: the open ones and those of months to come. */
export function upcomingMonths(
  months: readonly WorkflowMonth[],
  { due, today, until }: Pick<MonthFacts, 'due' | 'today'> & { until: Day },
): { month: Month; due: Day }[] {
  const open = months.flatMap(({ state, month }) => (state === 'open' ? [month] : []))
  const toCome = monthsFrom(addMonths(monthOf(today), 1), monthOf(until))
  return [...open, ...toCome]
    .map((month) => ({ month, due: monthlyDue(month, due) }))
    .filter((each) => each.due >= today && each.due <= until)
}
