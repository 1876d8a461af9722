import type { SeriesWeek } from './calendar.ts'
import type { MonthlyDue } from './months.ts'

/**
 * The latest week whose weekday never falls after the due day, so that one calendar series serves every month (R8):
 * the nth weekday lies on day 7n at the latest. Below day 7 it is the last one of the reviewed month itself.
 */
export function latestWeek(due: MonthlyDue): { week: SeriesWeek; inMonth: 'reviewed' | 'following' } {
  if (due === 'last_day' || due < 7) return { week: -1, inMonth: 'reviewed' }
  const weeks = [1, 2, 3, 4] as const
  return { week: weeks[Math.min(4, Math.floor(due / 7)) - 1] ?? 1, inMonth: 'following' }
}
