/** What a text consists of: runs of plain text, and tables written as Markdown writes them. */
export type TextPart = { kind: 'text'; text: string } | { kind: 'table'; head: string[]; rows: string[][] }

const rule = /^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*$/

/** A text with its Markdown tables apart; everything else is left as it is, character by character. */
export function textParts(text: string): TextPart[] {
  const lines = text.split('\n')
  const parts: TextPart[] = []
  let plain: string[] = []
  const endText = () => {
    if (plain.length > 0) parts.push({ kind: 'text', text: plain.join('\n') })
    plain = []
  }
  for (let at = 0; at < lines.length; at++) {
    const head = headAt(lines, at)
    if (head === null) {
      plain.push(lines[at] ?? '')
      continue
    }
    endText()
    const rows: string[][] = []
    for (at += 2; isRow(lines[at]); at++) rows.push(fitted(cellsOf(lines[at] ?? ''), head.length))
    at--
    parts.push({ kind: 'table', head, rows })
  }
  endText()
  return parts
}

/** The head of a table that begins at a line: as many cells as the rule below it has. */
function headAt(lines: readonly string[], at: number): string[] | null {
  const [line, below = ''] = [lines[at], lines[at + 1]]
  if (!isRow(line) || !below.includes('|') || !rule.test(below)) return null
  const head = cellsOf(line)
  return head.length > 1 && head.length === cellsOf(below).length ? head : null
}

const isRow = (line: string | undefined): line is string =>
  line !== undefined && line.trim() !== '' && /(?<!\\)\|/.test(line)

const cellsOf = (line: string) =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))

const fitted = (cells: readonly string[], length: number) =>
  Array.from({ length }, (_, at) => cells[at] ?? '')

/** Rows of cells as a Markdown table, the first one its head. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length))
  const [head = [], ...others] = rows.map((row) => lineOf(fitted(row, columns)))
  return [head, lineOf(Array(columns).fill('---')), ...others].join('\n')
}

const lineOf = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|')).join(' | ')} |`
