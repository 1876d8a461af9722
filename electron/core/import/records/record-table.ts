import type { ColumnMapping, ImportField, ImportFormat } from '../../../../shared/contract/imports.ts'
import type { JsonRecord } from '../formats/json-value.ts'
import { limits } from '../limits.ts'
import { quoted, refuse } from '../refuse.ts'
import { columnName, type Table, type TableRow } from '../table.ts'
import { textIn } from './cells.ts'
import { undotted } from './dotted-names.ts'
import { columnNames, type FlatRecord, flatten } from './flatten.ts'
import { idOf } from './known-fields.ts'
import type { Opened, Shape } from './shape.ts'
import { shapeOf } from './shapes/index.ts'
import { openTurnLines } from './shapes/turn-lines.ts'

/** One entry of a file: what it holds, or why it cannot be read. `row` is its line, or its place in the list. */
export type Item = { row: number; value: JsonRecord } | { row: number; rejected: string }

/** Rows as they become a table; `fields` are known by what the record says, `flat` by the names in it. */
type Entry =
  | { row: number; rejected: string }
  | { row: number; fields: Partial<Record<ImportField, string>>; flat: FlatRecord }

const fieldNames: Readonly<Record<ImportField, string>> = {
  aiText: 'Answer',
  request: 'Request',
  finalText: 'Final version',
  occurredOn: 'Date',
  externalId: 'ID',
  person: 'Person',
  editMinutes: 'Minutes',
  satisfaction: 'Satisfaction',
}
const allFields = Object.keys(fieldNames) as ImportField[]

/** Which tool wrote the items, and what each of them holds; `tool` is null for rows that are simply rows. */
export type OpenedItems = { tool: string | null; format: ImportFormat | null; entries: Entry[] }

export function openItems(items: readonly Item[]): OpenedItems {
  const kept = items.flatMap((item) => ('value' in item ? [{ ...item, value: undotted(item.value) }] : []))
  const rejected = items.filter((item) => 'rejected' in item)
  const lines = openTurnLines(kept)
  if (lines !== null) {
    const entries = lines.map(({ row, opened }) => entryOf(row, opened))
    return { tool: 'Messages', format: null, entries: byRow([...entries, ...rejected]) }
  }
  const shape = shapeOf(kept.map(({ value }) => value))
  const opened = answersAmong(kept, shape).flatMap(({ row, value }): Entry[] =>
    shape === null
      ? [{ row, fields: {}, flat: flatten(value) }]
      : shape.open(value).map((each) => entryOf(row, each)),
  )
  const entries = byRow([...opened, ...rejected])
  return { tool: shape?.name ?? null, format: shape?.format ?? null, entries }
}

/** The calls themselves, without those that are steps of another; steps alone, whose call is not here, are calls. */
function answersAmong<Kept extends { value: JsonRecord }>(items: readonly Kept[], shape: Shape | null) {
  const stepOf = shape?.stepOf
  if (stepOf === undefined) return items
  const hasWhole = items.some(({ value }) => stepOf(value) === '')
  const ids = new Set(items.map(({ value }) => textIn(value.span_id) || idOf(value)))
  return items.filter(({ value }) => {
    const whole = stepOf(value)
    return whole === '' || !(hasWhole || ids.has(whole))
  })
}

const byRow = (entries: Entry[]) => entries.toSorted((a, b) => a.row - b.row)

function entryOf(row: number, opened: Opened): Entry {
  if ('failed' in opened) return { row, rejected: opened.failed }
  return { row, fields: opened.fields, flat: flatten(opened.rest) }
}

type Written = Pick<Table, 'encoding' | 'delimiter' | 'sheets'> & { format: ImportFormat }

/** Opened items as a table: first what is known of every output, then whatever else stands beside it. */
export function recordTable({ tool, format, entries }: OpenedItems, written: Written, name: string): Table {
  const rows = entries.filter((entry) => 'flat' in entry)
  if (tool !== null && rows.length === 0 && entries.length === 0) {
    refuse(`${quoted(name)} holds conversations, but no answers of the AI. Choose an export that has some.`)
  }
  const fields = allFields.filter((field) => rows.some((row) => (row.fields[field] ?? '') !== ''))
  const paths = pathsOf(
    rows.map(({ flat }) => flat),
    name,
  )
  const columns = [...fields.map((field) => fieldNames[field]), ...columnNames(paths)]
  const state = { done: 0 }
  return {
    ...written,
    format: format ?? written.format,
    tool,
    columns: () => columns.map(columnName),
    mapping: Object.fromEntries(fields.map((field, index) => [field, index])) as ColumnMapping,
    chunks: chunksOf(
      entries,
      (entry) => [
        ...fields.map((field) => entry.fields[field] ?? ''),
        ...paths.map((path) => entry.flat.get(path) ?? ''),
      ],
      state,
    ),
    progress: () => ({ done: state.done, total: entries.length }),
  }
}

type Row = Extract<Entry, { flat: FlatRecord }>

function* chunksOf(entries: readonly Entry[], cells: (entry: Row) => string[], state: { done: number }) {
  const size = 500
  for (let start = 0; start < entries.length; start += size) {
    const chunk = entries.slice(start, start + size)
    state.done = start + chunk.length
    yield chunk.map(
      (entry): TableRow =>
        'rejected' in entry ? { ...entry, cells: [] } : { row: entry.row, cells: cells(entry) },
    )
  }
}

function pathsOf(records: readonly FlatRecord[], name: string): string[] {
  const paths = new Set<string>()
  for (const record of records) {
    for (const path of record.keys()) paths.add(path)
    if (paths.size > limits.columns) {
      refuse(
        `${quoted(name)} has more than ${limits.columns} different fields. Keep only those you need and choose it again.`,
      )
    }
  }
  return [...paths]
}
