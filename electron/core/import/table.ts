import type { ColumnMapping, FoundPlace, ImportFormat } from '../../../shared/contract/imports.ts'
import type { TextEncoding } from '../../../shared/domain/text/text-encodings.ts'

/** One user file as the reader gets it: where it lies and what the user calls it. */
export type SourceFile = { path: string; name: string }

/**
 * One row of a table. `row` counts as a spreadsheet does (the first line is row 1). `isHidden`: a filter hides it.
 * `rejected` says why the row cannot be kept; `warning` what to check in a row that is kept.
 */
export type TableRow = {
  row: number
  cells: readonly string[]
  isHidden?: boolean
  rejected?: string
  warning?: string
}

/** The rows of a file as they stand in it, titles, header and totals among them; an empty cell is "". */
export type RawTable = {
  format: ImportFormat
  encoding: TextEncoding | null
  delimiter: string | null
  sheets: string[]
  /** Rows in chunks, each delivered once; empty rows are left out. */
  chunks: AsyncIterable<TableRow[]> | Iterable<TableRow[]>
  /** How far reading has come, in any unit. */
  progress: () => { done: number; total: number }
}

/** Any supported file as a table of strings. */
export type Table = RawTable & {
  /** Names by index; complete once all rows are read. */
  columns: () => readonly string[]
  /** What the format itself says columns mean; null where it says nothing. */
  mapping: ColumnMapping | null
  /** The tool that wrote the records, as the owner knows it; null or missing where none is recognised. */
  tool?: string | null
  /** Which rows name the columns, and what stands around the table; complete once all rows are read. */
  found?: () => FoundPlace
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** A column's name as written, or "Column C" where it has none. */
export function columnName(name: string | undefined, index: number): string {
  const clean = (name ?? '').replace(/\s+/g, ' ').trim()
  return clean === '' ? `Column ${columnLetters(index)}` : clean.slice(0, 200)
}

function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}
