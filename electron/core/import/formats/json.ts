import type { ImportFormat } from '../../../../shared/contract/imports.ts'
import { limits } from '../limits.ts'
import { counted, quoted, quotedValue, refuse } from '../refuse.ts'
import { columnName, type Table, type TableRow } from '../table.ts'
import { chatFormat, openChats } from './chats.ts'
import { findJsonBreak } from './json-break.ts'
import { isRecord, type JsonRecord, jsonCell } from './json-value.ts'

type Item = { row: number; value: JsonRecord } | { row: number; rejected: string }

/** True for a text whose first character only JSON begins with. */
export function startsLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text)
}

/** A JSON list of objects, an object holding one such list, JSONL, or a chat export, as a table. */
export function openJson(text: string, name: string, encoding: string, extension: string): Table {
  if (isJsonLines(text, extension)) return objectTable('jsonl', encoding, lineItems(text, name), name)
  const list = findList(parseDocument(text, name), name)
  const chat = chatFormat(list)
  if (chat) return openChats(list, chat, name)
  const items = list.map((value, index): Item => {
    const row = index + 1
    return isRecord(value)
      ? { row, value }
      : { row, rejected: 'This entry of the list is not an object, so it was left out.' }
  })
  return objectTable('json', encoding, items, name)
}

function isJsonLines(text: string, extension: string): boolean {
  if (extension === 'jsonl' || extension === 'ndjson') return true
  const start = text.search(/\S/)
  const end = text.indexOf('\n', start)
  return end !== -1 && /\S/.test(text.slice(end)) && isRecord(parseOrUndefined(text.slice(start, end)))
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
    const value = parseOrUndefined(line)
    items.push(isRecord(value) ? { row, value } : { row, rejected: badLine(line) })
    if (items.length > limits.rows) break
  }
  if (!items.some((item) => 'value' in item)) {
    refuse(
      `${quoted(name)} is not JSONL: no line of it is a JSON object. Export it again, or choose a CSV file.`,
    )
  }
  return items
}

function badLine(line: string): string {
  return `This line (${quotedValue(line)}) is not a complete JSON object, so it was left out.`
}

function parseDocument(text: string, name: string): unknown {
  const document = parseOrUndefined(text)
  if (document !== undefined) return document
  const before = text.slice(0, findJsonBreak(text))
  const line = before.split('\n').length
  const character = before.length - before.lastIndexOf('\n')
  return refuse(
    `${quoted(name)} is not complete JSON: it stops making sense in line ${counted(line)}, character ${counted(character)}. Export it again and choose the new file.`,
    [{ message: 'The JSON breaks off here.', row: line }],
  )
}

function findList(document: unknown, name: string): unknown[] {
  if (Array.isArray(document)) return listWithObjects(document, name)
  if (!isRecord(document))
    return refuse(
      `${quoted(name)} holds a single value, not a list of objects. Export the outputs as a list, one object each.`,
    )
  if (chatFormat([document])) return [document]
  const lists = Object.entries(document).filter(([, value]) => Array.isArray(value) && value.some(isRecord))
  if (lists.length > 1) {
    const names = lists
      .slice(0, 5)
      .map(([key]) => quotedValue(key))
      .join(', ')
    refuse(
      `${quoted(name)} holds ${lists.length} lists (${names}). Save the one with the outputs in a file of its own.`,
    )
  }
  const list = lists[0]?.[1]
  return listWithObjects(Array.isArray(list) ? list : [], name)
}

function listWithObjects(list: unknown[], name: string): unknown[] {
  return list.some(isRecord)
    ? list
    : refuse(
        `${quoted(name)} holds no list of objects. Evenkeel needs one object per output, with its text in a field.`,
      )
}

function objectTable(format: ImportFormat, encoding: string, items: readonly Item[], name: string): Table {
  const columns = collectColumns(items, name)
  const state = { done: 0 }
  return {
    format,
    encoding,
    delimiter: null,
    sheets: [],
    columns: () => columns.map(columnName),
    mapping: null,
    chunks: itemChunks(items, columns, state),
    progress: () => ({ done: state.done, total: items.length }),
  }
}

function* itemChunks(items: readonly Item[], columns: readonly string[], state: { done: number }) {
  const size = 500
  for (let start = 0; start < items.length; start += size) {
    const chunk = items.slice(start, start + size)
    state.done = start + chunk.length
    yield chunk.map((item): TableRow => {
      if ('rejected' in item) return { ...item, cells: [] }
      const cells = columns.map((key) => (Object.hasOwn(item.value, key) ? jsonCell(item.value[key]) : ''))
      return { row: item.row, cells }
    })
  }
}

function collectColumns(items: readonly Item[], name: string): string[] {
  const columns = new Set<string>()
  for (const item of items) {
    if (!('value' in item)) continue
    for (const key of Object.keys(item.value)) columns.add(key)
    if (columns.size > limits.columns) {
      refuse(
        `${quoted(name)} has more than ${limits.columns} different fields. Keep only those you need and choose it again.`,
      )
    }
  }
  return [...columns]
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
