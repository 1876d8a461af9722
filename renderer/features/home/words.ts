import type { Day } from '../../../shared/domain/time/dates.ts'

/** "Good morning, Dana"; `hour` is the local hour, 0 to 23. */
export function greeting(ownerName: string, hour: number): string {
  const part = hour < 5 || hour >= 18 ? 'evening' : hour < 12 ? 'morning' : 'afternoon'
  const firstName = ownerName.trim().split(/\s+/)[0] ?? ''
  return firstName === '' ? `Good ${part}` : `Good ${part}, ${firstName}`
}

/** "Monday 30 November"; with the year: "Saturday 21 November 2026". */
export function dayWithWeekday(day: Day, locale: string, withYear = false): string {
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }
  if (withYear) options.year = 'numeric'
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T00:00:00Z`))
}

/** "Tue 17 Nov" */
export function shortWeekday(day: Day, locale: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T00:00:00Z`)).replace(',', '')
}

const numberWords = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** "five", and digits above ten. */
export const inWords = (n: number): string => numberWords[n] || String(n)
