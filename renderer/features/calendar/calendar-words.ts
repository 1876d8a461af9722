import type { Series, SeriesKind, SeriesTime } from '../../../shared/contract/calendar.ts'
import { formatDay } from '../../../shared/domain/format.ts'

export const seriesNames: Readonly<Record<SeriesKind, string>> = {
  monthly_review: 'Monthly review',
  foundation_review: 'Foundation review',
}

/** Which of a month's Tuesdays, as choices of a select. */
export const weeks: readonly { value: string; label: string }[] = [
  { value: '1', label: 'First' },
  { value: '2', label: 'Second' },
  { value: '3', label: 'Third' },
  { value: '4', label: 'Fourth' },
  { value: '-1', label: 'Last' },
]

/** The days of the week, Monday first, as choices of a select. */
export function weekdays(locale: string): { value: string; label: string }[] {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: name.format(new Date(Date.UTC(2024, 0, day))),
  }))
}

/** A chosen week as the contract has it; null for anything else. */
export function weekOf(value: string): SeriesTime['week'] | null {
  const week = Number(value)
  return week === 1 || week === 2 || week === 3 || week === 4 || week === -1 ? week : null
}

/** When it is held next and due, and until when this rhythm holds: "Next on 1 December 2026, due 7 December 2026." */
export function nextWords(
  { firstOn, dueOn, lastOn }: Pick<Series, 'firstOn' | 'dueOn' | 'lastOn'>,
  locale: string,
): string {
  if (firstOn === null) return 'Nothing to plan yet: it begins with a Foundation and a workflow in use.'
  const due = dueOn === null ? '' : `, due ${formatDay(dueOn, locale)}`
  const next = `Next on ${formatDay(firstOn, locale)}${due}.`
  if (lastOn === null) return next
  return `${next} The last one in this rhythm is on ${formatDay(lastOn, locale)}; after that it is every three months.`
}
