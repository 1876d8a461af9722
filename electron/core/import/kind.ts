import type { RowProblem } from '../../../shared/contract/imports.ts'
import type { ColumnFacts } from './columns/column-facts.ts'
import type { FieldName } from './columns/field-names.ts'
import type { TableRow } from './table.ts'

/** One thing a column can hold, and how such a column is recognised. */
export type FieldRule = FieldName & {
  /** It holds the dates, whose order of day and month may be open. */
  isDate?: boolean
  /** Whether what stands in a column so named agrees with its name. */
  fits?: (facts: ColumnFacts) => boolean
  /** How well a column fits by what stands in it, where none is named for the field; 0 not at all. */
  byContent?: (facts: ColumnFacts) => number
  /** What to say while no column is chosen. A field without it may stay unused. */
  needed?: string
}

/** The fields of a kind, in the order they choose their columns. */
export type FieldRules<Field extends string> = Readonly<Record<Field, FieldRule>>

/** Which column, by its index in the file, holds which field. */
export type Mapping<Field extends string> = Partial<Record<Field, number>>

/** What stands in one row, by field; a missing field is the same as an empty one. */
export type Cells<Field extends string> = Partial<Record<Field, string>>

/** What one row became (null when nothing of it is kept), and what could not be read of it. */
export type RowReading<Item> = { item: Item | null; problems: RowProblem[] }

/** `columns` names the column of each field, for the problems. */
export type ReadRow<Field extends string, Item, Options> = (
  row: number,
  cells: Cells<Field>,
  options: Options & { columns: Cells<Field> },
) => RowReading<Item>

/** What the rows of a file can be brought in as. A new kind of import begins with one of these. */
export type ImportKind<Field extends string, Item, Options = unknown> = {
  /** How a file without any is refused: "…holds no rows below its header, so no inputs." */
  none: string
  /** Whether lists of JSON objects count as tables too. */
  withJson: boolean
  fields: FieldRules<Field>
  readRow: ReadRow<Field, Item, Options>
}

/** Reads the rows of one table by the chosen columns. A row the format refuses is listed as it says. */
export function createRowReader<Field extends string, Item, Options>(
  { readRow }: Pick<ImportKind<Field, Item, Options>, 'readRow'>,
  { columns }: { columns: readonly { name: string }[] },
  mapping: Mapping<Field>,
  options: Options,
): (source: TableRow) => RowReading<Item> {
  const fields = Object.entries(mapping) as [Field, number][]
  const pick = (values: readonly string[]) => {
    const picked: Cells<Field> = {}
    for (const [field, index] of fields) picked[field] = values[index] ?? ''
    return picked
  }
  const withColumns = { ...options, columns: pick(columns.map(({ name }) => name)) }
  return ({ row, cells, rejected, warning }) => {
    if (rejected !== undefined) {
      return { item: null, problems: [{ row, column: null, reason: rejected, kept: false }] }
    }
    const read = readRow(row, pick(cells), withColumns)
    if (warning === undefined || read.item === null) return read
    return { ...read, problems: [{ row, column: null, reason: warning, kept: true }, ...read.problems] }
  }
}

/** "a|b|c" as a list: so long lists of names stay readable. */
export const list = (names: string): readonly string[] => names.split('|')
