import { type CellKind, numberFormats } from './workbook-cells.ts'

const ink = 'FF1F2933'
const quietInk = 'FF4A5560'
const accent = 'FF12436D'
const headerFill = 'FFE6EEF5'
const hairline = 'FFE4E0D9'

// The name is repeated in every font: without it a bold font falls back to a serif one.
const font = { name: 'Calibri', size: 11, color: { argb: ink } }

/** Styles of the lines above a table. */
export const lineStyles = {
  title: { font: { ...font, size: 18, bold: true } },
  headline: { font: { ...font, size: 13, bold: true, color: { argb: accent } } },
  note: { font: { ...font, color: { argb: quietInk } } },
} as const

const numeric = new Set<CellKind>(['share', 'wholeShare', 'points', 'count', 'decimal'])

/** The style of a column's header, aligned as its cells are. */
export function headerStyle(kind: CellKind) {
  return {
    font: { ...font, bold: true, color: { argb: accent } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: headerFill } },
    border: { bottom: { style: 'medium', color: { argb: accent } } },
    alignment: { horizontal: numeric.has(kind) ? 'right' : 'left', vertical: 'middle', wrapText: true },
  } as const
}

/** The style of a column's cells; `colour` is an ARGB colour for a word that should stand out. */
export function bodyStyle(kind: CellKind, options: { wraps?: boolean; colour?: string } = {}) {
  const { wraps = false, colour } = options
  return {
    font: colour ? { ...font, bold: true, color: { argb: colour } } : font,
    border: { bottom: { style: 'thin', color: { argb: hairline } } },
    alignment: { horizontal: numeric.has(kind) ? 'right' : 'left', vertical: 'top', wrapText: wraps },
    numFmt: numberFormats[kind],
  } as const
}
