import type { LeftOut, LeftOutWhy, ReadingChoice } from '../../../../shared/contract/imports.ts'
import { counted } from '../refuse.ts'
import { columnName, isBlank, type RawTable, type Table, type TableRow } from '../table.ts'
import { createSurroundings } from './around-table.ts'
import type { FieldName } from './field-names.ts'
import { findHeader, type Header, headerAt, noHeader } from './find-header.ts'

/** Rows looked at to find the header. */
const looked = 60
/** Rows held back at the end, where footers stand. */
const heldBack = 8
const rowsNamed = 20

type Choice = Pick<ReadingChoice, 'headerRow' | 'withHidden'>
type State = { names: string[]; headerRows: number[]; left: Map<LeftOutWhy, LeftOut> }

/** The table inside a file whose rows are not told apart yet: its header, its rows, and what stands around it. */
export function findTable(raw: RawTable, fields: readonly FieldName[], choice: Choice): Table {
  const state: State = { names: [], headerRows: [], left: new Map() }
  return {
    ...raw,
    columns: () => Array.from(state.names, columnName),
    mapping: null,
    found: () => ({ headerRows: state.headerRows, left: [...state.left.values()] }),
    chunks: tableRows(raw, fields, choice, state),
  }
}

async function* tableRows(raw: RawTable, fields: readonly FieldName[], choice: Choice, state: State) {
  const isStrict = raw.format === 'csv'
  let firsts: TableRow[] | null = []
  let around: ReturnType<typeof createSurroundings> | null = null
  let held: TableRow[] = []
  const sift = (rows: readonly TableRow[]) => {
    const kept: TableRow[] = []
    for (const row of rows) {
      const what = choice.withHidden && row.isHidden ? null : (around?.whatIs(row) ?? null)
      if (what === null) kept.push(isStrict ? fitting(row, state.names.length) : widened(row, state))
      else leaveOut(state, what, row)
    }
    const all = [...held, ...kept]
    held = all.slice(-heldBack)
    return all.slice(0, -heldBack)
  }
  const begin = (rows: readonly TableRow[]) => {
    const body = beginTable(rows, fields, choice, state)
    around = createSurroundings(state.headerRows.length === 0 ? [] : state.names, body.slice(0, looked))
    firsts = null
    return sift(body)
  }
  for await (const rows of raw.chunks) {
    if (firsts === null) yield sift(rows)
    else {
      firsts = [...firsts, ...rows]
      if (firsts.length >= looked) yield begin(firsts)
    }
  }
  if (firsts !== null) yield begin(firsts)
  yield withoutFooter(held, around, state)
}

/** Names the columns and returns the rows below the header. */
function beginTable(
  rows: readonly TableRow[],
  fields: readonly FieldName[],
  { headerRow }: Choice,
  state: State,
): TableRow[] {
  const shown = rows.filter(({ isHidden }) => !isHidden)
  const header = chosenHeader(shown, fields, headerRow)
  const above = shown.slice(0, header.bodyFrom)
  state.headerRows = header.at.map((index) => shown[index]?.row ?? 0)
  state.names = header.names
  for (const [index, row] of above.entries()) if (!header.at.includes(index)) leaveOut(state, 'title', row)
  const last = above.at(-1)?.row ?? 0
  return rows.filter(({ row }) => row > last)
}

function chosenHeader(
  rows: readonly TableRow[],
  fields: readonly FieldName[],
  headerRow: number | undefined,
): Header {
  const cells = rows.map((row) => row.cells)
  if (headerRow === 0) return noHeader(cells)
  const index = rows.findIndex(({ row }) => row === headerRow)
  return index === -1 ? findHeader(cells, fields) : headerAt(cells, [index])
}

function leaveOut(state: State, why: LeftOutWhy, { row }: TableRow) {
  const left = state.left.get(why) ?? { why, count: 0, rows: [] }
  left.count++
  if (left.rows.length < rowsNamed) left.rows.push(row)
  state.left.set(why, left)
}

/** A delimited row with more cells than columns was most likely cut at a delimiter inside a text. */
function fitting(row: TableRow, width: number): TableRow {
  if (row.cells.length <= width || isBlank(row.cells.slice(width))) return row
  const rejected = `The row has ${counted(row.cells.length)} cells, but the header has ${counted(width)}, so it was left out. A text that holds the delimiter needs quotation marks around it.`
  return { row: row.row, cells: row.cells, rejected }
}

function widened(row: TableRow, state: State): TableRow {
  const width = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1
  if (width > state.names.length) state.names.length = width
  return row
}

function withoutFooter(
  held: readonly TableRow[],
  around: ReturnType<typeof createSurroundings> | null,
  state: State,
): TableRow[] {
  const last = held.findLastIndex((row) => row.rejected === undefined && !around?.isFooter(row))
  const footer = last === -1 ? [] : held.slice(last + 1).filter((row) => around?.isFooter(row))
  for (const row of footer) leaveOut(state, 'footer', row)
  return held.filter((row) => !footer.includes(row))
}
