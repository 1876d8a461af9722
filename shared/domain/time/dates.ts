import { Temporal } from 'temporal-polyfill'

/** A calendar day, 'YYYY-MM-DD'. */
export type Day = string

/** A calendar month, 'YYYY-MM'. */
export type Month = string

const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** True for a day that exists, written 'YYYY-MM-DD'. */
export function isDay(text: string): text is Day {
  if (!dayPattern.test(text)) return false
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

/** The month `n` months later; `n` may be negative. Throws RangeError when `month` is not a month. */
export function addMonths(month: Month, n: number): Month {
  const at = monthNumber(month) + n
  const year = Math.floor(at / 12)
  return `${String(year).padStart(4, '0')}-${String(at - year * 12 + 1).padStart(2, '0')}`
}

/** The same day of the month `n` months later, or that month's last day when it has no such day. */
export function addMonthsToDay(day: Day, n: number): Day {
  return Temporal.PlainDate.from(day).add({ months: n }).toString()
}

/** The day `n` days later; `n` may be negative. */
export function addDays(day: Day, n: number): Day {
  return Temporal.PlainDate.from(day).add({ days: n }).toString()
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  const at = monthNumber(month)
  const days = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate()
  return `${month}-${days}`
}

/** Days from one day to another: negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}

/** Every month from `first` to `last`, both included; empty when `last` comes first. */
export function monthsFrom(first: Month, last: Month): Month[] {
  const months: Month[] = []
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month)
  return months
}

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/

/** Months since the year 0: plain arithmetic, for lists go through thousands of months. */
function monthNumber(month: Month): number {
  if (!monthPattern.test(month)) throw new RangeError(`${month} is not a month`)
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
}
