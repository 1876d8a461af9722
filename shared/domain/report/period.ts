import { formatMonth, formatMonthName } from '../format.ts'
import { addMonths, type Month } from '../time/dates.ts'

/** What a report is about: whole months, both ends in it. */
export type ReportPeriod = { kind: 'month' | 'quarter' | 'year' | 'since'; from: Month; to: Month }

/** A month as a period. */
export const monthPeriod = (month: Month): ReportPeriod => ({ kind: 'month', from: month, to: month })

/**
 * The periods to choose from, the latest finished month first. `finished` are months with a finished review,
 * `lastReportTo` is the last month of the report kept last. Empty while nothing is finished.
 */
export function reportPeriods(finished: readonly Month[], lastReportTo: Month | null): ReportPeriod[] {
  const latest = finished.toSorted().at(-1)
  if (latest === undefined) return []
  const quarter = quarterOf(latest)
  const since = lastReportTo === null ? null : addMonths(lastReportTo, 1)
  return [
    monthPeriod(latest),
    { kind: 'quarter', ...quarter },
    { kind: 'year', from: `${latest.slice(0, 4)}-01`, to: latest },
    // Two periods of the same months would be the same report twice.
    ...(since !== null && since < latest ? [{ kind: 'since' as const, from: since, to: latest }] : []),
  ]
}

/** The calendar quarter of a month, up to that month where it is not over. */
function quarterOf(month: Month): { from: Month; to: Month } {
  const index = Math.floor((Number(month.slice(5)) - 1) / 3)
  const from = `${month.slice(0, 4)}-${String(index * 3 + 1).padStart(2, '0')}`
  return { from, to: month }
}

/** "October 2026", "Quarter 4 of 2026, to October", "2026, to October", "August to October 2026" */
export function periodName({ kind, from, to }: ReportPeriod, locale: string): string {
  const year = to.slice(0, 4)
  if (kind === 'month') return formatMonth(to, locale)
  if (kind === 'quarter') {
    const quarter = Math.ceil(Number(to.slice(5)) / 3)
    const isWhole = Number(to.slice(5)) % 3 === 0
    return `Quarter ${quarter} of ${year}${isWhole ? '' : `, to ${formatMonthName(to, locale)}`}`
  }
  if (kind === 'year') return to.endsWith('-12') ? year : `${year}, to ${formatMonthName(to, locale)}`
  if (from === to) return formatMonth(to, locale)
  const first = from.startsWith(year) ? formatMonthName(from, locale) : formatMonth(from, locale)
  return `${first} to ${formatMonth(to, locale)}`
}
