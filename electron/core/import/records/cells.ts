import { plainName } from '../columns/plain-name.ts'
import { isRecord, type JsonRecord } from '../formats/json-value.ts'
import { parseJson } from './lenient-json.ts'

/** The text in a value that is one, else "". */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** The first of `keys` that holds something; undefined where none does. */
export function firstOf(record: JsonRecord, keys: readonly string[]): unknown {
  for (const key of keys) {
    const value = own(record, key)
    if (value !== undefined && value !== null && value !== '') return value
  }
  return undefined
}

/** The value at a path of own keys; a list of one is gone through. */
export function at(value: unknown, ...path: string[]): unknown {
  let here = value
  for (const key of path) {
    if (Array.isArray(here)) here = here[0]
    if (!isRecord(here)) return undefined
    here = own(here, key)
  }
  return here
}

export function own(record: JsonRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

const plainNames = new Map<string, string>()
const mostNames = 5_000

/** `plainName`, remembered: the records of a list name the same fields again and again. */
export function plain(name: string): string {
  const known = plainNames.get(name)
  if (known !== undefined) return known
  if (plainNames.size >= mostNames) plainNames.clear()
  const made = plainName(name)
  plainNames.set(name, made)
  return made
}

/** The value of a field, also where its name is written otherwise: "Sender type" for sender_type. */
export function fieldNamed(record: JsonRecord, field: string): unknown {
  const value = own(record, field)
  if (value !== undefined) return value
  const wanted = plain(field)
  const key = Object.keys(record).find((each) => plain(each) === wanted)
  return key === undefined ? undefined : record[key]
}

export function recordsIn(value: unknown): JsonRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

/** A cell that holds JSON (an object, or a list of objects) as that value; anything else as it is. */
export function opened(value: unknown): unknown {
  if (typeof value !== 'string' || !looksLikeJson(value)) return value
  const parsed = parseJson(value)
  if (!isRecord(parsed) && !(Array.isArray(parsed) && parsed.some(isRecord))) return value
  written.set(parsed, value)
  return parsed
}

/** How an opened cell was written: where nothing in it is a field of its own, that is its text. */
export const asWritten = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? written.get(value) : undefined

const written = new WeakMap<object, string>()

const json = /^\s*(\{\s*["'}]|\[\s*\{\s*["'}])/

export function looksLikeJson(text: string): boolean {
  return json.test(text) && /[\]}]\s*$/.test(text)
}
