import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { AppError } from '../../../shared/errors.ts'
import {
  type CellKind,
  cellText,
  cellValue,
  columnLetters,
  type RowValue,
  tabName,
} from './workbook-cells.ts'
import { bodyStyle, headerStyle, heightOf, lineLooks, linesIn, roomBeforeHeader } from './workbook-styles.ts'

/** A row by column key; a key that is missing is unknown. */
export type SheetRow = Readonly<Record<string, RowValue | undefined>>

export type SheetColumn = {
  header: string
  key: string
  /** In characters. */
  width: number
  kind: CellKind
  /** Long texts flow over several lines. */
  wraps?: boolean
  /** Left out of the printed page; only for the last columns. */
  onScreenOnly?: boolean
  /** Colours (ARGB) of the words that should stand out. */
  colours?: Readonly<Record<string, string>>
  /** The formula behind a stored figure; `cell` gives the address of a key in the same row. Null for none. */
  formula?: (cell: (key: string) => string, row: SheetRow) => string | null
}

export type Sheet = {
  name: string
  /** In A1. */
  title: string
  headline?: string
  notes?: readonly string[]
  columns: readonly SheetColumn[]
  rows: Iterable<SheetRow> | AsyncIterable<SheetRow>
}

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
/** A longer text stays on one line, so that its row does not fill the screen. */
const longestWrapped = 400
/** A row can be 409 points high. */
const mostLines = 25
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
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true })
  workbook.title = cellText(options.title)
  workbook.company = cellText(options.company)
  workbook.creator = 'Evenkeel'
  workbook.lastModifiedBy = 'Evenkeel'
  workbook.created = new Date(options.createdAt)
  workbook.modified = workbook.created
  const pace = createPace(file, options)
  for (const sheet of sheets) await writeSheet(workbook, sheet, options, pace)
  await workbook.commit()
  pace.check()
}

async function writeSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  { name, columns, rows, ...above }: Sheet,
  options: WorkbookOptions,
  pace: Pace,
) {
  const lines = linesAbove(above)
  const headerRow = lines.length + 1
  const sheet = workbook.addWorksheet(tabName(name), pageLook(headerRow, options.company))
  sheet.columns = columns.map(({ width }) => ({ width }))
  lines.forEach((line, index) => {
    writeLine(sheet, line, index === lines.length - 1)
  })
  writeHeader(sheet, columns)
  const write = rowWriter(sheet, columns, options.zone)
  let last = headerRow
  for await (const row of rows) {
    last++
    write(row, last)
    await pace.rowWritten(sheet)
  }
  const printed = columns.filter(({ onScreenOnly }) => !onScreenOnly).length
  // ExcelJS adds one $ to each corner: 'A$1' becomes $A$1, while 'A1' would become $A1 and print nothing.
  sheet.pageSetup.printArea = `A$1:${columnLetters(printed - 1)}$${last}`
  sheet.autoFilter = `A${headerRow}:${columnLetters(columns.length - 1)}${last}`
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

/** A run of text is the one form in which every reader keeps spaces at the ends and `_x000D_`. */
const textCell = (text: string) => ({ richText: [{ text }] })

/** Writes rows; the styles are made once, because ExcelJS looks up every object it has not seen before. */
function rowWriter(sheet: ExcelJS.Worksheet, columns: readonly SheetColumn[], zone: string) {
  const styled = columns.map((column) => ({ key: column.key, styleOf: stylesOf(column) }))
  const wrapping = columns.filter(({ wraps }) => wraps)
  const places = new Map(columns.map(({ key }, index) => [key, columnLetters(index)]))
  return (record: SheetRow, number: number) => {
    const address = (key: string) => `${places.get(key)}${number}`
    const values = columns.map(({ kind, key, formula }): ExcelJS.CellValue => {
      const value = cellValue(kind, record[key] ?? null, zone)
      if (typeof value === 'string') return textCell(value)
      const behind = typeof value === 'number' ? formula?.(address, record) : null
      return behind ? { formula: behind, result: value as number } : value
    })
    const row = sheet.addRow(values)
    const lines = Math.min(
      mostLines,
      Math.max(1, ...wrapping.map((column) => linesOf(record[column.key], column))),
    )
    styled.forEach(({ key, styleOf }, index) => {
      row.getCell(index + 1).style = styleOf(record[key] ?? null, lines > 1)
    })
    row.height = heightOf(lines)
    row.commit()
  }
}

const isWrapped = (value: RowValue | undefined): value is string =>
  typeof value === 'string' && value.length <= longestWrapped

const linesOf = (value: RowValue | undefined, { width }: SheetColumn) =>
  isWrapped(value) ? linesIn(value, width) : 1

function stylesOf({ kind, wraps = false, colours = {} }: SheetColumn) {
  const make = (isTall: boolean) => ({
    oneLine: bodyStyle(kind, { isTall }),
    wrapped: bodyStyle(kind, { wraps, isTall }),
    coloured: new Map(
      Object.entries(colours).map(([word, colour]) => [word, bodyStyle(kind, { wraps, colour, isTall })]),
    ),
  })
  const low = make(false)
  const tall = make(true)
  return (value: RowValue, isTall: boolean): Partial<ExcelJS.Style> => {
    const styles = isTall ? tall : low
    if (!isWrapped(value)) return styles.oneLine
    return styles.coloured.get(value) ?? styles.wrapped
  }
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
  const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
  if (!isFull) return error
  return new AppError(
    'UNAVAILABLE',
    'The disk is full, so the workbook could not be made. Your reviews are safe. Free some space, then try again.',
  )
}
