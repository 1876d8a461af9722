import { isRecord, type JsonRecord } from '../formats/json-value.ts'
import { frameRows } from './frames.ts'

/** A list of records somewhere in a document; `depth` counts the steps to it. */
export type FoundList = { name: string; records: unknown[]; depth: number }

const deepest = 10
const mostLists = 200

/** Every list of records in a document, at any depth, each by its first records. */
export function listsIn(document: unknown, examined: number): FoundList[] {
  return [
    ...walkLists(
      document,
      (list) => list.slice(0, examined),
      () => true,
    ).values(),
  ]
}

/** One of these lists as a whole. */
export function listNamed(document: unknown, name: string): unknown[] {
  const isOnTheWay = (path: string) => path === name || path === '' || name.startsWith(`${path}.`)
  return walkLists(document, (list) => list, isOnTheWay).get(name)?.records ?? []
}

/**
 * A list that lies in the records of another is joined over all of them, each record with the plain fields of the
 * one it lies in. An object that is a data frame counts as a list; so does the document itself, as a list of one.
 */
function walkLists(
  document: unknown,
  partOf: (list: unknown[]) => unknown[],
  isWanted: (path: string) => boolean,
): Map<string, FoundList> {
  const found = new Map<string, FoundList>()

  function add(path: readonly string[], records: readonly unknown[], around: JsonRecord, depth: number) {
    const name = path.join('.')
    const list = found.get(name) ?? { name, records: [], depth }
    for (const record of records) list.records.push(withFields(record, around))
    if (found.size < mostLists) found.set(name, list)
  }

  function walk(value: unknown, path: readonly string[], around: JsonRecord, depth: number) {
    if (depth > deepest || !isWanted(path.join('.'))) return
    const frame = frameRows(value)
    if (frame !== null) add(path, partOf(frame), around, depth)
    else if (Array.isArray(value)) {
      const records = partOf(value)
      if (!records.some(isRecord)) return
      add(path, records, around, depth)
      for (const record of records) {
        if (isRecord(record) && hasNested(record))
          walkFields(record, path, { ...around, ...plainFields(record) }, depth)
      }
    } else if (isRecord(value)) walkFields(value, path, around, depth)
  }

  function walkFields(record: JsonRecord, path: readonly string[], around: JsonRecord, depth: number) {
    for (const [key, value] of Object.entries(record)) walk(value, [...path, key], around, depth + 1)
  }

  walk(document, [], {}, 0)
  if (isRecord(document) && frameRows(document) === null) add([], [document], {}, 0)
  return found
}

const isNested = (value: unknown) => typeof value === 'object' && value !== null
const hasNested = (record: JsonRecord) => Object.values(record).some(isNested)
const plainFields = (record: JsonRecord): JsonRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => !isNested(value)))

/** The record's own fields win over those of the record around it. */
function withFields(record: unknown, around: JsonRecord): unknown {
  return isRecord(record) && Object.keys(around).length > 0 ? { ...around, ...record } : record
}
