import type { FieldRules, Mapping } from '../kind.ts'
import { columnName, type TableRow } from '../table.ts'
import type { WholeTable } from '../whole-table.ts'
import { type ColumnFacts, createColumnObserver } from './column-facts.ts'
import { guessColumns, nameScore } from './guess-columns.ts'

/** A table where it was found in its file: what its columns look like, the rows below its header, and the guess. */
export type FoundTable<Field extends string> = {
  sheets: string[]
  columns: ColumnFacts[]
  rows: TableRow[]
  guess: Mapping<Field>
}

const headerAmong = 10

/** Finds the header, which may stand below a title, and the column of each field. */
export function findTable<Field extends string>(
  { sheets, columns, rows }: WholeTable,
  fields: FieldRules<Field>,
): FoundTable<Field> {
  const at = headerRow(columns, rows, fields)
  const header = at === -1 ? columns : Array.from(columns, (_, index) => rows[at]?.cells[index] ?? '')
  const below = rows.slice(at + 1)
  const observers = header.map((_, index) => createColumnObserver(index))
  for (const { cells, rejected } of below) {
    if (rejected === undefined) observers.forEach((observer, index) => void observer.add(cells[index] ?? ''))
  }
  const facts = observers.map((observer, index) => observer.facts(columnName(header[index], index)))
  return { sheets, columns: facts, rows: below, guess: guessColumns(facts, fields) }
}

/** The row with the most fields known by name, or -1 where the first row of the file has as many. */
function headerRow<Field extends string>(
  columns: readonly string[],
  rows: readonly TableRow[],
  fields: FieldRules<Field>,
): number {
  const candidates = [columns, ...rows.slice(0, headerAmong).map(({ cells }) => cells)]
  const known = candidates.map((cells) => fieldsNamedIn(cells, fields))
  const most = Math.max(...known)
  return most < 2 ? -1 : known.indexOf(most) - 1
}

function fieldsNamedIn<Field extends string>(cells: readonly string[], fields: FieldRules<Field>): number {
  const rules = Object.values<FieldRules<Field>[Field]>(fields)
  return rules.filter((rule) => cells.some((name) => nameScore(rule, name ?? '') > 1)).length
}
