import type { ExampleRow } from '../../../../shared/contract/imports.ts'
import { plainText } from '../../../../shared/domain/text/plain-text.ts'
import type { TableRow } from '../table.ts'
import { looksLikeDay, readDay } from '../values/days.ts'

const shown = 9
/** Among so many first rows the fullest are looked for. */
const lookedAt = 500
const cellLength = 600
/** What is shorter is a name or a state, which many rows share. */
const shortText = 40

/**
 * Rows to recognise, as they are read: first such as have texts of their own, then others, the fullest of the first
 * ones, each in their order; `date` is the column of the dates.
 */
export function exampleRows(rows: readonly TableRow[], date: number | undefined): ExampleRow[] {
  const examples = createExamples()
  examples.add(rows)
  return examples.of(date)
}

/** Gathers the rows that examples are chosen from, while a file is read piece by piece. */
export function createExamples() {
  const firsts: TableRow[] = []
  const differing: TableRow[] = []
  const seen = new Set<string>()

  /** Exports are sorted by subject more often than not: texts of other subjects stand far below the first. */
  function addDiffering(row: TableRow) {
    const texts = row.cells.filter((cell) => cell.length >= shortText)
    if (texts.length === 0 || texts.some((text) => seen.has(text))) return
    for (const text of texts) seen.add(text)
    differing.push(row)
  }

  return {
    add(rows: readonly TableRow[]) {
      for (const row of rows) {
        if (firsts.length >= lookedAt && differing.length >= shown) return
        if (row.rejected !== undefined) continue
        if (firsts.length < lookedAt) firsts.push(row)
        if (differing.length < shown) addDiffering(row)
      }
    },
    of(date: number | undefined): ExampleRow[] {
      const width = (row: TableRow) => row.cells.filter((cell) => cell.trim() !== '').length
      const widest = Math.max(0, ...firsts.map(width))
      const own = differing.filter((row) => width(row) >= widest / 2)
      const others = firsts
        .filter((row) => !own.includes(row))
        .toSorted((first, second) => width(second) - width(first))
        .slice(0, shown - own.length)
        .toSorted((first, second) => first.row - second.row)
      return [...own, ...others].map((row) => exampleOf(row, date))
    },
  }
}

const exampleOf = ({ row, cells }: TableRow, date: number | undefined): ExampleRow => ({
  row,
  cells: cells.map((cell) => plainText(cell.trim()).slice(0, cellLength)),
  days: cells.flatMap((cell, column) => (column === date || looksLikeDay(cell) ? daysOf(cell, column) : [])),
})

function daysOf(cell: string, column: number): ExampleRow['days'] {
  const [dayFirst, monthFirst] = [readDay(cell, 'day-first'), readDay(cell, 'month-first')]
  return dayFirst === null || monthFirst === null
    ? []
    : [{ column, readings: { 'day-first': dayFirst, 'month-first': monthFirst } }]
}
