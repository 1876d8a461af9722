import type { DateOrder } from '../../../../shared/contract/imports.ts'

const monthNames = [
  ['january', 'januar', 'jaenner'],
  ['february', 'februar', 'feber'],
  ['march', 'maerz', 'marz', 'mrz'],
  ['april'],
  ['may', 'mai'],
  ['june', 'juni'],
  ['july', 'juli'],
  ['august'],
  ['september'],
  ['october', 'oktober'],
  ['november'],
  ['december', 'dezember'],
]

const time = String.raw`(?:[T\s,]+\d{1,2}[:.]\d{2}.*)?`
const isoDay = /^\d{4}-\d\d-\d\d$/
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?${time}$`)
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4}|\d{2})${time}$`)
const weekday = String.raw`^(?:\p{L}{2,10}[.,]*\s+)?`
const dayNamed = new RegExp(
  String.raw`${weekday}(\d{1,2})(?:st|nd|rd|th)?[.\s-]+(?:of\s+)?(\p{L}{3,9})[.\s,-]+(\d{4}|\d{2})${time}$`,
  'iu',
)
const monthNamed = new RegExp(
  String.raw`${weekday}(\p{L}{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4})${time}$`,
  'iu',
)

const firstSerial = 32_874 // 1 January 1990 as a spreadsheet counts days
const lastSerial = 73_415 // 31 December 2100
const unixEpochSerial = 25_569
const daySeconds = 86_400

/**
 * The day a text names, as YYYY-MM-DD, or null. Reads ISO, day and month in either order, month names in
 * English and German, spreadsheet serial days, and seconds or milliseconds since 1970 (as UTC). 1990 to 2100.
 */
export function readDay(text: string, order: DateOrder): string | null {
  const value = text.trim()
  if (value.length > 60) return null
  if (isoDay.test(value)) return day(value.slice(0, 4), value.slice(5, 7), value.slice(8))
  return readNumericDay(value) ?? readNamedDay(value) ?? readDatedDay(value, order)
}

/** True for a text that can only be meant as a date, so not for a bare number. */
export function looksLikeDay(text: string): boolean {
  return (
    text.length >= 6 && /\D/.test(text) && Number.isNaN(Number(text)) && readDay(text, 'day-first') !== null
  )
}

/** Which order a date like 25/03/2026 gives away; null when it fits both or neither. */
export function orderOf(text: string): DateOrder | null {
  const parts = text.length > 30 ? null : yearLast.exec(text.trim())
  if (!parts) return null
  const [first, second] = [Number(parts[1]), Number(parts[2])]
  if (first > 12 && second <= 12) return 'day-first'
  return second > 12 && first <= 12 ? 'month-first' : null
}

/** Reads 6.5, "6,5", "1,234.5", "1.234,5", "15 %" (as 15); null for anything else. */
export function readNumber(text: string): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  const value = text
    .trim()
    .replace(/\s*%$/, '')
    .replace(/[\s'’](?=\d{3}\b)/g, '')
  if (!/^[+-]?(\d[\d.,]*|[.,]\d+)$/.test(value)) return null
  const number = Number(withDecimalPoint(value))
  return Number.isFinite(number) ? number : null
}

function withDecimalPoint(value: string): string {
  const comma = value.lastIndexOf(',')
  const point = value.lastIndexOf('.')
  if (comma === -1) return value.split('.').length > 2 ? value.replaceAll('.', '') : value
  const isThousands = point === -1 ? /^[+-]?[1-9]\d{0,2}(,\d{3})+$/.test(value) : point > comma
  return isThousands ? value.replaceAll(',', '') : value.replaceAll('.', '').replace(',', '.')
}

function readNumericDay(value: string): string | null {
  if (!/^\d{5,13}([.,]\d+)?$/.test(value)) return null
  const number = Number(value.replace(',', '.'))
  if (/^(19|20)\d{6}$/.test(value)) return day(value.slice(0, 4), value.slice(4, 6), value.slice(6))
  if (number >= firstSerial && number < lastSerial + 1)
    return instantDay((number - unixEpochSerial) * daySeconds)
  const seconds = number >= 1e11 ? number / 1000 : number
  return seconds >= (firstSerial - unixEpochSerial) * daySeconds && seconds < 4.2e9
    ? instantDay(seconds)
    : null
}

function readNamedDay(value: string): string | null {
  const dayFirst = dayNamed.exec(value)
  if (dayFirst) return day(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1])
  const monthFirst = monthNamed.exec(value)
  return monthFirst ? day(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]) : null
}

function readDatedDay(value: string, order: DateOrder): string | null {
  const iso = yearFirst.exec(value)
  if (iso) return day(iso[1], iso[2], iso[3])
  const parts = yearLast.exec(value)
  if (!parts) return null
  const dayFirst = day(parts[3], parts[2], parts[1])
  const monthFirst = day(parts[3], parts[1], parts[2])
  return order === 'day-first' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst)
}

function monthOf(word = ''): string {
  const plain = word.toLowerCase().replace('ä', 'ae')
  const index = monthNames.findIndex((names) =>
    names.some((name) => name.startsWith(plain.replace(/^sept$/, 'sep'))),
  )
  return String(index + 1)
}

function day(year = '', month = '', dayOfMonth = ''): string | null {
  const fullYear = year.length === 2 ? Number(year) + 2000 : Number(year)
  const [monthNumber, dayNumber] = [Number(month), Number(dayOfMonth)]
  if (fullYear < 1990 || fullYear > 2100 || monthNumber < 1 || monthNumber > 12) return null
  if (dayNumber < 1 || dayNumber > daysIn(fullYear, monthNumber)) return null
  return `${fullYear}-${String(monthNumber).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

function instantDay(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10)
}
