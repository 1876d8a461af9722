import { parsePastedTable } from './pasted-table.ts'
import { words } from './words.ts'

/** One output being typed; `key` names the row for as long as it is on screen. */
export type PastedRow = { key: number; request: string; aiText: string; finalText: string }
type Cell = 'request' | 'aiText' | 'finalText'

const cells: readonly Cell[] = ['request', 'aiText', 'finalText']
const emptyRow = (key: number): PastedRow => ({ key, request: '', aiText: '', finalText: '' })

export const emptyRows: readonly PastedRow[] = [1, 2, 3].map(emptyRow)

export function addRow(rows: readonly PastedRow[]): PastedRow[] {
  return [...rows, emptyRow(nextKey(rows))]
}

export function setCell(rows: readonly PastedRow[], key: number, cell: Cell, value: string): PastedRow[] {
  return rows.map((row) => (row.key === key ? { ...row, [cell]: value } : row))
}

/** Spreads copied cells from one cell on, down and to the right; null when the text is not a table. */
export function pasteAt(
  rows: readonly PastedRow[],
  atRow: number,
  atColumn: number,
  text: string,
): PastedRow[] | null {
  const table = parsePastedTable(text)
  if (table === null) return null
  const changed = rows.map((row) => ({ ...row }))
  table.forEach((values, down) => {
    const row = changed[atRow + down] ?? emptyRow(nextKey(changed))
    if (changed.length === atRow + down) changed.push(row)
    values.forEach((value, right) => {
      const cell = cells[atColumn + right]
      if (cell !== undefined) row[cell] = value
    })
  })
  return changed
}

/** The rows that hold anything, as the core takes them; an empty request or final version is unknown. */
export function filledPairs(rows: readonly PastedRow[]) {
  return rows.filter(isFilled).map(({ request, aiText, finalText }) => ({
    request: request.trim() === '' ? null : request,
    aiText,
    finalText: finalText.trim() === '' ? null : finalText,
  }))
}

/** By row key, what is missing: a row that holds anything needs what the AI wrote. */
export function rowProblems(rows: readonly PastedRow[]): Map<number, string> {
  return new Map(
    rows
      .filter((row) => isFilled(row) && row.aiText.trim() === '')
      .map((row) => [row.key, words.pasteWhatTheAiWroteOr]),
  )
}

/** IDs or links as they were pasted: one a line, or cells of a row. */
export const pastedIds = (text: string): string[] =>
  text
    .split(/[\r\n\t]+/)
    .map((id) => id.trim())
    .filter((id) => id !== '')

function isFilled(row: PastedRow): boolean {
  return cells.some((cell) => row[cell].trim() !== '')
}

function nextKey(rows: readonly PastedRow[]): number {
  return Math.max(0, ...rows.map((row) => row.key)) + 1
}
