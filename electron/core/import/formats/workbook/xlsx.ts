import { AppError } from '../../../../../shared/errors.ts'
import { limits } from '../../limits.ts'
import { counted, quoted, quotedValue, refuse } from '../../refuse.ts'
import type { RawTable } from '../../table.ts'
import { checkInflation, damaged, type Zip } from '../zip.ts'
import { sheetRows } from './sheet-rows.ts'
import { readParts, type WorkbookParts } from './workbook-parts.ts'

type Book = { zip: Zip; name: string; parts: WorkbookParts }
type Part = WorkbookParts['sheets'][number]

/** A sheet of a workbook as a table. Without a choice, the first visible sheet that has rows is read. */
export async function openXlsx(
  zip: Zip,
  workbook: string,
  { name, bytes, choice }: { name: string; bytes: number; choice: string | undefined },
): Promise<RawTable> {
  if (zip.names.length > limits.zipEntries) {
    refuse(
      `${quoted(name)} has ${counted(zip.names.length)} parts; the most is ${counted(limits.zipEntries)}. Save its data as CSV and choose that file.`,
    )
  }
  checkInflation(zip, zip.names, bytes, limits.workbookBytes, name)
  const book: Book = { zip, name, parts: await guarded(name, () => readParts(zip, workbook, name)) }
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
  const { name, parts } = book
  const [first] = parts.sheets
  if (!first)
    return refuse(`${quoted(name)} has no sheet with cells. Save it in Excel again and choose the new file.`)
  if (choice !== undefined) {
    return (
      parts.sheets.find((sheet) => sheet.name === choice) ??
      refuse(`${quoted(name)} has no sheet ${quotedValue(choice)}. Choose one of its sheets.`)
    )
  }
  for (const sheet of parts.sheets) {
    for await (const _ of rowsOf(book, sheet, () => {})) return sheet
  }
  return first
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
