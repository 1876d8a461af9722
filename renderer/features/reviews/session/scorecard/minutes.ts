import type { ItemPatch, ReviewItem } from '../../../../../shared/contract/reviews/reviews.ts'
import { parseNumber } from '../../../../../shared/domain/format.ts'
import { words } from './words.ts'

export type MinutesSource = NonNullable<ReviewItem['minutesSource']>

const mostMinutes = 10_000

/** Stored minutes as they are typed: "6.5", and nothing where nobody knows. */
export function minutesText(minutes: number | null, locale: string): string {
  if (minutes === null) return ''
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false }).format(minutes)
}

/** Why typed minutes cannot be stored; null where they can, or where there are none. */
export function minutesProblem(text: string, locale: string): string | null {
  if (text.trim() === '') return null
  const minutes = parseNumber(text, locale)
  if (minutes === null || minutes < 0) return words.enterMinutesAsANumber
  return minutes > mostMinutes ? words.enter10000MinutesAt : null
}

/** What typed minutes change; null where the text says what is stored already, or cannot be stored. */
export function minutesPatch(
  text: string,
  source: MinutesSource,
  stored: number | null,
  locale: string,
): ItemPatch | null {
  if (minutesProblem(text, locale) !== null) return null
  const minutes = text.trim() === '' ? null : parseNumber(text, locale)
  if (minutes === stored) return null
  const typed = source === 'file' ? 'estimate' : source
  return { editMinutes: minutes, minutesSource: minutes === null ? null : typed }
}
