import { Temporal } from 'temporal-polyfill'
import { pointDecimals } from '../../../../shared/domain/format.ts'

/**
 * What a column holds, and so its number format. `text` any string; `date` 'YYYY-MM-DD'; `month` 'YYYY-MM';
 * `instant` an ISO string in UTC; `share` and `wholeShare` fractions; `points` percentage points; the rest numbers.
 */
export type CellKind =
  | 'text'
  | 'date'
  | 'month'
  | 'instant'
  | 'share'
  | 'wholeShare'
  | 'points'
  | 'count'
  | 'decimal'

/** A value of a row. Null is unknown and stays an empty cell; zero is a zero. */
export type RowValue = string | number | null

const points = (0).toFixed(pointDecimals)

/** The number format of each kind. `@` keeps a text a text even when its cell is edited later. */
export const numberFormats: Readonly<Record<CellKind, string>> = {
  text: '@',
  date: 'dd mmm yyyy',
  month: 'mmm yyyy',
  instant: 'dd mmm yyyy hh:mm',
  share: '0.0%',
  wholeShare: '0%',
  points: `+${points};-${points};${points}`,
  count: '0',
  decimal: '0.0',
}

/** Everything a cell of a spreadsheet can hold. */
export const longestText = 32_767
const cutMark = ' … [cut here: a cell holds no more]'

/** Not characters at all, and forbidden in XML; ExcelJS takes out the control characters only. */
const nonCharacters = /[\uFFFE\uFFFF]/g
/** Nearly every text needs none of what `cellText` does. */
const isPlain = (text: string) =>
  text.length <= longestText && !/[\r\uFFFE\uFFFF]|_x/.test(text) && text.isWellFormed()
/** Spreadsheets read `_x000D_` in a file as a carriage return, so a literal one is written in code itself. */
const looksEscaped = /_(?=x[\dA-Fa-f]{4}_)/g

/** Text as a cell can hold it: line ends as line feeds, forbidden characters out, too long texts cut with a mark. */
export function cellText(text: string): string {
  if (isPlain(text)) return text
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
  const clean = lines.replaceAll(nonCharacters, '').toWellFormed()
  const fitting = clean.length <= longestText ? clean : cutText(clean)
  return fitting.includes('_x') ? fitting.replaceAll(looksEscaped, '_x005F_') : fitting
}

function cutText(text: string): string {
  // Half a surrogate pair at the cut is dropped.
  const kept = text.slice(0, longestText - cutMark.length).replace(/[\uD800-\uDBFF]$/, '')
  return kept + cutMark
}

/** What a cell holds: a string, a number, a date at midnight UTC, or nothing. `zone` is the IANA zone of instants. */
export function cellValue(kind: CellKind, value: RowValue, zone: string): string | number | Date | null {
  if (value === null || value === '') return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  switch (kind) {
    case 'date':
      return dateValue(value)
    case 'month':
      return dateValue(`${value}-01`)
    case 'instant':
      return wallClock(value, zone)
    default:
      return cellText(value)
  }
}

/** The calendar of spreadsheets is right from March 1900; an earlier day stays a text. */
function dateValue(day: string): Date | string {
  return day < '1900-03-01' ? day : new Date(`${day}T00:00:00Z`)
}

/** A cell knows no time zone, so it shows what the clock on the wall showed. */
function wallClock(instant: string, zone: string): Date {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime()
  return new Date(`${local.toString({ smallestUnit: 'second' })}Z`)
}

/** The letters of a column, counted from 0: "A", "Z", "AA". */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

/** A name a spreadsheet accepts for a tab: 31 characters, none of those it forbids, curly apostrophes. */
export function tabName(name: string): string {
  return cellText(name)
    .replaceAll("'", '’')
    .replaceAll(/[[\]:*?/\\\n\t]/g, ' ')
    .trim()
    .slice(0, 31)
}
