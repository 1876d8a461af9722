import type { CellKind, RowValue } from './workbook-cells.ts'
import type { Chart } from './workbook-charts.ts'

/** A row by column key; a key that is missing is unknown. */
export type SheetRow = Readonly<Record<string, RowValue | undefined>>

export type SheetColumn = {
  header: string
  key: string
  /** In characters. */
  width: number
  kind: CellKind
  /** Texts flow over several lines, and the row is as high as they need. */
  wraps?: boolean
  /** Long texts to look into: shown by their first line, and left out in print. Only for the last columns. */
  onScreenOnly?: boolean
  /** For programs alone. Only for the last columns. */
  isHidden?: boolean
  /** What a cell shows for each code a row may hold; without them a row holds what is shown. */
  words?: Readonly<Record<string, string>>
  /** Colours (ARGB) of the codes that should stand out. */
  colours?: Readonly<Record<string, string>>
  /** The formula behind a stored figure; `cell` gives the address of a key in the same row. Null for none. */
  formula?: (cell: (key: string) => string, row: SheetRow) => string | null
}

/** A column that explains itself on the Guide sheet. */
export type GuidedColumn = SheetColumn & {
  meaning: string
  /** The values it can have, where they are few. */
  allowed?: string
}

export type Sheet = {
  name: string
  /** In A1. */
  title: string
  headline?: string
  notes?: readonly string[]
  columns: readonly SheetColumn[]
  rows: Iterable<SheetRow> | AsyncIterable<SheetRow>
  /** Stand below the rows, bound to the cells of another sheet. */
  charts?: readonly Chart[]
}

/** The number of the first row of data: below the title, what stands under it, and the header. */
export const firstRowOf = ({ headline, notes = [] }: Pick<Sheet, 'headline' | 'notes'>) =>
  1 + (headline === undefined ? 0 : 1) + notes.length + 2
