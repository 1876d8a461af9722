import type { Day, Month } from './time/dates.ts'

/** Decimals of a difference in points, on screen, in the PDF and in the workbook. */
export const pointDecimals = 1
const shareDecimals = 2 + pointDecimals

/**
 * A figure rounded half up to `decimals`, judged by its decimal digits as a spreadsheet does (0.1785 to three
 * decimals is 0.179, though its binary value lies just below). Screen, PDF and workbook all round here.
 */
export function roundFigure(value: number, decimals: number): number {
  const scaled = Number((Math.abs(value) * 10 ** decimals).toPrecision(14))
  const rounded = Math.round(scaled) / 10 ** decimals
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

/**
 * From one fraction to another as the figures beside it are shown: 0.2176 to 0.1244 is -0.094, because 21.8% and
 * 12.4% are read. Whether it is more than chance is told from the fractions themselves. `docs/adr/0022`.
 */
export function shownDifference(from: number, to: number): number {
  return roundFigure(roundFigure(to, shareDecimals) - roundFigure(from, shareDecimals), shareDecimals)
}

/** A fraction with one decimal: "17.8%". */
export function formatShare(share: number, locale: string): string {
  return percent(roundFigure(share, shareDecimals), pointDecimals, locale)
}

/** A fraction in whole per cents: "18%". */
export function formatWholeShare(share: number, locale: string): string {
  return percent(roundFigure(share, 2), 0, locale)
}

/** Two fractions as a range in whole per cents: "11–25%"; one figure when both round alike. */
export function formatRange(low: number, high: number, locale: string): string {
  const from = formatWholeShare(low, locale)
  const to = formatWholeShare(high, locale)
  return from === to ? to : `${formatNumber(roundFigure(low, 2) * 100, 0, locale)}–${to}`
}

/** A difference of fractions in points, with its sign: "+10.9 points", "−2.1 points". */
export function formatPoints(difference: number, locale: string): string {
  return pointsWords(difference, locale, 'exceptZero')
}

/** A difference of fractions in points, whichever way it goes: "10.9 points". */
export function formatDistance(difference: number, locale: string): string {
  return pointsWords(difference, locale, 'never')
}

function pointsWords(difference: number, locale: string, signDisplay: 'exceptZero' | 'never'): string {
  const decimals = { minimumFractionDigits: pointDecimals, maximumFractionDigits: pointDecimals }
  const points = roundFigure(difference, shareDecimals) * 100
  return `${withMinus(numberFormat(locale, { ...decimals, signDisplay }).format(points))} points`
}

/** A number with a fixed count of decimals, grouped as the locale does. */
export function formatNumber(value: number, decimals: number, locale: string): string {
  const format = numberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  return withMinus(format.format(roundFigure(value, decimals)))
}

/** "March 2026". */
export function formatMonth(month: Month, locale: string): string {
  return formatDate(`${month}-01`, { month: 'long', year: 'numeric' }, locale)
}

/** "Mar 2026". */
export function formatShortMonth(month: Month, locale: string): string {
  return formatDate(`${month}-01`, { month: 'short', year: 'numeric' }, locale)
}

/** "March". */
export function formatMonthName(month: Month, locale: string): string {
  return formatDate(`${month}-01`, { month: 'long' }, locale)
}

/** "4 March 2026" in en-GB. */
export function formatDay(day: Day, locale: string): string {
  return formatDate(day, { day: 'numeric', month: 'long', year: 'numeric' }, locale)
}

/** "30 Nov" in en-GB. */
export function formatShortDay(day: Day, locale: string): string {
  return formatDate(day, { day: 'numeric', month: 'short' }, locale)
}

/** "30 Nov" in the year of `today`, "30 Nov 2025" in another one. */
export function formatNearDay(day: Day, today: Day, locale: string): string {
  if (day.slice(0, 4) === today.slice(0, 4)) return formatShortDay(day, locale)
  return formatDate(day, { day: 'numeric', month: 'short', year: 'numeric' }, locale)
}

/** "7 November" in the year of `today`, "7 January 2027" in another one. */
export function formatDayOfYear(day: Day, today: Day, locale: string): string {
  if (day.slice(0, 4) !== today.slice(0, 4)) return formatDay(day, locale)
  return formatDate(day, { day: 'numeric', month: 'long' }, locale)
}

/** Minutes as "52 min", "2 h" or "2 h 10". */
export function formatMinutes(minutes: number): string {
  const whole = Math.round(minutes)
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}

/**
 * A typed number; both "6,5" and "6.5" are read in every locale. Of two kinds of mark the last is the decimal
 * one; "1,234" and "1.234" follow the locale. Null when it is not a number.
 */
export function parseNumber(text: string, locale: string): number | null {
  const typed = text
    .trim()
    .replace(/[\s\u00A0\u202F'’]/g, '')
    .replace('−', '-')
  if (!/^[+-]?\d*(?:[.,]\d+)*$/.test(typed) || !/\d/.test(typed)) return null
  const decimalMark = decimalMarkOf(typed, locale)
  const groupMark = decimalMark === '.' ? ',' : '.'
  const [whole = '', fraction, ...more] = typed.split(decimalMark)
  if (more.length > 0 || fraction?.includes(groupMark)) return null
  if (whole.includes(groupMark) && !/^[+-]?\d{1,3}(?:[.,]\d{3})+$/.test(whole)) return null
  return Number(`${whole.replaceAll(groupMark, '')}.${fraction ?? 0}`)
}

function decimalMarkOf(typed: string, locale: string): string {
  const marks = typed.replace(/[^.,]/g, '')
  const last = marks.at(-1)
  const other = last === '.' ? ',' : '.'
  if (last === undefined || marks.includes(other)) return last ?? '.'
  const looksGrouped = /^[+-]?[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(typed)
  if (marks.length > 1) return other
  return looksGrouped ? localeDecimalMark(locale) : last
}

function localeDecimalMark(locale: string): string {
  const parts = numberFormat(locale, {}).formatToParts(1.5)
  return parts.find((part) => part.type === 'decimal')?.value ?? '.'
}

function percent(share: number, decimals: number, locale: string): string {
  return numberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(share)
}

function formatDate(day: Day, options: Intl.DateTimeFormatOptions, locale: string): string {
  return dateFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** Many locales write a hyphen, which is shorter than a plus and breaks from its figure at the end of a line. */
const withMinus = (figure: string) => figure.replace('-', '\u2212')

const numberFormat = keptFormats(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)
const dateFormat = keptFormats(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)

/** To make a format takes far longer than to use it, and a long table asks for the same few hundreds of times. */
function keptFormats<Options, Format>(make: (locale: string, options: Options) => Format) {
  const made = new Map<string, Format>()
  return (locale: string, options: Options): Format => {
    const key = `${locale} ${JSON.stringify(options)}`
    const format = made.get(key) ?? make(locale, options)
    made.set(key, format)
    return format
  }
}
