import type { Month } from '../../../shared/domain/dates.ts'

/** "Nov"; January also carries its year, "Jan 27", so that a long axis can be read. */
export function shortMonth(month: Month, locale: string): string {
  const options: Intl.DateTimeFormatOptions = month.endsWith('-01')
    ? { month: 'short', year: '2-digit' }
    : { month: 'short' }
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
}
