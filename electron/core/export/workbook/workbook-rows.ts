import { cellValue, columnLetters, type RowValue } from './workbook-cells.ts'
import type { SheetColumn, SheetRow } from './workbook-sheet.ts'
import { type BodyStyle, bodyStyle, heightOf, linesIn } from './workbook-styles.ts'

/** A row grows no higher, so that one long text does not fill the screen. */
const mostLines = 12

/** A run of text is the one form in which every reader keeps spaces at the ends and `_x000D_`. */
export const textCell = (text: string) => ({ richText: [{ text }] })

type Cell = ReturnType<typeof textCell> | { formula: string; result: number } | number | Date | null
type MadeRow = { values: Cell[]; styles: BodyStyle[]; height: number }

/**
 * Turns records into cells, styles and a height in points. A string is always a text cell; only a column's own
 * formula becomes one, with the stored figure as its result. Every style is made once: ExcelJS compares
 * objects, and works out a style anew for each it has not seen.
 */
export function rowMaker(columns: readonly SheetColumn[], zone: string) {
  const styled = columns.map((column) => ({ key: column.key, styleOf: stylesOf(column) }))
  const cells = columns.map((column) => cellMaker(column, zone))
  const wrapping = columns.filter(({ wraps }) => wraps)
  const letters = new Map(columns.map(({ key }, index) => [key, columnLetters(index)]))
  return (record: SheetRow, rowNumber: number): MadeRow => {
    const address = (key: string) => `${letters.get(key)}${rowNumber}`
    const lines = Math.max(1, ...wrapping.map(({ key, width }) => linesOf(record[key], width)))
    return {
      values: cells.map((cell) => cell(record, address)),
      styles: styled.map(({ key, styleOf }) => styleOf(record[key], lines > 1)),
      height: heightOf(Math.min(lines, mostLines)),
    }
  }
}

/** Makes the cells of a column. What stood in the row above, as most words and dates do, is made once. */
function cellMaker({ kind, key, words, formula }: SheetColumn, zone: string) {
  let above: RowValue | undefined
  let cellAbove: Cell = null
  return (record: SheetRow, address: (key: string) => string): Cell => {
    const held = record[key] ?? null
    if (held === above && !formula) return cellAbove
    const value = cellValue(kind, typeof held === 'string' ? (words?.[held] ?? held) : held, zone)
    const behind = typeof value === 'number' ? formula?.(address, record) : null
    above = held
    cellAbove =
      typeof value === 'string'
        ? textCell(value)
        : behind && typeof value === 'number'
          ? { formula: behind, result: value }
          : value
    return cellAbove
  }
}

const linesOf = (value: RowValue | undefined, width: number) =>
  typeof value === 'string' ? linesIn(value.slice(0, 2 * mostLines * width), width) : 1

function stylesOf({ kind, wraps = false, onScreenOnly = false, colours = {} }: SheetColumn) {
  const make = (isTall: boolean) => {
    const look = { wraps: wraps || onScreenOnly, isTall: isTall || onScreenOnly }
    const coloured = Object.entries(colours).map(
      ([code, colour]) => [code, bodyStyle(kind, { ...look, colour })] as const,
    )
    return { usual: bodyStyle(kind, look), coloured: new Map(coloured) }
  }
  const low = make(false)
  const tall = make(true)
  return (value: RowValue | undefined, isTall: boolean): BodyStyle => {
    const { usual, coloured } = isTall ? tall : low
    return (typeof value === 'string' && coloured.get(value)) || usual
  }
}
