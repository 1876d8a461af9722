import { isBlank, type TableRow } from '../../table.ts'
import type { Zip } from '../zip.ts'
import { cellText, type RawCell } from './cell-values.ts'
import { isTrue, type WorkbookParts } from './workbook-parts.ts'
import { readXml, type XmlHandlers } from './xml-events.ts'

const lastColumn = 16_384
const lastRow = 1_048_576

/** The rows of a sheet that are not empty, chunk by chunk; `onBytes` hears how much was inflated. */
export async function* sheetRows(
  zip: Zip,
  path: string,
  name: string,
  parts: WorkbookParts,
  onBytes: (bytes: number) => void,
): AsyncGenerator<TableRow[]> {
  let rows: TableRow[] = []
  const handlers = rowHandlers(parts, (row) => void rows.push(row))
  for await (const bytes of readXml(zip, path, name, handlers)) {
    onBytes(bytes)
    if (rows.length === 0) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

function rowHandlers(parts: WorkbookParts, onRow: (row: TableRow) => void): XmlHandlers {
  const { strings, kinds, is1904 } = parts
  let row = { number: 0, isHidden: false, cells: [] as string[] }
  let column = 0
  let cell: RawCell | null = null
  let heard: 'value' | 'inline' | null = null
  let aids = 0

  function openRow(attributes: Readonly<Record<string, string>>) {
    row = {
      number: rowNumber(attributes.r) ?? row.number + 1,
      isHidden: isTrue(attributes.hidden),
      cells: [],
    }
    column = 0
  }

  function openCell({ r, t = 'n', s = '' }: Readonly<Record<string, string>>) {
    column = columnNumber(r) ?? column + 1
    cell = {
      type: t,
      kind: kinds[Number(s)] ?? 'number',
      value: undefined,
      inline: undefined,
      hasFormula: false,
    }
  }

  function closeCell() {
    if (!cell) return
    const text = cellText(cell, strings, is1904)
    cell = null
    // A cell that holds only its format would make a row as wide as the sheet.
    if (text !== '') row.cells[column - 1] = text
  }

  function closeRow() {
    if (row.cells.length === 0) return
    const cells = Array.from(row.cells, (text) => text ?? '')
    if (!isBlank(cells)) onRow({ row: row.number, cells, ...(row.isHidden ? { isHidden: true } : {}) })
  }

  return {
    open(tag, attributes) {
      if (tag === 'c') openCell(attributes)
      else if (tag === 'row') openRow(attributes)
      else if (!cell) return
      else if (tag === 'v') {
        cell.value = ''
        heard = 'value'
      } else if (tag === 'f') cell.hasFormula = true
      else if (tag === 'is') cell.inline = ''
      else if (tag === 'rPh') aids++
      else if (tag === 't' && aids === 0) heard = 'inline'
    },
    text(piece) {
      if (cell && heard !== null) cell[heard] = (cell[heard] ?? '') + piece
    },
    close(tag) {
      if (tag === 'v' || tag === 't') heard = null
      else if (tag === 'c') closeCell()
      else if (tag === 'row') closeRow()
      else if (tag === 'rPh') aids--
    },
  }
}

function rowNumber(reference: string | undefined): number | null {
  const number = Number(reference)
  return Number.isInteger(number) && number > 0 && number <= lastRow ? number : null
}

/** The column of a reference like AB12, from 1; null where a cell has none. */
function columnNumber(reference: string | undefined): number | null {
  if (reference === undefined) return null
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column > 0 && column <= lastColumn ? column : null
}
