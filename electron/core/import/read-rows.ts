import type {
  ColumnMapping,
  DateOrder,
  ImportedRow,
  ReadingChoice,
  RowProblem,
} from '../../../shared/contract/imports.ts'
import { isByReference } from '../../../shared/domain/reviews/by-reference.ts'
import { createRowReader } from './kind.ts'
import { outputRows } from './kinds/outputs.ts'
import { limitedRows } from './preview.ts'
import { refuse } from './refuse.ts'
import type { Table } from './table.ts'

export type ReadRequest = ReadingChoice & { mapping: ColumnMapping; dateOrder: DateOrder }
/** `sources` are the cells of each row as they stand in the file. */
export type Batch = {
  rows: ImportedRow[]
  sources: (readonly string[])[]
  problems: RowProblem[]
  done: number
  total: number
}

const batchSize = 1000

/** Turns a table into outputs and hands them to `send` in batches, waiting until each is accepted. */
export async function readTable(
  table: Table,
  request: ReadRequest,
  name: string,
  send: (batch: Batch) => Promise<void>,
): Promise<{ rowCount: number; keptCount: number }> {
  if (request.mapping.aiText === undefined && !isByReference(request.mapping)) {
    refuse('Choose the column that holds the AI text.')
  }
  const counts = { rowCount: 0, keptCount: 0 }
  let batch: Omit<Batch, 'done' | 'total'> = { rows: [], sources: [], problems: [] }
  const flush = async () => {
    await send({ ...batch, ...table.progress() })
    batch = { rows: [], sources: [], problems: [] }
  }

  for await (const chunk of limitedRows(table, name)) {
    const columns = table.columns().map((name) => ({ name }))
    // The columns of JSON are complete only once all rows are read.
    const read = createRowReader(outputRows, { columns }, request.mapping, request)
    for (const source of chunk) {
      const { item, problems } = read(source)
      counts.rowCount++
      if (item) counts.keptCount++
      if (item) {
        batch.rows.push(item)
        batch.sources.push(source.cells)
      }
      batch.problems.push(...problems)
      if (batch.rows.length >= batchSize || batch.problems.length >= batchSize) await flush()
    }
  }
  await flush()
  return counts
}
