import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type ExcelJS from 'exceljs'
import { AppError } from '../../../../shared/errors.ts'
import { cellText, columnLetters, tabName } from './workbook-cells.ts'
import { rowsOfCharts } from './workbook-charts.ts'
import { createParts, tableName, uniqueHeaders } from './workbook-parts.ts'
import { rowMaker, textCell } from './workbook-rows.ts'
import type { Sheet, SheetColumn } from './workbook-sheet.ts'
import { headerStyle, heightOf, lineLooks, linesIn, roomBeforeHeader } from './workbook-styles.ts'

export type WorkbookOptions = {
  title: string
  company: string
  /** ISO instant. */
  createdAt: string
  /** IANA zone in which instants are shown. */
  zone: string
  signal?: AbortSignal | undefined
  /** Told from time to time how many rows are written. */
  onProgress?: (rows: number) => void
}

/** How long the event loop may be kept, in milliseconds. */
const slice = 8
/** Bytes that may wait for the zip. */
const backlogLimit = 4 * 1024 * 1024
const a4 = 9

/**
 * Writes a workbook row by row. The file appears under its name only when it is whole; otherwise nothing stays.
 * Throws CANCELLED when `signal` fires and UNAVAILABLE when the disk is full.
 */
export async function writeWorkbook(
  path: string,
  sheets: readonly Sheet[],
  options: WorkbookOptions,
): Promise<void> {
  const temporary = `${path}.tmp`
  const file = createWriteStream(temporary, { mode: 0o600 })
  const closed = new Promise<void>((resolve) => file.once('close', resolve))
  // ExcelJS never looks at the file's errors: it would wait for ever.
  const failure = new Promise<never>((_, reject) => file.on('error', reject))
  try {
    await Promise.race([writeSheets(file, sheets, options), failure])
    await closed
    await rename(temporary, path)
  } catch (error) {
    file.destroy()
    await closed
    await rm(temporary, { force: true })
    throw inWords(error)
  }
}

async function writeSheets(file: WriteStream, sheets: readonly Sheet[], options: WorkbookOptions) {
  // Loading it takes longer than the rest of the start, and most days nothing is exported.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true })
  workbook.title = cellText(options.title)
  workbook.company = cellText(options.company)
  workbook.creator = 'Evenkeel'
  workbook.lastModifiedBy = 'Evenkeel'
  workbook.created = new Date(options.createdAt)
  workbook.modified = workbook.created
  const pace = createPace(file, options)
  const parts = createParts(workbook)
  for (const sheet of sheets) await writeSheet(workbook, sheet, options, { pace, parts })
  await workbook.commit()
  pace.check()
}

async function writeSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  { name, columns: asked, rows, charts = [], ...above }: Sheet,
  options: WorkbookOptions,
  { pace, parts }: { pace: Pace; parts: ReturnType<typeof createParts> },
) {
  const headers = uniqueHeaders(asked.map(({ header }) => cellText(header)))
  const columns = asked.map((column, index) => ({ ...column, header: headers[index] ?? column.header }))
  const lines = linesAbove(above)
  const headerRow = lines.length + 1
  const sheet = workbook.addWorksheet(tabName(name), pageLook(headerRow, options.company))
  sheet.columns = columns.map(({ width, isHidden = false }) => ({ width, hidden: isHidden }))
  lines.forEach((line, index) => {
    writeLine(sheet, line, index === lines.length - 1)
  })
  writeHeader(sheet, columns)
  const make = rowMaker(columns, options.zone)
  let last = headerRow
  for await (const record of rows) {
    const { values, styles, height } = make(record, ++last)
    const row = sheet.addRow(values)
    styles.forEach((style, index) => {
      row.getCell(index + 1).style = style
    })
    row.height = height
    row.commit()
    await pace.rowWritten(sheet)
  }
  const printed = columns.filter(({ onScreenOnly, isHidden }) => !onScreenOnly && !isHidden).length
  // ExcelJS adds one $ to each corner: 'A$1' becomes $A$1, while 'A1' would become $A1 and print nothing.
  const lastPrinted = charts.length === 0 ? last : last + 1 + rowsOfCharts(charts.length)
  sheet.pageSetup.printArea = `A$1:${columnLetters(printed - 1)}$${lastPrinted}`
  // A table has one row at least: an empty one where there is nothing.
  const lastRow = Math.max(last, headerRow + 1)
  parts.addTo(sheet, { name: tableName(name), headers, firstRow: headerRow, lastRow }, charts)
  sheet.commit()
}

