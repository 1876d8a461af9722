import { writeFileSync } from 'node:fs'
import type { MadeFile } from '../../../shared/contract/jobs.ts'
import { pointDecimals, roundFigure } from '../../../shared/domain/format.ts'
import { AppError } from '../../../shared/errors.ts'
import { csvText } from '../csv.ts'
import type { Files } from '../files.ts'
import { writeZip } from './pack/zip.ts'
import type { CellKind, RowValue } from './workbook/workbook-cells.ts'
import type { Sheet, SheetColumn } from './workbook/workbook-sheet.ts'
import { type WorkbookOptions, writeWorkbook } from './workbook/workbook-writer.ts'

/** Something the owner can take out as it is: its sheets, and the name of the file without its ending. */
export type List = { name: string; title: string; sheets: readonly Sheet[] }
export type ListFormat = 'xlsx' | 'csv'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const

/** A list as a workbook, or as CSV: one file, or a .zip of them where it has several sheets. */
export async function makeListFile(
  files: Pick<Files, 'make'>,
  { name, title, sheets }: List,
  format: ListFormat,
  options: Omit<WorkbookOptions, 'title'>,
): Promise<MadeFile> {
  const ending = format === 'csv' && sheets.length > 1 ? 'zip' : format
  const file = files.make(`${name}.${ending}`, types[ending])
  const [first] = sheets
  if (ending === 'xlsx') await writeWorkbook(file.path, sheets, { ...options, title })
  else if (ending === 'csv')
    writeFileSync(file.path, first ? await sheetCsv(first, options) : '', { mode: 0o600 })
  else {
    const named = sheets.map((sheet) => ({
      name: `${sheet.name}.csv`,
      content: async () => Buffer.from(await sheetCsv(sheet)),
    }))
    await writeZip(file.path, named, options)
  }
  return { fileId: file.id, name: file.name }
}

/** A sheet as CSV: days and instants as ISO text, shares as fractions, each figure as the screen rounds it. */
export async function sheetCsv(
  { columns, rows }: Pick<Sheet, 'columns' | 'rows'>,
  { signal, onProgress }: Pick<WorkbookOptions, 'signal' | 'onProgress'> = {},
): Promise<string> {
  const table: RowValue[][] = [columns.map(({ header }) => header)]
  for await (const row of rows) {
    if (signal?.aborted) throw new AppError('CANCELLED', 'The list was stopped. No file was made.')
    table.push(columns.map((column) => csvValue(column, row[column.key] ?? null)))
    onProgress?.(table.length)
  }
  return csvText(table)
}

/** Decimals of the figures that the screen rounds. */
const decimals: Readonly<Partial<Record<CellKind, number>>> = {
  share: 2 + pointDecimals,
  wholeShare: 2,
  points: pointDecimals,
  decimal: 1,
}

function csvValue({ kind, words }: SheetColumn, value: RowValue): RowValue {
  if (typeof value === 'string') return words?.[value] ?? value
  const digits = decimals[kind]
  return value === null || digits === undefined ? value : roundFigure(value, digits)
}
