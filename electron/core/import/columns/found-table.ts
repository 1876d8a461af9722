import type { FieldRules, Mapping } from '../kind.ts'
import { columnName } from '../table.ts'
import type { WholeTable } from '../whole-table.ts'
import { type ColumnFacts, createColumnObserver } from './column-facts.ts'
import { guessColumns } from './guess-columns.ts'

/** A table that fits into memory: what its columns look like, the rows below its header, and the guess. */
export type FoundTable<Field extends string> = Omit<WholeTable, 'columns'> & {
  columns: ColumnFacts[]
  guess: Mapping<Field>
}

/** What the columns of a table look like, and which field each holds. */
export function describeTable<Field extends string>(
  table: WholeTable,
  fields: FieldRules<Field>,
): FoundTable<Field> {
  const observers = table.columns.map((_, index) => createColumnObserver(index))
  for (const { row, cells, rejected } of table.rows) {
    if (rejected === undefined)
      observers.forEach((observer, index) => void observer.add(cells[index] ?? '', row))
  }
  const columns = observers.map((observer, index) => observer.facts(columnName(table.columns[index], index)))
  return { ...table, columns, guess: guessColumns(columns, fields) }
}
