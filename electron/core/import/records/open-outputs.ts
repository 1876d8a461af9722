import type { ReadingChoice } from '../../../../shared/contract/imports.ts'
import { outputRows } from '../kinds/outputs.ts'
import { openTable } from '../open-table.ts'
import { limitedRows } from '../preview.ts'
import type { SourceFile, Table, TableRow } from '../table.ts'
import { looksLikeJson, opened } from './cells.ts'
import { type Item, openItems, recordTable } from './record-table.ts'
import { openTurnLines } from './shapes/turn-lines.ts'
import { transcriptTurns } from './transcript.ts'

const examined = 200

/** The files of an import of outputs as one table: what their cells hold is opened, and who said it is told apart. */
export async function openOutputs(files: readonly SourceFile[], reading: ReadingChoice): Promise<Table> {
  const table = await openTable(files, Object.values(outputRows.fields), reading)
  const isOpened = table.format === 'csv' || table.format === 'xlsx' || table.format === 'texts'
  return isOpened ? openCells(table, files[0]?.name ?? '') : table
}

/**
 * A table whose cells hold JSON or whole conversations, or whose rows are the messages of conversations, read as
 * such; any other table as it is. Only its first rows tell.
 */
async function openCells(table: Table, name: string): Promise<Table> {
  const chunks = limitedRows(table, name)
  const first: TableRow[] = []
  while (first.length < examined) {
    const { value, done } = await chunks.next()
    if (done) break
    for (const row of value) first.push(row)
  }
  const rows = startingWith(first, chunks)
  if (!holdsMore(first.slice(0, examined), table.columns())) return { ...table, chunks: rows }
  const items: Item[] = []
  for await (const chunk of rows) for (const row of chunk) items.push(itemOf(row, table.columns()))
  const { format, encoding, delimiter, sheets } = table
  const records = recordTable(openItems(items), { format, encoding, delimiter, sheets }, name)
  return table.found ? { ...records, found: table.found } : records
}

async function* startingWith(first: TableRow[], rest: AsyncGenerator<TableRow[]>) {
  yield first
  yield* rest
}

function itemOf({ row, cells, rejected }: TableRow, columns: readonly string[]): Item {
  if (rejected !== undefined) return { row, rejected }
  return { row, value: Object.fromEntries(columns.map((name, index) => [name, opened(cells[index] ?? '')])) }
}

/** True where cells hold more than their own text: JSON, conversations, or one message each. */
function holdsMore(rows: readonly TableRow[], columns: readonly string[]): boolean {
  const isMostly = (index: number, holds: (text: string) => boolean) => {
    const filled = rows.map(({ cells }) => cells[index] ?? '').filter((text) => text.trim() !== '')
    return filled.length > 0 && filled.filter(holds).length * 2 >= filled.length
  }
  if (columns.some((_, index) => isMostly(index, holdsJson) || isMostly(index, holdsTranscript))) return true
  const items = rows.map((row) => itemOf(row, columns)).filter((item) => 'value' in item)
  return openTurnLines(items) !== null
}

const holdsJson = (text: string) => looksLikeJson(text) && opened(text) !== text
const holdsTranscript = (text: string) => transcriptTurns(text) !== null
