import type { Month } from '../../../shared/domain/time/dates.ts'

/** "Nov"; January also carries its year, "Jan ’27", so that a long axis can be read. */
export function shortMonth(month: Month, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const name = format.format(new Date(`${month}-01T00:00:00Z`))
  return month.endsWith('-01') ? `${name} ’${month.slice(2, 4)}` : name
}
