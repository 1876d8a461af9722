import type { FoundPlace, ReadingChoice } from '../../../shared/contract/imports.ts'
import type { FieldName } from './columns/field-names.ts'
import { limits } from './limits.ts'
import { openTable } from './open-table.ts'
import { limitedRows } from './preview.ts'
import { counted, quoted, refuse } from './refuse.ts'
import type { SourceFile, Table, TableRow } from './table.ts'

/** How to read a file: what its columns may be called, and whether lists of JSON objects count as tables too. */
export type TableChoice = ReadingChoice & { fields?: readonly FieldName[]; withJson?: boolean }

/** A small table held as a whole. */
export type WholeTable = Pick<Table, 'format' | 'encoding' | 'delimiter' | 'sheets'> & {
  columns: string[]
  rows: TableRow[]
  found: FoundPlace | null
}

/** Reads a CSV file, a sheet of a workbook or a list of JSON objects to its end. Refuses with a sentence. */
export async function readWholeTable(
  file: SourceFile,
  { fields = [], withJson = false, ...reading }: TableChoice,
): Promise<WholeTable> {
  const table = await openTable([file], fields, reading)
  const isJson = table.format === 'json' || table.format === 'jsonl'
  if (table.format !== 'csv' && table.format !== 'xlsx' && !(withJson && isJson)) {
    const formats = withJson ? 'CSV, .xlsx or JSONL' : 'CSV or .xlsx'
    refuse(`${quoted(file.name)} is not a table. Save it as ${formats} and choose that file.`)
  }
  const rows: TableRow[] = []
  for await (const chunk of limitedRows(table, file.name)) {
    rows.push(...chunk)
    if (rows.length > limits.logRows) {
      refuse(
        `${quoted(file.name)} has more than ${counted(limits.logRows)} rows. Split it and import the parts one by one.`,
      )
    }
  }
  const { format, encoding, delimiter, sheets } = table
  const columns = [...table.columns()]
  return { format, encoding, delimiter, sheets, columns, rows, found: table.found?.() ?? null }
}
