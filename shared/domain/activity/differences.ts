import { formatDay, formatMonth, formatNumber } from '../format.ts'
import { capital } from './deeds.ts'

/** A field that an entry of the log set, changed or took away; '' where there was or is nothing. */
export type Difference = { field: string; before: string; after: string }

/** What an id stands for: `nameOf('standardId', 3)` is "Right tone"; null where nobody knows. */
export type NameOf = (key: string, id: number) => string | null

type Reading = { nameOf: NameOf; locale: string }
/** A value at its place, as it is shown. */
type Leaf = { field: string; value: string }

/** Of use to programs only: a reader learns nothing from them. */
const unshown = /^(id|rev|sha|seed|algorithm|position|created_?at|.*_?sha|.*Sha|.*_id|.*Ids?|rule_?version)$/i
/** Ids that stand for something with a name. */
const named = /^(standard|section|workflow|document)Id$/

/** The fields that differ between two states of the log, null where there was none, in the order of the later one. */
export function differencesOf(before: unknown, after: unknown, reading: Reading): Difference[] {
  const [was, is] = [leavesOf(before, reading), leavesOf(after, reading)]
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((path) => {
    const [old, now] = [was.get(path), is.get(path)]
    if (old?.value === now?.value) return []
    return [{ field: (now ?? old)?.field ?? '', before: old?.value ?? '', after: now?.value ?? '' }]
  })
}

function leavesOf(state: unknown, reading: Reading): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>()
  if (state !== null) collect(state, { path: '', words: [], key: '' }, reading, leaves)
  return leaves
}

/** Some rows hold lists and records as JSON text of their own. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Place = { path: string; words: readonly string[]; key: string }

function collect(value: unknown, place: Place, reading: Reading, leaves: Map<string, Leaf>): void {
  if (typeof value === 'string' && /^[[{].*[\]}]$/s.test(value)) {
    const inner = parsed(value)
    if (inner !== undefined) {
      collect(inner, place, reading, leaves)
      return
    }
  }
  if (Array.isArray(value)) {
    collectList(value, place, reading, leaves)
    return
  }
  if (value !== null && typeof value === 'object') {
    for (const [key, part] of Object.entries(value)) {
      if (unshown.test(key) && !(named.test(key) && place.words.length === 0)) continue
      const words = [...place.words, fieldWords(key)]
      collect(part, { path: `${place.path}.${key}`, words, key }, reading, leaves)
    }
    return
  }
  const shown = valueWords(value, place.key, reading)
  if (shown !== '') leaves.set(place.path, { field: place.words.join(', ') || 'Value', value: shown })
}

/** Entries are told apart by what they are called, so that one more at the front moves none of the others. */
function collectList(list: readonly unknown[], place: Place, reading: Reading, leaves: Map<string, Leaf>) {
  if (list.every((each) => each === null || typeof each !== 'object')) {
    const all = list.map((each) => valueWords(each, place.key, reading)).filter((each) => each !== '')
    if (all.length > 0) {
      leaves.set(place.path, { field: place.words.join(', ') || 'Values', value: all.join(', ') })
    }
    return
  }
  for (const [index, each] of list.entries()) {
    const name = entryName(each, reading) ?? String(index + 1)
    const words = [...place.words.slice(0, -1), [place.words.at(-1), name].filter(Boolean).join(' ')]
    collect(each, { path: `${place.path}[${name}]`, words, key: place.key }, reading, leaves)
  }
}

function entryName(entry: unknown, { nameOf }: Reading): string | null {
  if (entry === null || typeof entry !== 'object') return null
  for (const [key, value] of Object.entries(entry)) {
    if (named.test(key) && typeof value === 'number') return nameOf(key, value)
    if (key === 'name' && typeof value === 'string') return value
  }
  return null
}

/** "processOwner" and "held_on" as "Process owner" and "Held on"; "sectionId" as "Section". */
function fieldWords(key: string): string {
  const apart = key
    .replace(/Id$/, '')
    .replaceAll('_', ' ')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
  return capital(apart.replace(/^is (?=\w)/, ''))
}

const codes = /^(kind|state|stage|method|verdict|answer|measure|side|source|decision|cadence)$/
const shares = /^(mean|low|high|target_?Line|update_?Line|editing|share)$/i

function valueWords(value: unknown, key: string, { nameOf, locale }: Reading): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') {
    if (named.test(key)) return nameOf(key, value) ?? String(value)
    if (shares.test(key)) return `${formatNumber(value * 100, 1, locale)}%`
    return formatNumber(value, Number.isInteger(value) ? 0 : 2, locale)
  }
  const words = textWords(String(value), locale)
  return codes.test(key) ? capital(words) : words
}

function textWords(text: string, locale: string): string {
  if (/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(text)) return formatDay(text.slice(0, 10), locale)
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return formatMonth(text, locale)
  // Codes of our own are words with a line between them: "not_met".
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? capital(text.replaceAll('_', ' ')) : text
}
