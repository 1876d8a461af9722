import { columnName, type TableRow } from '../table.ts'
import type { WholeTable } from '../whole-table.ts'
import { type ColumnFacts, createColumnObserver } from './column-facts.ts'
import { plainName } from './column-names.ts'

/** Names people give to the column of each field, strongest first, as `plainName` writes them. */
export type FieldNames<Field extends string> = Readonly<Record<Field, readonly string[]>>

export type NamedColumns<Field extends string> = {
  columns: ColumnFacts[]
  rows: TableRow[]
  /** By the names of the columns; a field no column is named for is left out. */
  guess: Partial<Record<Field, number>>
}

const headerAmong = 10

/** Finds the header, which may stand below a title, and the column named for each field. */
export function namedColumns<Field extends string>(
  { columns, rows }: WholeTable,
  names: FieldNames<Field>,
): NamedColumns<Field> {
  const at = headerRow(columns, rows, names)
  const header = at === -1 ? columns : Array.from(columns, (_, index) => rows[at]?.cells[index] ?? '')
  const below = rows.slice(at + 1)
  const observers = header.map((_, index) => createColumnObserver(index))
  for (const { cells, rejected } of below) {
    if (rejected === undefined) observers.forEach((observer, index) => void observer.add(cells[index] ?? ''))
  }
  const facts = observers.map((observer, index) => observer.facts(columnName(header[index], index)))
  return { columns: facts, rows: below, guess: guessFields(header, names) }
}

/** The row with the most columns known by name, or -1 where the first row of the file has as many. */
function headerRow<Field extends string>(
  columns: readonly string[],
  rows: readonly TableRow[],
  names: FieldNames<Field>,
): number {
  const candidates = [columns, ...rows.slice(0, headerAmong).map(({ cells }) => cells)]
  const known = candidates.map((cells) => Object.keys(guessFields(cells, names)).length)
  const most = Math.max(...known)
  return most < 2 ? -1 : known.indexOf(most) - 1
}

function guessFields<Field extends string>(header: readonly string[], names: FieldNames<Field>) {
  const plain = Array.from(header, (name) => plainName(name ?? ''))
  const guess: Partial<Record<Field, number>> = {}
  for (const field of Object.keys(names) as Field[]) {
    const name = names[field].find((candidate) => plain.includes(candidate))
    if (name !== undefined) guess[field] = plain.indexOf(name)
  }
  return guess
}
