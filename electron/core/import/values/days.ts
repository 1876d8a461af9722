import type { DateOrder } from '../../../../shared/contract/imports.ts'
import { clockIn, instantDay } from './moments.ts'
import { monthOf } from './month-names.ts'

const weekday = String.raw`^(?:[\p{L}-]{2,14}[.,]*\s+)?`
const isoDay = /^\d{4}-\d\d-\d\d$/
const yearFirst = /^(\d{4})[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})\.?(?!\d)/
const yearLast = new RegExp(String.raw`${weekday}(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4}|\d{2})(?!\d)`, 'u')
const dayNamed = new RegExp(
  String.raw`${weekday}(\d{1,2})(?:st|nd|rd|th|er)?[.\s/-]+(?:(?:of|de)\s+)?(\p{L}{3,10})[.\s,/-]+(?:de\s+)?['’]?(\d{4}|\d{2})(?!\d)`,
  'iu',
)
const monthNamed = new RegExp(
  String.raw`${weekday}(\p{L}{3,10})\.?[\s/-]+(\d{1,2})(?:st|nd|rd|th)?[\s,/-]+(\d{4})(?!\d)`,
  'iu',
)
const yearNamed = /^(\d{4})[\s/-]+(\p{L}{3,10})\.?[\s/-]+(\d{1,2})(?!\d)/iu
const ctime = /^\p{L}{3},?\s+(\p{L}{3,10})\s+(\d{1,2})\s+(\d{1,2}:\d{2}.*?)\s+(\d{4})$/iu
const asian = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?(?:\s?[(（]\p{L}{1,3}[)）])?/u
const basic = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?/
const timeFirst = /^(\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?)[,\s]+(?:on\s+|am\s+)?(?=.{6})/i
/** What may follow a day: nothing, or a time however it is written. */
const rest =
  /^$|^(?:[T\s,.]|\s*,?\s*(?:at|um|à|om|klo|kl\.?|a las|alle|às|o|오전|오후|上午|下午|午前|午後)\s?)\s*\d{1,2}[:.h時时시]\s?\d{2}.*$|^[,\s]*[(（]?\p{L}{2,12}[)）]?$/iu

/** A date as a program prints it: datetime.datetime(2026, 3, 3, 14, 5), ISODate("2026-03-03T14:05:11Z"). */
const calls = /^[A-Za-z][\w.]*\(\s*["']?(\d[^()"']*)["']?[^()]*\)$/
const firstSerial = 32_874 // 1 January 1990 as a spreadsheet counts days
const lastSerial = 73_415 // 31 December 2100
const unixEpochSerial = 25_569
const daySeconds = 86_400
const firstSecond = (firstSerial - unixEpochSerial) * daySeconds
const lastSecond = 4.2e9
const longest = 80

/**
 * The day a text names, as YYYY-MM-DD, or null; one with a time zone is the owner's day. Reads ISO, day and month in
 * either order, month names, spreadsheet days, and any unit since 1970. 1990 to 2100.
 */
export function readDay(text: string, order: DateOrder): string | null {
  if (text.length > longest * 2) return null
  const value = text.trim()
  if (isoDay.test(value)) return day(value.slice(0, 4), value.slice(5, 7), value.slice(8))
  if (value.length < 5 || value.length > longest || !/\d/.test(value)) return null
  return /^[\d.,]+(?:e\+?\d+)?$/i.test(value) && !yearLast.test(value) && !yearFirst.test(value)
    ? readNumericDay(value)
    : readWrittenDay(value.replace(/[\u00A0\u202F\u2009]/g, ' '), order)
}

/** True for a text that can only be meant as a date, so not for a bare number. */
export function looksLikeDay(text: string): boolean {
  return (
    text.length >= 6 &&
    text.length <= longest &&
    /\D/.test(text) &&
    Number.isNaN(Number(text)) &&
    readDay(text, 'day-first') !== null
  )
}

