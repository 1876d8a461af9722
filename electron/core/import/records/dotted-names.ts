import { isRecord, type JsonRecord } from '../formats/json-value.ts'
import { own } from './cells.ts'

const dotted = /^[\w$@-]+(\.[\w$@-]+)+$/
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** {"gen_ai.prompt.0.role": …} as {gen_ai: {prompt: [{role: …}]}}; a record whose names do not nest as it is. */
export function undotted(record: JsonRecord): JsonRecord {
  if (!Object.keys(record).some((key) => dotted.test(key))) return nested(record)
  const whole: JsonRecord = {}
  for (const [key, value] of Object.entries(record)) {
    const path = dotted.test(key) ? key.split('.') : [key]
    if (path.some((part) => forbidden.has(part)) || !put(whole, path, undottedValue(value))) return record
  }
  return withLists(whole) as JsonRecord
}

/** Also below: an attribute of a span is written so within it. */
function nested(record: JsonRecord): JsonRecord {
  const entries = Object.entries(record)
  const inner = entries.map(([key, value]) => [key, undottedValue(value)] as const)
  return inner.some(([, value], index) => value !== entries[index]?.[1]) ? Object.fromEntries(inner) : record
}

function undottedValue(value: unknown): unknown {
  if (isRecord(value)) return undotted(value)
  if (!Array.isArray(value)) return value
  const inner = value.map(undottedValue)
  return inner.some((each, index) => each !== value[index]) ? inner : value
}

/** False where something else stands on the way. */
function put(whole: JsonRecord, path: readonly string[], value: unknown): boolean {
  let here = whole
  for (const part of path.slice(0, -1)) {
    const next = own(here, part) ?? {}
    if (!isRecord(next)) return false
    here[part] = next
    here = next
  }
  const last = path.at(-1) ?? ''
  if (Object.hasOwn(here, last)) return false
  here[last] = value
  return true
}

/** Names that count from 0 are the places of a list. */
function withLists(value: unknown): unknown {
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([key, each]) => [key, withLists(each)] as const)
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index))
  return isList ? entries.map(([, each]) => each) : Object.fromEntries(entries)
}
