import Papa from 'papaparse'
import { unescapeFormula } from '../../csv.ts'
import { counted, quoted, quotedValue, refuse } from '../refuse.ts'
import { columnName, isBlank, type Table, type TableRow } from '../table.ts'

/** Delimiters in the order they win a tie. */
const delimiters = [',', ';', '\t', '|']
const sampleLength = 64 * 1024
const sliceLength = 256 * 1024

type Parsed = { data: string[][]; errors: { code: string; row: number }[]; meta: { cursor: number } }
type Layout = { start: number; delimiter: string; newline: '\n' | '\r' }

/** A delimited text as a table. The first row that is not empty names the columns. */
export function openCsv(text: string, name: string, encoding: string): Table {
  const layout = detectLayout(text)
  const state = { columns: [] as string[], offset: 0 }
  return {
    format: 'csv',
    encoding,
    delimiter: layout.delimiter,
    sheets: [],
    columns: () => state.columns,
    mapping: null,
    chunks: readChunks(text, layout, name, state),
    progress: () => ({ done: state.offset, total: text.length }),
  }
}

/** The delimiter under which the rows of a text agree best with its header. */
function detectDelimiter(text: string): string {
  const sample = text.slice(0, sampleLength)
  const candidates = delimiters.map((delimiter) => {
    const { data } = parse(sample, { delimiter, newline: newlineOf(text) }, sample.length < text.length)
    const rows = data.filter((cells) => !isBlank(cells))
    const header = rows[0]?.length ?? 0
    const agreeing = rows.filter((cells) => cells.length === header).length
    return { delimiter, header, agreement: rows.length === 0 ? 0 : agreeing / rows.length }
  })
  const splitting = candidates.filter(({ header, agreement }) => header > 1 && agreement >= 0.5)
  const [best] = (splitting.length > 0 ? splitting : candidates).toSorted(
    (a, b) => Math.round(b.agreement * 10) - Math.round(a.agreement * 10) || b.header - a.header,
  )
  return best?.delimiter ?? ','
}

function detectLayout(text: string): Layout {
  const hint = /^sep=([,;\t|])\r?\n/i.exec(text)
  const newline = newlineOf(text)
  return hint
    ? { start: hint[0].length, delimiter: hint[1] ?? ',', newline }
    : { start: 0, delimiter: detectDelimiter(text), newline }
}

function newlineOf(text: string): '\n' | '\r' {
  return text.includes('\n') ? '\n' : '\r'
}

function* readChunks(
  text: string,
  layout: Layout,
  name: string,
  state: { columns: string[]; offset: number },
) {
  let row = 0
  for (const { data, errors, offset } of records(text, layout)) {
    const chunk: TableRow[] = []
    const quotes = new Map(errors.map((error) => [error.row, error.code]))
    for (const [index, cells] of data.entries()) {
      row++
      if (isBlank(cells)) continue
      if (quotes.get(index) === 'MissingQuotes') refuseOpenQuote(name, row, cells)
      const clean = cells.map(unescapeFormula)
      if (state.columns.length === 0) state.columns = clean.map(columnName)
      else chunk.push(checkedRow(row, clean, state.columns.length, quotes.has(index)))
    }
    state.offset = offset
    yield chunk
  }
}

/** Parses slice by slice, so that a large file is never held as rows; a row cut by a slice is read again. */
function* records(text: string, { start, delimiter, newline }: Layout) {
  let [offset, length] = [start, sliceLength]
  while (offset < text.length) {
    const isLast = offset + length >= text.length
    const { data, errors, meta } = parse(text.slice(offset, offset + length), { delimiter, newline }, !isLast)
    if (data.length === 0 && !isLast) {
      length *= 2
      continue
    }
    offset = isLast ? text.length : offset + meta.cursor
    length = sliceLength
    yield { data, errors, offset }
  }
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

function checkedRow(row: number, cells: string[], width: number, hasOddQuote: boolean): TableRow {
  if (!isBlank(cells.slice(width))) {
    const rejected = `The row has ${counted(cells.length)} cells, but the header has ${counted(width)}, so it was left out. A text that holds the delimiter needs quotation marks around it.`
    return { row, cells, rejected }
  }
  const warning =
    'A quotation mark inside a text is not written twice, so the text may end in the wrong place. Check this row.'
  return hasOddQuote ? { row, cells, warning } : { row, cells }
}

function refuseOpenQuote(name: string, row: number, cells: readonly string[]): never {
  const start = quotedValue(cells.at(-1) ?? '')
  return refuse(
    `${quoted(name)}: a quotation mark that opens in row ${counted(row)} (before ${start}) is never closed, so the rows after it cannot be told apart. Close or remove it, then choose the file again.`,
    [{ message: 'The quotation mark is never closed.', row }],
  )
}
