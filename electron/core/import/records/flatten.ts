import { isRecord, type JsonRecord, jsonCell } from '../formats/json-value.ts'
import { asWritten, opened } from './cells.ts'
import { messageText } from './message-text.ts'
import { requestText } from './turns.ts'

/** The fields of a record at any depth, by their path; lists of one and named values are gone into. */
export type FlatRecord = Map<string, string>

const deepest = 8
const separator = '\u0000'

export function flatten(record: JsonRecord, depth = deepest): FlatRecord {
  const flat: FlatRecord = new Map()
  const walk = (value: unknown, path: readonly string[], left: number) => {
    const known = left > 0 ? alone(opened(value)) : value
    const inner = left > 0 ? inside(known) : null
    if (inner === null) flat.set(path.join(separator), asWritten(known) ?? jsonCell(known))
    else {
      const held = holder(inner)
      for (const [key, each] of Object.entries(inner))
        walk(each, key === held ? path : [...path, key], left - 1)
    }
  }
  for (const [key, value] of Object.entries(record)) walk(value, [key], depth)
  return flat
}

/** The one thing a list of one holds, however often it is wrapped, and what a message says, without its wrapping. */
function alone(value: unknown): unknown {
  if (Array.isArray(value) && value.length === 1 && !isRecord(value[0])) return alone(value[0])
  const message = Array.isArray(value) && value.length === 1 ? value[0] : value
  if (isRecord(message) && isMessage(message)) return messageText(message) || value
  return Array.isArray(value) && value.every(isMessage) ? requestText(value) || value : value
}

const isMessage = (record: unknown) =>
  isRecord(record) &&
  typeof record.role === 'string' &&
  'content' in record &&
  Object.keys(record).length <= 4

/** Databases and forms of annotation write {"value": …} or {"S": …} for what a field holds. */
const holders = [
  'value',
  'stringValue',
  'integerValue',
  'doubleValue',
  'timestampValue',
  'S',
  'N',
  '$oid',
  '$date',
]

function holder(record: JsonRecord): string | null {
  const found = holders.find((key) => Object.hasOwn(record, key))
  return found !== undefined && !isRecord(record[found]) ? found : null
}

/** The fields inside a value; null where it is shown as it is. */
function inside(value: unknown): JsonRecord | null {
  if (isRecord(value)) return Object.keys(value).length === 0 ? null : value
  if (!Array.isArray(value)) return null
  const [only] = value
  if (value.length === 1 && isRecord(only)) {
    return (Object.hasOwn(only, 'value') ? namedValues(value) : null) ?? inside(only)
  }
  if (value.length === 1) return null
  return namedValues(value)
}

const nameKeys = ['name', 'key', 'label', 'from_name', 'question', 'field', 'metric', 'type']
const valueKeys = ['value', 'text', 'answer', 'correction', 'score', 'content']

/** [{name: "tone", value: 4}, …] as {tone: 4, …}. */
function namedValues(list: readonly unknown[]): JsonRecord | null {
  const entries: [string, unknown][] = []
  for (const item of list) {
    if (!isRecord(item)) return null
    const name = nameKeys.map((key) => item[key]).find((each) => typeof each === 'string')
    const value = valueKeys.map((key) => item[key]).find((each) => each !== undefined)
    if (typeof name !== 'string' || name.length > 60 || value === undefined) return null
    entries.push([name, value])
  }
  const names = new Set(entries.map(([name]) => name))
  return names.size === entries.length && entries.length > 0 ? Object.fromEntries(entries) : null
}

/** What each path is called: its last key, or as many before it as tell it from the others. */
export function columnNames(paths: readonly string[]): string[] {
  const keys = paths.map((path) => path.split(separator))
  const lengths = keys.map(() => 1)
  const nameAt = (index: number) => keys[index]?.slice(-(lengths[index] ?? 1)).join('.') ?? ''
  for (let round = 0; round < deepest; round++) {
    const counts = new Map<string, number>()
    for (const index of keys.keys()) counts.set(nameAt(index), (counts.get(nameAt(index)) ?? 0) + 1)
    const shared = [...keys.keys()].filter((index) => (counts.get(nameAt(index)) ?? 0) > 1)
    if (shared.length === 0) break
    for (const index of shared) {
      // A field at the top keeps its own name; those below it are told apart.
      if ((keys[index]?.length ?? 0) > (lengths[index] ?? 1)) lengths[index] = (lengths[index] ?? 1) + 1
    }
  }
  return keys.map((_, index) => nameAt(index))
}
