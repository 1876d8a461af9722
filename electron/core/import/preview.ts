import type { ColumnMapping, ImportPreview } from '../../../shared/contract/imports.ts'
import { type ColumnFacts, createColumnObserver } from './columns/column-facts.ts'
import { createExamples } from './columns/example-rows.ts'
import { guessColumns, guessDateOrder } from './columns/guess-columns.ts'
import { rivalsOf } from './columns/rivals.ts'
import { isHardlyText, outputRows } from './kinds/outputs.ts'
import { limits } from './limits.ts'
import { counted, quoted, refuse, refuseRows } from './refuse.ts'
import { columnName, type Table, type TableRow } from './table.ts'

/** Of the rows to check, so many are shown before anything is kept. */
export const checksShown = 3

/** Reads a table to its end and says what it holds; refuses one that cannot become outputs. */
export async function previewTable(table: Table, name: string): Promise<ImportPreview> {
  const observers: ReturnType<typeof createColumnObserver>[] = []
  const toCheck: ImportPreview['toCheck'] = { count: 0, first: [] }
  const examples = createExamples()
  let rowCount = 0
  let kept = 0
  for await (const rows of limitedRows(table, name)) {
    rowCount += rows.length
    examples.add(rows)
    for (const { row, cells, rejected, warning } of rows) {
      if (rejected !== undefined) continue
      if (warning !== undefined) {
        toCheck.count++
        if (toCheck.first.length < checksShown) toCheck.first.push({ row, reason: warning })
      }
      kept++
      for (const [index, cell] of cells.entries()) {
        observers[index] ??= createColumnObserver(index)
        observers[index].add(cell, row)
      }
    }
  }
  const names = table.columns()
  if (names.length === 0) refuse(`${quoted(name)} holds no rows. Choose a file that holds outputs.`)
  if (rowCount === 0)
    refuse(`${quoted(name)} has a header but no rows below it. Choose a file that holds outputs.`)
  if (kept === 0)
    refuse(
      `${quoted(name)} has ${counted(rowCount)} rows, and none of them fits the header. Check the header and the delimiter.`,
    )
  const facts = names.map((column, index) => (observers[index] ?? createColumnObserver(index)).facts(column))
  const described = describe(table, facts, rowCount, name)
  return { ...described, toCheck, examples: examples.of(described.guess.occurredOn) }
}

/** The chunks of a table, refusing it when it passes the limit of rows or columns. */
export async function* limitedRows(table: Table, name: string): AsyncGenerator<TableRow[]> {
  let count = 0
  for await (const rows of table.chunks) {
    count += rows.length
    if (table.columns().length > limits.columns) {
      refuse(
        `${quoted(name)} has ${counted(table.columns().length)} columns; the most is ${limits.columns}. Keep only those you need and choose it again.`,
      )
    }
    if (count > limits.rows) {
      refuseRows(name)
    }
    yield rows
  }
}

function describe(
  table: Table,
  facts: readonly ColumnFacts[],
  rowCount: number,
  name: string,
): Omit<ImportPreview, 'toCheck' | 'examples'> {
  const guess = guessFrom(table.mapping ?? {}, facts)
  const isEmpty = guess.aiText === undefined && guess.externalId === undefined
  if (isEmpty && !facts.some((column) => column.words > 0)) {
    refuse(
      `No column of ${quoted(name)} holds text, so there is nothing to review. Choose a file with the text of the outputs.`,
    )
  }
  const named = facts.filter((column) => column.filled > 0 || column.name !== columnName('', column.index))
  const dates = guess.occurredOn === undefined ? undefined : facts[guess.occurredOn]
  return {
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheets: table.sheets,
    columns: shownColumns(named),
    found: table.found?.() ?? null,
    rowCount,
    guess,
    dateOrder: guessDateOrder(dates),
    dates: datedColumns(facts),
    rivals: table.mapping?.aiText === undefined ? rivalsOf(facts, outputRows.fields, guess) : null,
  }
}

/** The columns as the owner is shown them. */
export const shownColumns = (facts: readonly ColumnFacts[]): ImportPreview['columns'] =>
  facts.map(({ index, name, samples, filled }) => ({ index, name, samples, filled }))

export const datedColumns = (facts: readonly ColumnFacts[]): ImportPreview['dates'] =>
  facts.flatMap(({ index, dates }) => (dates ? [{ column: index, ...dates }] : []))

/** What the format says, and for the other fields the guess among the other columns. */
function guessFrom(known: ColumnMapping, facts: readonly ColumnFacts[]): ColumnMapping {
  const taken = new Set(Object.values(known))
  const open = Object.entries(outputRows.fields).filter(([field]) => !(field in known))
  const others = facts.filter(({ index }) => !taken.has(index))
  const guess = { ...guessColumns(others, Object.fromEntries(open) as typeof outputRows.fields), ...known }
  const { aiText, ...rest } = guess
  const column = aiText === undefined || known.aiText !== undefined ? undefined : facts[aiText]
  return guess.externalId !== undefined && column && isHardlyText(column) ? rest : guess
}
