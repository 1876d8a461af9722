import Papa from 'papaparse'
import type { TextEncoding } from '../../../../shared/domain/text/text-encodings.ts'
import { unescapeFormula } from '../../csv.ts'
import { limits } from '../limits.ts'
import { counted, megabytes, quoted, quotedValue, refuse } from '../refuse.ts'
import { isBlank, type RawTable, type TableRow } from '../table.ts'
import { pieceLength, piecesOf, type TextPieces } from './text-pieces.ts'

/** Delimiters in the order they win a tie. */
const delimiters = [',', ';', '\t', '|']
const sampleLength = 64 * 1024
/** Of a text's rows so many have to agree on a delimiter. */
const leastAgreement = 0.4

const oddQuote =
  'A quotation mark inside a text is not written twice, so the text may end in the wrong place. Check this row.'

type Parsed = { data: string[][]; errors: { code: string; row: number }[]; meta: { cursor: number } }
type Layout = { start: number; delimiter: string; newline: '\n' | '\r' }

/** The rows of a delimited text. */
export function openCsv(from: string | TextPieces, name: string, encoding: TextEncoding): RawTable {
  const text = typeof from === 'string' ? piecesOf(from) : from
  const layout = detectLayout(text)
  const state = { done: 0 }
  return {
    format: 'csv',
    encoding,
    delimiter: layout.delimiter,
    sheets: [],
    chunks: readChunks(text, layout, name, state),
    progress: () => ({ done: Math.min(state.done, text.size), total: text.size }),
  }
}

/** The delimiter under which the most rows of a text have one width; titles above a table have another. */
function detectDelimiter({ head, newline, size }: TextPieces): string {
  const sample = head.slice(0, sampleLength)
  const candidates = delimiters.map((delimiter) => {
    const { data } = parse(sample, { delimiter, newline }, sample.length < size)
    const rows = data.filter((cells) => !isBlank(cells))
    const { width, count } = commonWidth(rows)
    const whole = rows.filter(({ length }) => length === 1).length
    const agreement = rows.length === 0 || isProse(rows, width) ? 0 : agreementOf(rows, width, count)
    return { delimiter, width, agreement, whole }
  })
  const [best] = candidates
    .filter(({ agreement }) => agreement >= leastAgreement)
    .sort((a, b) => Math.round(b.agreement * 10) - Math.round(a.agreement * 10) || b.width - a.width)
  return (best ?? candidates.toSorted((a, b) => b.whole - a.whole)[0])?.delimiter ?? ','
}

/** How many rows are as wide; where all that split do so alike, it is a small table among titles and footers. */
function agreementOf(rows: readonly (readonly string[])[], width: number, count: number): number {
  const split = rows.filter(({ length }) => length > 1).length
  const isSmall = count === split && count >= 3 && width >= 3
  return isSmall ? Math.max(leastAgreement, count / rows.length) : count / rows.length
}

/** Sentences below a name split at their commas too, but a space follows each. */
function isProse(rows: readonly (readonly string[])[], width: number): boolean {
  const first = rows.find(({ length }) => length === width)
  return first !== rows[0] && first !== undefined && first.slice(1).some((cell) => cell.startsWith(' '))
}

/** The width above one cell that the most rows have; of two, the one that comes first. */
function commonWidth(rows: readonly (readonly string[])[]): { width: number; count: number } {
  const counts = new Map<number, number>()
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [width = 1, count = 0] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? []
  return { width, count }
}

function detectLayout(text: TextPieces): Layout {
  const hint = /^sep=([,;\t|])\r?\n/i.exec(text.head)
  const { newline } = text
  return hint
    ? { start: hint[0].length, delimiter: hint[1] ?? ',', newline }
    : { start: 0, delimiter: detectDelimiter(text), newline }
}

function* readChunks(text: TextPieces, layout: Layout, name: string, state: { done: number }) {
  let row = 0
  for (const { data, errors, isTooLong } of records(text, layout, state)) {
    const chunk: TableRow[] = []
    const quotes = new Map(errors.map((error) => [error.row, error.code]))
    for (const [index, cells] of data.entries()) {
      row++
      if (isBlank(cells)) continue
      // A short last cell was open only because the row was cut here.
      const isOpen = !isTooLong || (cells.at(-1)?.length ?? 0) > limits.rowLength / 2
      if (isOpen && quotes.get(index) === 'MissingQuotes') refuseOpenQuote(name, row, cells)
      if (isTooLong) refuseLongRow(name, row)
      const clean = cells.map(unescapeFormula)
      chunk.push(quotes.has(index) ? { row, cells: clean, warning: oddQuote } : { row, cells: clean })
    }
    yield chunk
  }
}

/** Parses piece by piece, so that a large file is never held as rows; a row cut by a piece is read again. */
function* records(text: TextPieces, { start, delimiter, newline }: Layout, state: { done: number }) {
  let rest = ''
  let [skip, least] = [start, 0]
  for (const piece of text.pieces()) {
    rest += piece.slice(skip)
    skip = 0
    state.done += pieceLength
    if (rest.length < least) continue
    const { data, errors, meta } = parse(rest, { delimiter, newline }, true)
    if (data.length === 0) {
      if (rest.length >= limits.rowLength) {
        yield { ...parse(rest, { delimiter, newline }, false), isTooLong: true }
        rest = ''
      }
      // A row is rarely so long: reading it again at every piece would take longer than reading it whole.
      least = limits.rowLength
      continue
    }
    rest = rest.slice(meta.cursor)
    least = 0
    yield { data, errors, isTooLong: false }
  }
  if (rest !== '') yield { ...parse(rest, { delimiter, newline }, false), isTooLong: false }
}

function parse(
  text: string,
  layout: { delimiter: string; newline: '\n' | '\r' },
  cutLastRow: boolean,
): Parsed {
  const parsed: Parsed = new Papa.Parser(layout).parse(text, 0, cutLastRow)
  if (layout.newline === '\n') {
    for (const cells of parsed.data) {
      const last = cells.at(-1)
      if (last?.endsWith('\r')) cells[cells.length - 1] = last.slice(0, -1)
    }
  }
  return parsed
}

function refuseLongRow(name: string, row: number): never {
  return refuse(
    `${quoted(name)}: row ${counted(row)} is longer than ${megabytes(limits.rowLength)}, which no list of outputs has. Look there for a line break that is missing, then choose the file again.`,
  )
}

function refuseOpenQuote(name: string, row: number, cells: readonly string[]): never {
  const start = quotedValue(cells.at(-1) ?? '')
  return refuse(
    `${quoted(name)}: a quotation mark that opens in row ${counted(row)} (before ${start}) is never closed, so the rows after it cannot be told apart. Close or remove it, then choose the file again.`,
    [{ message: 'The quotation mark is never closed.', row }],
  )
}
