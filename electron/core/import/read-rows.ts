import type {
  ColumnMapping,
  DateOrder,
  ImportedRow,
  ImportField,
  RowProblem,
} from '../../../shared/contract/imports.ts'
import { limitedRows } from './preview.ts'
import { refuse } from './refuse.ts'
import { type RowValues, readRow } from './row.ts'
import type { Table, TableRow } from './table.ts'

export type ReadRequest = { mapping: ColumnMapping; dateOrder: DateOrder; sheet?: string }
export type Batch = { rows: ImportedRow[]; problems: RowProblem[]; done: number; total: number }

const batchSize = 500

/** Turns a table into outputs and hands them to `send` in batches, waiting until each is accepted. */
export async function readTable(
  table: Table,
  request: ReadRequest,
  name: string,
  send: (batch: Batch) => Promise<void>,
): Promise<{ rowCount: number; keptCount: number }> {
  if (request.mapping.aiText === undefined) refuse('Choose the column that holds the AI text.')
  const fields = Object.entries(request.mapping) as [ImportField, number][]
  const counts = { rowCount: 0, keptCount: 0 }
  let batch: Omit<Batch, 'done' | 'total'> = { rows: [], problems: [] }
  const flush = async () => {
    await send({ ...batch, ...table.progress() })
    batch = { rows: [], problems: [] }
  }

  for await (const chunk of limitedRows(table, name)) {
    const columns = pick(table.columns(), fields)
    for (const source of chunk) {
      const { imported, problems } = readSourceRow(source, fields, { dateOrder: request.dateOrder, columns })
      counts.rowCount++
      if (imported) counts.keptCount++
      if (imported) batch.rows.push(imported)
      batch.problems.push(...problems)
      if (batch.rows.length >= batchSize || batch.problems.length >= batchSize) await flush()
    }
  }
  await flush()
  return counts
}

function readSourceRow(
  { row, cells, rejected, warning }: TableRow,
  fields: readonly [ImportField, number][],
  options: Parameters<typeof readRow>[2],
): ReturnType<typeof readRow> {
  if (rejected !== undefined) {
    return { imported: null, problems: [{ row, column: null, reason: rejected, kept: false }] }
  }
  const read = readRow(row, pick(cells, fields), options)
  if (warning === undefined || !read.imported) return read
  return { ...read, problems: [{ row, column: null, reason: warning, kept: true }, ...read.problems] }
}

function pick(values: readonly string[], fields: readonly [ImportField, number][]): RowValues {
  const picked: RowValues = {}
  for (const [field, index] of fields) picked[field] = values[index] ?? ''
  return picked
}
