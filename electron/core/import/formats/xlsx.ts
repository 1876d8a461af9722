import { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import { AppError } from '../../../../shared/errors.ts'
import { limits } from '../limits.ts'
import { counted, quoted, quotedValue, refuse } from '../refuse.ts'
import { columnName, isBlank, type Table, type TableRow } from '../table.ts'
import { type Repair, repairCells, repairStrings, xmlText } from './xlsx-xml.ts'
import { checkInflation, damaged, openZip, type Zip } from './zip.ts'

/**
 * The steps of ExcelJS's streaming reader. It is driven step by step, because its own way through the zip
 * trusts the sizes written there, parses every sheet, and copies sheets to temporary files.
 */
type Steps = {
  workbookRels?: { Id: string; Type: string; Target: string }[]
  model?: { sheets?: { name: string; state?: string; rId: string }[] }
  _parseRels: (part: Readable) => Promise<void>
  _parseWorkbook: (part: Readable) => Promise<void>
  _parseStyles: (part: Readable) => Promise<void>
  _parseSharedStrings: (part: Readable) => AsyncIterable<never>
  _parseWorksheet: (part: AsyncIterable<string>, number: string) => Iterable<{ value: Sheet }>
}
type Sheet = { parse: () => AsyncIterable<{ eventType: string; value: ExcelJS.Row }[]> }
type Part = { name: string; path: string }
type State = { columns: string[]; done: number; total: number }

/** A sheet of a workbook as a table. Without a choice, the first visible sheet that has rows is read. */
export async function openXlsx(bytes: Buffer, name: string, choice: string | undefined): Promise<Table> {
  const zip = await openZip(bytes, name, limits.zipEntries)
  checkInflation(zip, zip.names, bytes.length, limits.workbookBytes, name)
  const options = {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  }
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(
    Readable.from([]),
    options as object,
  ) as unknown as Steps
  const sheets = await guarded(name, () => openWorkbook(zip, reader, name))
  const state: State = { columns: [], done: 0, total: 1 }
  const sheet = await chooseSheet(zip, reader, sheets, choice, name)
  const others = sheets.filter((other) => other !== sheet)
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: (choice === undefined ? [sheet, ...others] : sheets).map((part) => part.name),
    columns: () => Array.from(state.columns, columnName),
    mapping: null,
    chunks: sheetChunks(zip, reader, sheet, name, state),
    progress: () => ({ done: state.done, total: state.total }),
  }
}

async function openWorkbook(zip: Zip, reader: Steps, name: string): Promise<Part[]> {
  const part = (path: string, repair?: Repair) => Readable.from(xmlText(zip, path, name, repair))
  await reader._parseRels(part('xl/_rels/workbook.xml.rels'))
  await reader._parseWorkbook(part('xl/workbook.xml'))
  if (zip.names.includes('xl/styles.xml')) await reader._parseStyles(part('xl/styles.xml'))
  if (zip.names.includes('xl/sharedStrings.xml')) {
    for await (const _ of reader._parseSharedStrings(part('xl/sharedStrings.xml', repairStrings)));
  }
  return listSheets(zip, reader)
}

/** Visible sheets first; chart sheets and sheets whose part is missing are left out. */
function listSheets(zip: Zip, reader: Steps): Part[] {
  const listed = reader.model?.sheets ?? []
  return [...listed.filter((sheet) => !isHidden(sheet)), ...listed.filter(isHidden)].flatMap((sheet) => {
    const target = reader.workbookRels?.find(
      (rel) => rel.Id === sheet.rId && rel.Type.endsWith('/worksheet'),
    )?.Target
    const path = target?.startsWith('/') ? target.slice(1) : `xl/${target}`
    return zip.names.includes(path) ? [{ name: sheet.name, path }] : []
  })
}

function isHidden(sheet: { state?: string }): boolean {
  return sheet.state === 'hidden' || sheet.state === 'veryHidden'
}

async function chooseSheet(
  zip: Zip,
  reader: Steps,
  sheets: Part[],
  choice: string | undefined,
  name: string,
) {
  const [first] = sheets
  if (!first)
    return refuse(`${quoted(name)} has no sheet with cells. Save it in Excel again and choose the new file.`)
  if (choice !== undefined) {
    return (
      sheets.find((sheet) => sheet.name === choice) ??
      refuse(`${quoted(name)} has no sheet ${quotedValue(choice)}. Choose one of its sheets.`)
    )
  }
  for (const sheet of sheets) {
    for await (const rows of sheetRows(zip, reader, sheet, name, { columns: [], done: 0, total: 1 })) {
      if (rows.length > 0) return sheet
    }
  }
  return first
}

async function* sheetChunks(zip: Zip, reader: Steps, sheet: Part, name: string, state: State) {
  for await (const rows of sheetRows(zip, reader, sheet, name, state)) {
    const chunk: TableRow[] = []
    for (const row of rows) {
      const width = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1
      if (width > limits.columns) {
        refuse(
          `${quoted(name)}, row ${counted(row.row)}: there are more than ${limits.columns} columns. Keep only those you need and choose it again.`,
        )
      }
      if (state.columns.length === 0) state.columns = row.cells.slice(0, width)
      else {
        chunk.push(row)
        if (width > state.columns.length) state.columns.length = width
      }
    }
    yield chunk
  }
}

/** The rows of a sheet that are not empty, in the chunks the parser delivers. */
async function* sheetRows(zip: Zip, reader: Steps, sheet: Part, name: string, state: State) {
  state.total = Math.max(1, zip.size(sheet.path))
  const advance = (bytes: number) => {
    state.done += bytes
  }
  const [opened] = reader._parseWorksheet(xmlText(zip, sheet.path, name, repairCells, advance), '1')
  const events = opened?.value.parse()[Symbol.asyncIterator]()
  if (!events) return
  try {
    for (let next = await guarded(name, () => events.next()); !next.done; ) {
      yield next.value
        .filter((event) => event.eventType === 'row')
        .map(({ value }): TableRow => ({ row: value.number, cells: rowCells(value) }))
        .filter(({ cells }) => !isBlank(cells))
      next = await guarded(name, () => events.next())
    }
  } finally {
    await events.return?.()
  }
}

function rowCells(row: ExcelJS.Row): string[] {
  const cells: string[] = []
  row.eachCell((cell, column) => {
    cells[column - 1] = cellText(cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value)
  })
  return Array.from(cells, (cell) => cell ?? '')
}

/** A cell as text: real dates as ISO, an error by its code. */
function cellText(value: ExcelJS.CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return unescapeXml(value)
  if (typeof value === 'number') return Number.isNaN(value) ? '#ERROR!' : String(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return dateText(value)
  if ('richText' in value) return unescapeXml(value.richText.map((run) => run.text ?? '').join(''))
  return 'error' in value ? value.error : ''
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '#ERROR!'
  const iso = date.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}

/** A workbook writes characters that XML cannot hold as _x000D_. */
function unescapeXml(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** Whatever the parser trips over, the user learns that the workbook is damaged. */
async function guarded<T>(name: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('INVALID_INPUT', damaged(name))
  }
}
