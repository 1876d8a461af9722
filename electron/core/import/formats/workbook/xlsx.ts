import { AppError } from '../../../../../shared/errors.ts'
import type { FieldName } from '../../columns/field-names.ts'
import { fieldsNamed } from '../../columns/find-header.ts'
import { limits } from '../../limits.ts'
import { counted, quoted, quotedValue, refuse } from '../../refuse.ts'
import type { RawTable } from '../../table.ts'
import { checkInflation, damaged, type Zip } from '../zip.ts'
import { sheetRows } from './sheet-rows.ts'
import { readParts, type WorkbookParts } from './workbook-parts.ts'

type Book = { zip: Zip; name: string; fields: readonly FieldName[]; parts: WorkbookParts }
type Part = WorkbookParts['sheets'][number]

/** Before the table may stand a cover, a pivot, a list of choices. */
const sheetsRated = 12
const rowsRated = 30
const hiddenLast = 1_000

/** A sheet of a workbook as a table: the chosen one, else that of the visible ones whose header names most fields. */
export async function openXlsx(
  zip: Zip,
  workbook: string,
  fields: readonly FieldName[],
  { name, bytes, choice }: { name: string; bytes: number; choice: string | undefined },
): Promise<RawTable> {
  if (zip.names.length > limits.zipEntries) {
    refuse(
      `${quoted(name)} has ${counted(zip.names.length)} parts; the most is ${counted(limits.zipEntries)}. Save its data as CSV and choose that file.`,
    )
  }
  checkInflation(zip, zip.names, bytes, limits.workbookBytes, name)
  const book: Book = { zip, name, fields, parts: await guarded(name, () => readParts(zip, workbook, name)) }
  const { sheets } = book.parts
  const state = { done: 0 }
  const sheet = await chooseSheet(book, choice)
  const others = sheets.filter((other) => other !== sheet)
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: (choice === undefined ? [sheet, ...others] : sheets).map((part) => part.name),
    chunks: sheetChunks(book, sheet, state),
    progress: () => ({ done: state.done, total: Math.max(1, zip.size(sheet.path)) }),
  }
}

async function chooseSheet(book: Book, choice: string | undefined): Promise<Part> {
  const { name, fields, parts } = book
  const [first] = parts.sheets
  if (!first)
    return refuse(`${quoted(name)} has no sheet with cells. Save it in Excel again and choose the new file.`)
  if (choice !== undefined) {
    return (
      parts.sheets.find((sheet) => sheet.name === choice) ??
      refuse(`${quoted(name)} has no sheet ${quotedValue(choice)}. Choose one of its sheets.`)
    )
  }
  const rated: { sheet: Part; named: number }[] = []
  for (const sheet of parts.sheets.slice(0, sheetsRated)) {
    const rows = await firstRows(book, sheet)
    if (rows.length > 0)
      rated.push({ sheet, named: fieldsNamed(rows, fields) - (sheet.isHidden ? hiddenLast : 0) })
  }
  return rated.toSorted((a, b) => b.named - a.named)[0]?.sheet ?? first
}

async function firstRows(book: Book, sheet: Part): Promise<(readonly string[])[]> {
  for await (const rows of rowsOf(book, sheet, () => {})) {
    return rows.slice(0, rowsRated).map(({ cells }) => cells)
  }
  return []
}

async function* sheetChunks(book: Book, sheet: Part, state: { done: number }) {
  const advance = (bytes: number) => {
    state.done += bytes
  }
  for await (const rows of rowsOf(book, sheet, advance)) {
    const wide = rows.find(({ cells }) => cells.length > limits.columns)
    if (wide) {
      refuse(
        `${quoted(book.name)}, row ${counted(wide.row)}: there are more than ${limits.columns} columns. Keep only those you need and choose it again.`,
      )
    }
    yield rows
  }
}

async function* rowsOf({ zip, name, parts }: Book, sheet: Part, onBytes: (bytes: number) => void) {
  const rows = sheetRows(zip, sheet.path, name, parts, onBytes)
  try {
    for (let next = await guarded(name, () => rows.next()); !next.done; ) {
      yield next.value
      next = await guarded(name, () => rows.next())
    }
  } finally {
    await rows.return(undefined)
  }
}

/** Whatever the parser trips over, the user learns that the workbook is damaged. */
async function guarded<T>(name: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('INVALID_INPUT', damaged(name))
  }
}