/** Day and month of a date written in numbers with the year last, as they stand; null for any other text. */
export function openDate(text: string): [number, number] | null {
  const parts = text.length > 60 ? null : yearLast.exec(text.trim())
  return parts ? [Number(parts[1]), Number(parts[2])] : null
}

/** Which order a date like 25/03/2026 gives away; null when it fits both or neither. */
export function orderOf(text: string): DateOrder | null {
  const [first, second] = openDate(text) ?? [0, 0]
  if (first > 12 && second <= 12) return 'day-first'
  return second > 12 && first <= 12 ? 'month-first' : null
}

function readNumericDay(value: string): string | null {
  if (/^(19|20)\d{6}(\d{6})?$/.test(value) && readsAsClock(value))
    return day(value.slice(0, 4), value.slice(4, 6), value.slice(6, 8))
  if (!/^\d{5,19}([.,]\d+)?$/.test(value) && !/^\d(\.\d+)?e\+?\d{1,2}$/i.test(value)) return null
  const number = Number(value.replace(',', '.'))
  if (number >= firstSerial && number < lastSerial + 1) {
    return new Date((number - unixEpochSerial) * daySeconds * 1000).toISOString().slice(0, 10)
  }
  const unit = [1, 1e3, 1e6, 1e9].find((each) => number / each >= firstSecond && number / each < lastSecond)
  return unit === undefined ? null : instantDay((number / unit) * 1000)
}

/** Six digits after a day are its time: 20260303140511. */
const readsAsClock = (value: string) =>
  value.length === 8 || /^([01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(value.slice(8))

function readWrittenDay(value: string, order: DateOrder): string | null {
  const called = calls.exec(value)
  if (called)
    return readDay((called[1] ?? '').replace(/^(\d{4}), ?(\d{1,2}), ?(\d{1,2})\b.*/, '$1-$2-$3'), order)
  const json = /^\\?\/Date\((\d{11,14})(?:[+-]\d{4})?\)\\?\/$/.exec(value)
  if (json) return instantDay(Number(json[1]))
  const compact = basic.exec(value)
  if (compact) {
    const [, year, month, dayOfMonth, hour, minute] = compact
    return moved(day(year, month, dayOfMonth), ` ${hour}:${minute} ${value.slice(compact[0].length)}`)
  }
  const time = timeFirst.exec(value)
  if (time) return readWrittenDay(`${value.slice(time[0].length)} ${time[1]}`, order)
  const clock = ctime.exec(value)
  if (clock) return moved(day(clock[4], monthOf(clock[1]), clock[2]), ` ${clock[3]}`)
  for (const [pattern, read] of forms) {
    const parts = pattern.exec(value)
    if (!parts) continue
    const tail = value.slice(parts[0].length)
    const found = rest.test(tail) ? read(parts, order) : null
    if (found !== null) return moved(found, tail)
  }
  return null
}

type Form = readonly [RegExp, (parts: RegExpExecArray, order: DateOrder) => string | null]
const forms: readonly Form[] = [
  [yearFirst, (parts) => day(parts[1], parts[2], parts[3])],
  [yearLast, (parts, order) => inOrder(parts, order)],
  [dayNamed, (parts) => day(parts[3], monthOf(parts[2]), parts[1])],
  [monthNamed, (parts) => day(parts[3], monthOf(parts[1]), parts[2])],
  [yearNamed, (parts) => day(parts[1], monthOf(parts[2]), parts[3])],
  [asian, (parts) => day(parts[1], parts[2], parts[3])],
]

function inOrder([, first, second, year]: RegExpExecArray, order: DateOrder): string | null {
  const dayFirst = day(year, second, first)
  const monthFirst = day(year, first, second)
  return order === 'day-first' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst)
}

/** The owner's day where a time with its zone follows. */
function moved(found: string | null, tail: string): string | null {
  const clock = found === null || tail.length < 4 ? null : clockIn(tail)
  return clock === null || found === null
    ? found
    : instantDay(Date.parse(`${found}T00:00:00Z`) + clock * 60_000)
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
