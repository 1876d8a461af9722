import { Temporal } from 'temporal-polyfill'
import type { Series, SeriesTime } from '../../contract/calendar.ts'
import { addMonths, addMonthsToDay, type Day, type Month, monthOf } from './dates.ts'

export type SeriesWeek = SeriesTime['week']

type Weekday = Pick<SeriesTime, 'week' | 'weekday'>

/** When a series falls, without its time of day. */
export type Rhythm = Weekday & Pick<Series, 'everyMonths' | 'lastOn'> & { firstOn: Day }

/** How often the Foundation review is held: each month for six months after a go-live, then each quarter. */
const monthlyPhaseMonths = 6
const quarter = 3

/** The nth weekday of a month: `week` 1 to 4, or -1 for the last; `weekday` 1 is Monday. */
export function weekdayOf(month: Month, { week, weekday }: Weekday): Day {
  const first = Temporal.PlainDate.from(`${month}-01`)
  if (week > 0) {
    const days = ((weekday - first.dayOfWeek + 7) % 7) + (week - 1) * 7
    return first.add({ days }).toString()
  }
  const last = first.with({ day: first.daysInMonth })
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 }).toString()
}

/** The first date of a series that begins in a month and is not before `from`. */
function firstDate(time: Weekday, month: Month, everyMonths: number, from: Day): Day {
  const date = weekdayOf(month, time)
  return date >= from ? date : firstDate(time, addMonths(month, everyMonths), everyMonths, from)
}

/** The first `count` dates of a series; fewer where it ends. */
export function seriesDates({ everyMonths, firstOn, lastOn, ...time }: Rhythm, count: number): Day[] {
  return Array.from({ length: count }, (_, index) =>
    weekdayOf(addMonths(monthOf(firstOn), index * everyMonths), time),
  ).filter((date) => lastOn === null || date <= lastOn)
}

/** The monthly review: every month from today on. */
export function monthlyRhythm({ week, weekday }: Weekday, today: Day): Rhythm {
  const firstOn = firstDate({ week, weekday }, monthOf(today), 1, today)
  return { week, weekday, everyMonths: 1, firstOn, lastOn: null }
}

/**
 * The month in which a series holds the review of a due day: that of the due day where the nth weekday can never
 * fall after it, else the one before. A calendar file has one rule for all its dates, so no date decides for itself.
 */
export function seriesMonth(due: Day, week: SeriesWeek): Month {
  const isNeverAfter = week > 0 && week * 7 <= Number(due.slice(8))
  return isNeverAfter ? monthOf(due) : addMonths(monthOf(due), -1)
}

/**
 * The Foundation review from the month that its next due day is held in: monthly until the sixth month after the
 * newest go-live, whose date is `lastOn`, then quarterly.
 */
export function foundationRhythm(
  { week, weekday }: Weekday,
  { due, newestGoLive, today }: { due: Day; newestGoLive: Day | null; today: Day },
): Rhythm {
  const time = { week, weekday }
  const lastDue = newestGoLive && addMonthsToDay(newestGoLive, monthlyPhaseMonths)
  const lastMonth = lastDue && seriesMonth(lastDue, week)
  const dueMonth = seriesMonth(due, week)
  const monthly = firstDate(time, dueMonth, 1, today)
  if (lastMonth && monthOf(monthly) <= lastMonth) {
    return { ...time, everyMonths: 1, firstOn: monthly, lastOn: weekdayOf(lastMonth, time) }
  }
  const isOverdueMonthly = lastMonth !== null && dueMonth <= lastMonth
  const month = isOverdueMonthly ? addMonths(lastMonth, quarter) : dueMonth
  return { ...time, everyMonths: quarter, firstOn: firstDate(time, month, quarter, today), lastOn: null }
}

/** Whether two rhythms fall on the same dates, wherever each begins. */
export function isSameRhythm(one: Rhythm, other: Rhythm): boolean {
  return (
    one.week === other.week &&
    one.weekday === other.weekday &&
    one.everyMonths === other.everyMonths &&
    one.lastOn === other.lastOn &&
    (monthNumber(one.firstOn) - monthNumber(other.firstOn)) % one.everyMonths === 0
  )
}

function monthNumber(day: Day): number {
  const [year, month] = day.split('-').map(Number)
  return (year ?? 0) * 12 + (month ?? 0)
}

const weekWords: Readonly<Record<SeriesTime['week'], string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  '-1': 'last',
}

/** "Every month on the last Tuesday at 09:00"; weekday and time as the reader's language writes them. */
export function seriesWords(
  { week, weekday, startsAt, everyMonths }: SeriesTime & Pick<Series, 'everyMonths'>,
  locale: string,
): string {
  // 1 January 2024 was a Monday.
  const at = new Date(`2024-01-0${weekday}T${startsAt}:00Z`)
  const inWords = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at)
  const often = everyMonths === 1 ? 'Every month' : 'Every three months'
  return `${often} on the ${weekWords[week]} ${inWords({ weekday: 'long' })} at ${inWords({ timeStyle: 'short' })}`
}
