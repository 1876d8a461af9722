import type { UpcomingDate } from '../../../../shared/contract/results.ts'
import { formatMonthName } from '../../../../shared/domain/format.ts'
import { addDays, type Day, type Month } from '../../../../shared/domain/time/dates.ts'
import { type MonthlyDue, upcomingMonths, type WorkflowMonth } from '../../../../shared/domain/time/months.ts'

const daysAhead = 90

/** The monthly reviews that are overdue and those of the next 90 days, one line a month; `from` is the first to do. */
export function reviewDates(
  months: readonly WorkflowMonth[],
  { today, due, from, locale }: { today: Day; due: MonthlyDue; from: Month; locale: string },
): UpcomingDate[] {
  const open = new Map(months.filter(({ state }) => state === 'open').map((each) => [each.month, each]))
  const overdue = [...open.values()].filter(({ daysOverdue }) => daysOverdue > 0)
  const upcoming = upcomingMonths([...open.values()], { due, today, until: addDays(today, daysAhead) })
  return [...overdue, ...upcoming.filter(({ month }) => month >= from)].map(({ month, due: on }) => ({
    on,
    what: `${formatMonthName(month, locale)} review`,
    isOverdue: on < today,
    target: { page: 'session', month },
  }))
}
