import { monthStatusTones, type Tone } from '../../../../shared/domain/findings/status.ts'
import { type CellKind, numberFormats } from './workbook-cells.ts'

const ink = 'FF1F2933'
const quietInk = 'FF4A5560'
const accent = 'FF12436D'
const headerFill = 'FFE6EEF5'
const hairline = 'FFE4E0D9'
export const alarming = 'FFB23A0E'

const toneColours: Readonly<Record<Tone, string>> = {
  good: 'FF1F5FA8',
  watch: 'FF8A5A00',
  act: alarming,
  none: 'FF66707A',
}
export const statusColours: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(monthStatusTones).map(([status, tone]) => [status, toneColours[tone]]),
)

// The name is repeated in every font: without it a bold font falls back to a serif one.
const font = { name: 'Calibri', size: 11, color: { argb: ink } }

const left = { horizontal: 'left', indent: 1 } as const
const top = { ...left, vertical: 'top' } as const

/** Style and height, in points, of the lines above a table. The last one leaves room before the header. */
export const lineLooks = {
  title: { style: { font: { ...font, size: 18, bold: true }, alignment: top }, height: 28 },
  headline: {
    style: { font: { ...font, size: 13, bold: true, color: { argb: accent } }, alignment: top },
    height: 22,
  },
  note: { style: { font: { ...font, color: { argb: quietInk } }, alignment: top }, height: 16 },
} as const
export const roomBeforeHeader = 8

const numeric = new Set<CellKind>(['share', 'wholeShare', 'points', 'count', 'decimal'])

/** The style of a column's header. Over figures it keeps clear of the filter button. */
export function headerStyle(kind: CellKind) {
  const side = numeric.has(kind) ? ({ horizontal: 'right', indent: 2 } as const) : left
  return {
    font: { ...font, bold: true, color: { argb: accent } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: headerFill } },
    border: { bottom: { style: 'medium', color: { argb: accent } } },
    alignment: { ...side, vertical: 'middle', wrapText: true },
  } as const
}

type BodyLook = {
  wraps?: boolean
  /** ARGB, for a word that should stand out. */
  colour?: string | undefined
  /** In a row of several lines cells begin at the top. */
  isTall?: boolean
}

/** The style of a column's cells. */
export function bodyStyle(kind: CellKind, { wraps = false, colour, isTall = false }: BodyLook = {}) {
  const side = numeric.has(kind) ? ({ horizontal: 'right' } as const) : left
  return {
    font: colour ? { ...font, bold: true, color: { argb: colour } } : font,
    border: { bottom: { style: 'thin', color: { argb: hairline } } },
    alignment: { ...side, vertical: isTall ? 'top' : 'middle', wrapText: wraps },
    numFmt: numberFormats[kind],
  } as const
}

export type BodyStyle = ReturnType<typeof bodyStyle>

/** A width counts digits, and most letters are narrower. */
const lettersPerWidth = 1.15
/** Characters twice as wide as a letter: Chinese, Japanese, Korean. */
const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/g

/** The height in points of a row whose longest cell has this many lines. */
export const heightOf = (lines: number) => 15 * lines + 4

/**
 * How many lines a text takes in a column `width` characters wide. Not every program finds the height of a row
 * by itself; a little too high is better than a line cut off.
 */
export function linesIn(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((lines, paragraph) => lines + wrappedLines(paragraph, (width - 1) * lettersPerWidth), 0)
}

function wrappedLines(paragraph: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of paragraph.split(' ')) {
    const length = word.length + (word.match(wide)?.length ?? 0)
    const isFirst = used === 0
    if (!isFirst && used + 1 + length <= width) used += 1 + length
    else {
      lines += (isFirst ? 0 : 1) + Math.max(0, Math.ceil(length / width) - 1)
      used = length > width ? length % width || width : length
    }
  }
  return lines
}
