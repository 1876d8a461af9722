import { notCalculated } from '../../values/cell-errors.ts'

/** How a number in a cell is shown: as it is, as a day, or as a time or duration. */
export type NumberKind = 'number' | 'day' | 'time'

/** A cell as its XML has it; `value` and `inline` are undefined where there is no such element. */
export type RawCell = {
  type: string
  kind: NumberKind
  value: string | undefined
  inline: string | undefined
  hasFormula: boolean
}

const daySeconds = 86_400
const unixEpochSerial = 25_569
/** Days between the two calendars workbooks count in. */
const serialsOf1904 = 1_462
/** Above this a number shown as a time is a moment, not a duration. */
const longestDuration = 366

/** A cell as text: real dates as ISO, times as h:mm:ss, an error by its code; "" where there is nothing. */
export function cellText(cell: RawCell, strings: readonly string[], is1904: boolean): string {
  const { type, value, inline, hasFormula } = cell
  if (inline !== undefined) return unescapeXml(inline)
  if (value === undefined) return hasFormula ? notCalculated : ''
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'str' || type === 'inlineStr') return unescapeXml(value)
  if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
  if (type === 'd') return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '')
  return type === 'e' || value === '' ? value : numberText(value, cell.kind, is1904)
}

function numberText(value: string, kind: NumberKind, is1904: boolean): string {
  if (kind === 'number' && /^-?\d{1,15}$/.test(value)) return value
  const number = Number(value)
  if (Number.isNaN(number)) return '#ERROR!'
  if (kind === 'time' && number >= 0 && number < longestDuration) return timeText(number)
  return kind === 'number' ? String(number) : dayText(number + (is1904 ? serialsOf1904 : 0))
}

function timeText(days: number): string {
  const seconds = Math.round(days * daySeconds)
  const two = (part: number) => String(part % 60).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60))}:${two(seconds)}`
}

function dayText(serial: number): string {
  const date = new Date(Math.round((serial - unixEpochSerial) * daySeconds) * 1000)
  if (Number.isNaN(date.getTime())) return '#ERROR!'
  const iso = date.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}

/** A workbook writes characters that XML cannot hold as _x000D_. */
export function unescapeXml(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** What the built-in number formats that show days and times show (ECMA-376, 18.8.30). */
export function builtInKind(id: number): NumberKind {
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || id === 32 || id === 33) return 'time'
  const isDay = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  return isDay ? 'day' : 'number'
}

/** What a number format of the workbook's own shows, by its code. */
export function kindOfFormat(code: string): NumberKind {
  const [first = ''] = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')
  if (/^general$/i.test(first.trim()) || !/[ymdhs]/i.test(first)) return 'number'
  return /[yd]/i.test(first) || !/[hs]|\[m/i.test(first) ? 'day' : 'time'
}
