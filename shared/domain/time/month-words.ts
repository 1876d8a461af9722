import { formatDayOfYear, formatMonth, formatMonthName } from '../format.ts'
import { addMonths, type Day, type Month, monthOf } from './dates.ts'
import type { WorkflowMonth } from './months.ts'

/** The month by name alone where it can only be the one within a year of the day. */
export function nearMonth(month: Month, day: Day, locale: string): string {
  const isNear = month > addMonths(monthOf(day), -12) && month < addMonths(monthOf(day), 12)
  return isNear ? formatMonthName(month, locale) : formatMonth(month, locale)
}

/** "October review, due 7 November, 5 days overdue" */
export function monthWords(month: WorkflowMonth, today: Day, locale: string): string {
  const name = `${nearMonth(month.month, today, locale)} review`
  if (month.state === 'finished') return `${name}, done`
  if (month.state === 'skipped') return `${name}, skipped: ${month.reason}`
  if (month.isHistory) return `${name}, from before you started`
  const due = `${name}, due ${month.due === today ? 'today' : formatDayOfYear(month.due, today, locale)}`
  return month.daysOverdue > 0 ? `${due}, ${overdueWords(month.daysOverdue)}` : due
}

const overdueWords = (days: number) => `${days} ${days === 1 ? 'day' : 'days'} overdue`

/** "11 of 12 months reviewed, 1 missed" */
export function heldWords({
  held,
  skipped,
  missed,
}: {
  held: number
  skipped: number
  missed: number
}): string {
  const all = held + skipped + missed
  const rest = [skipped > 0 ? `${skipped} skipped` : '', missed > 0 ? `${missed} missed` : '']
  return [`${held} of ${all} ${all === 1 ? 'month' : 'months'} reviewed`, ...rest.filter(Boolean)].join(', ')
}
