import type { ExampleRow } from '../../../../shared/contract/imports.ts'
import { plainText } from '../../../../shared/domain/text/plain-text.ts'
import type { TableRow } from '../table.ts'
import { looksLikeDay, readDay } from '../values/days.ts'

const shown = 9
/** Among so many first rows the fullest are looked for. */
const lookedAt = 500
const cellLength = 600

/** The fullest of the first rows, in their order, as they are read; `date` is the column of the dates. */
export function exampleRows(rows: readonly TableRow[], date: number | undefined): ExampleRow[] {
  return rows
    .slice(0, lookedAt)
    .filter(({ rejected }) => rejected === undefined)
    .map((row) => ({ row, filled: row.cells.filter((cell) => cell.trim() !== '').length }))
    .toSorted((first, second) => second.filled - first.filled)
    .slice(0, shown)
    .toSorted((first, second) => first.row.row - second.row.row)
    .map(({ row: { row, cells } }) => ({
      row,
      cells: cells.map((cell) => plainText(cell.trim()).slice(0, cellLength)),
      days: cells.flatMap((cell, column) =>
        column === date || looksLikeDay(cell) ? daysOf(cell, column) : [],
      ),
    }))
}

function daysOf(cell: string, column: number): ExampleRow['days'] {
  const [dayFirst, monthFirst] = [readDay(cell, 'day-first'), readDay(cell, 'month-first')]
  return dayFirst === null || monthFirst === null
    ? []
    : [{ column, readings: { 'day-first': dayFirst, 'month-first': monthFirst } }]
}

/** Gathers the rows that examples are chosen from, while a file is read piece by piece. */
export function createExamples() {
  const rows: TableRow[] = []
  return {
    add(more: readonly TableRow[]) {
      if (rows.length < lookedAt) rows.push(...more.slice(0, lookedAt - rows.length))
    },
    of: (date: number | undefined) => exampleRows(rows, date),
  }
}