function pageLook(headerRow: number, company: string): Partial<ExcelJS.AddWorksheetOptions> {
  // & starts a code in a footer, and a footer holds 255 characters at most.
  const owner = cellText(company).slice(0, 80).replaceAll('\n', ' ').replaceAll('&', '&&')
  return {
    views: [{ state: 'frozen', ySplit: headerRow, showGridLines: false }],
    pageSetup: {
      paperSize: a4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headerRow}:${headerRow}`,
      margins: { left: 0.5, right: 0.5, top: 0.5, bottom: 0.7, header: 0.3, footer: 0.35 },
    },
    headerFooter: { oddFooter: `&L&9 ${owner}&C&9 &A&R&9 Page &P of &N` },
  }
}

type Line = { text: string; look: keyof typeof lineLooks }

function linesAbove({ title, headline, notes = [] }: Pick<Sheet, 'title' | 'headline' | 'notes'>): Line[] {
  return [
    { text: title, look: 'title' },
    ...(headline === undefined ? [] : [{ text: headline, look: 'headline' } as const]),
    ...notes.map((text) => ({ text, look: 'note' }) as const),
  ]
}

function writeLine(sheet: ExcelJS.Worksheet, { text, look }: Line, isLast: boolean) {
  const { style, height } = lineLooks[look]
  const row = sheet.addRow([textCell(cellText(text))])
  row.height = height + (isLast ? roomBeforeHeader : 0)
  row.getCell(1).style = style
  row.commit()
}

function writeHeader(sheet: ExcelJS.Worksheet, columns: readonly SheetColumn[]) {
  const row = sheet.addRow(columns.map(({ header }) => textCell(cellText(header))))
  row.height = heightOf(Math.max(...columns.map(({ header, width }) => linesIn(header, width - 2)))) + 4
  columns.forEach(({ kind }, index) => {
    row.getCell(index + 1).style = headerStyle(kind)
  })
  row.commit()
}

type Pace = { check: () => void; rowWritten: (sheet: ExcelJS.Worksheet) => Promise<void> }

/** Gives the event loop its turn, waits for the zip, and stops at a cancel or a failed write. */
function createPace(file: WriteStream, { signal, onProgress }: WorkbookOptions): Pace {
  let sliceStart = performance.now()
  let rows = 0
  const check = () => {
    if (signal?.aborted) throw new AppError('CANCELLED', 'The workbook was stopped. No file was made.')
    if (file.errored) throw file.errored
  }
  return {
    check,
    async rowWritten(sheet) {
      rows++
      if (performance.now() - sliceStart < slice) return
      await nextTurn()
      check()
      while (backlogOf(sheet) > backlogLimit) {
        await sleep(1)
        check()
      }
      onProgress?.(rows)
      sliceStart = performance.now()
    },
  }
}

/** Bytes waiting for the zip. ExcelJS writes on without asking, so long texts would pile up in memory. */
function backlogOf(sheet: ExcelJS.Worksheet): number {
  const { stream } = sheet as unknown as { stream: { pipes: readonly Waiting[] } }
  return stream.pipes.reduce((sum, { _writableState }) => sum + _writableState.length, 0)
}

/** The old stream between ExcelJS and the zip shows what waits in it only here. */
type Waiting = { _writableState: { length: number } }

function inWords(error: unknown): unknown {
  const isFull =
    error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
  if (!isFull) return error
  return new AppError(
    'UNAVAILABLE',
    'The disk is full, so the workbook could not be made. Your reviews are safe. Free some space, then try again.',
  )
}
