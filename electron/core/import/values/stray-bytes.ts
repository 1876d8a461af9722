import { withoutStrays } from '../formats/encoding.ts'
import type { RawTable, TableRow } from '../table.ts'

/** Rows with their stray bytes read; a row that has some is kept, and says so. */
export async function* readStrays(chunks: RawTable['chunks']): AsyncGenerator<TableRow[]> {
  for await (const rows of chunks) yield rows.map(readRow)
}

function readRow(row: TableRow): TableRow {
  const read = row.cells.map(withoutStrays)
  const count = read.reduce((sum, cell) => sum + cell.count, 0)
  if (count === 0) return row
  return { ...row, cells: read.map(({ text }) => text), warning: row.warning ?? strayWarning(count) }
}

export const strayWarning = (count: number) =>
  count === 1
    ? 'One character of this row is not in the encoding of the file, so it may be wrong. Check it.'
    : `${count} characters of this row are not in the encoding of the file, so they may be wrong. Check them.`
