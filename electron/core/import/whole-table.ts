import { limits } from './limits.ts'
import { openTable } from './open-table.ts'
import { limitedRows } from './preview.ts'
import { counted, quoted, refuse } from './refuse.ts'
import type { SourceFile, TableRow } from './table.ts'

/** A small table held as a whole; the first row that is not empty names the columns. */
export type WholeTable = { sheets: string[]; columns: string[]; rows: TableRow[] }

/** Reads a CSV file or a sheet of a workbook to its end. Refuses with a sentence. */
export async function readWholeTable(file: SourceFile, sheet: string | undefined): Promise<WholeTable> {
  const table = await openTable([file], sheet)
  if (table.format !== 'csv' && table.format !== 'xlsx') {
    refuse(`${quoted(file.name)} is not a table. Save it as CSV or .xlsx and choose that file.`)
  }
  const rows: TableRow[] = []
  for await (const chunk of limitedRows(table, file.name)) {
    rows.push(...chunk)
    if (rows.length > limits.logRows) {
      refuse(
        `${quoted(file.name)} has more than ${counted(limits.logRows)} rows. Split it by year and import the parts one by one.`,
      )
    }
  }
  return { sheets: table.sheets, columns: [...table.columns()], rows }
}
