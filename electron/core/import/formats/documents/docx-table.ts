import { tableText } from '../../../../../shared/domain/text/markdown-table.ts'

/** A table while it is read; `covered` counts, by column, the rows that a cell above still reaches over. */
export type TableInHand = { rows: string[][]; covered: number[] }

/** More columns or rows than a page can show come from a file that was made to be too large. */
const furthest = 500

export const newTable = (): TableInHand => ({ rows: [], covered: [] })

/** Adds a cell to the last row; where it spans several columns or rows, the others stay empty. */
export function addCell({ rows, covered }: TableInHand, text: string, tag: string): void {
  const row = rows.at(-1)
  if (!row) return
  passCovered(row, covered)
  const down = spanOf(tag, 'rowspan')
  for (let at = 0; at < spanOf(tag, 'colspan'); at++) {
    covered[row.length] = down - 1
    row.push(at === 0 ? text.trim() : '')
  }
}

function passCovered(row: string[], covered: number[]): void {
  for (let left = covered[row.length] ?? 0; left > 0; left = covered[row.length] ?? 0) {
    covered[row.length] = left - 1
    row.push('')
  }
}

const spanOf = (tag: string, name: string) =>
  Math.min(furthest, Number(new RegExp(`${name}="(\\d+)"`).exec(tag)?.[1] ?? 1))

/** A frame around one column is no table: its cells are lines. */
export function textOfTable({ rows }: TableInHand): string {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''))
  if (filled.length === 0) return ''
  return filled.every((row) => row.length === 1) ? filled.flat().join('\n') : tableText(filled)
}
