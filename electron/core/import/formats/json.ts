import type { TextEncoding } from '../../../../shared/domain/text/text-encodings.ts'
import { limits } from '../limits.ts'
import { itemsOf, likelyLists } from '../records/choose-list.ts'
import { parseJson, parseValues } from '../records/lenient-json.ts'
import { listNamed } from '../records/lists.ts'
import { type Item, openItems, recordTable } from '../records/record-table.ts'
import { counted, quoted, quotedValue, refuse, refuseRows } from '../refuse.ts'
import type { Table } from '../table.ts'
import { findJsonBreak } from './json-break.ts'
import { isRecord } from './json-value.ts'

/** True for a text whose first character only JSON begins with. */
export function startsLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text)
}

const wholeFile = 'The whole file'

/** JSON or JSONL as a table: the likeliest of its lists, or the one that `list` names. */
export function openJson(
  text: string,
  name: string,
  encoding: TextEncoding,
  extension: string,
  list?: string,
): Table {
  if (!isJsonLines(text, extension)) {
    if (hasTooManyObjects(text)) refuseRows(name)
    return openDocument(parseDocument(text, name), null, { name, encoding, list })
  }
  if (hasTooManyLines(text)) refuseRows(name)
  const lines = lineItems(text, name)
  const records = lines.flatMap((item) => ('value' in item ? [item.value] : []))
  return openDocument(records, lines, { name, encoding, list })
}

type Naming = { name: string; encoding: TextEncoding; list: string | undefined }

/** `lines` are the items of a document that was written line by line. */
function openDocument(
  document: unknown,
  lines: readonly Item[] | null,
  { name, encoding, list }: Naming,
): Table {
  if (typeof document !== 'object' || document === null) {
    refuse(
      `${quoted(name)} holds a single value, not a list of objects. Export the outputs as a list, one object each.`,
    )
  }
  const likely = likelyLists(document)
  const sheets = likely.map((each) => each || wholeFile)
  const chosen = list === undefined ? (likely[0] ?? '') : list === wholeFile ? '' : list
  const items = chosen === '' && lines !== null ? lines : itemsOf(listNamed(document, chosen))
  if (likely.length === 0 || !items.some((item) => 'value' in item)) {
    refuse(
      `${quoted(name)} holds no list of objects. Evenkeel needs one object per output, with its text in a field.`,
    )
  }
  const format = lines === null ? 'json' : 'jsonl'
  return recordTable(
    openItems(items),
    { format, encoding, delimiter: null, sheets: sheets.length > 1 ? sheets : [] },
    name,
  )
}

function isJsonLines(text: string, extension: string): boolean {
  if (extension === 'jsonl' || extension === 'ndjson') return true
  const start = text.search(/\S/)
  const end = text.indexOf('\n', start)
  return end !== -1 && /\S/.test(text.slice(end)) && isRecord(parseJson(text.slice(start, end)))
}

/** Counted before anything is parsed: so many objects would fill the memory. */
function hasTooManyLines(text: string): boolean {
  let lines = 0
  for (let start = 0; start < text.length && lines <= limits.rows; ) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    if (text.slice(start, end).trim() !== '') lines++
    start = end + 1
  }
  return lines > limits.rows
}

/** Of a list that is the whole document. */
function hasTooManyObjects(text: string): boolean {
  if (!/^\s*\[/.test(text)) return false
  let [objects, depth] = [0, 0]
  for (let at = 0; at < text.length && objects <= limits.rows; at++) {
    const character = text[at]
    if (character === '"') at = endOfString(text, at)
    else if (character === '{' || character === '[') {
      if (depth === 1 && character === '{') objects++
      depth++
    } else if (character === '}' || character === ']') depth--
  }
  return objects > limits.rows
}

/** Where the string that begins `at` a quotation mark ends. */
function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text[end - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return end
  }
  return text.length
}

function lineItems(text: string, name: string): Item[] {
  const items: Item[] = []
  let row = 0
  let start = 0
  while (start < text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(start, end)
    start = end + 1
    row++
    if (line.trim() === '') continue
    const value = parseJson(line)
    items.push(isRecord(value) ? { row, value } : { row, rejected: badLine(line) })
  }
  if (items.some((item) => 'value' in item)) return items
  const values = parseValues(text)?.filter(isRecord) ?? []
  if (values.length > 0) return itemsOf(values)
  return refuse(
    `${quoted(name)} is not JSONL: no line of it is a JSON object. Export it again, or choose a CSV file.`,
  )
}

function badLine(line: string): string {
  return `This line (${quotedValue(line)}) is not a complete JSON object, so it was left out.`
}

function parseDocument(text: string, name: string): unknown {
  const document = parseJson(text)
  if (document !== undefined) return document
  // One object after the other, each over several lines.
  const values = parseValues(text)
  if (values !== null && values.length > 1) return values
  const before = text.slice(0, findJsonBreak(text))
  const line = before.split('\n').length
  const character = before.length - before.lastIndexOf('\n')
  return refuse(
    `${quoted(name)} is not complete JSON: it stops making sense in line ${counted(line)}, character ${counted(character)}. Export it again and choose the new file.`,
    [{ message: 'The JSON breaks off here.', row: line }],
  )
}
