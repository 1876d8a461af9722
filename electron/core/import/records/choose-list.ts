import { type ColumnFacts, createColumnObserver } from '../columns/column-facts.ts'
import { nameScore } from '../columns/field-names.ts'
import { guessColumns } from '../columns/guess-columns.ts'
import { isRecord } from '../formats/json-value.ts'
import { outputRows } from '../kinds/outputs.ts'
import { columnNames } from './flatten.ts'
import { type FoundList, listsIn } from './lists.ts'
import { type Item, openItems } from './record-table.ts'
import { turnOf } from './turns.ts'

const examined = 50

/** The entries of a list, counted from 1. */
export function itemsOf(records: readonly unknown[]): Item[] {
  return records.map((value, index): Item => {
    const row = index + 1
    return isRecord(value)
      ? { row, value }
      : { row, rejected: 'This entry of the list is not an object, so it was left out.' }
  })
}

/**
 * The lists of a document that can hold outputs, by name, the likeliest first; "" is the document's own. Where none
 * can, its first list; empty where it has none.
 */
export function likelyLists(document: unknown): string[] {
  const lists = listsIn(document, examined)
  const rated = lists
    .map((list) => ({ list, ...rate(list) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
  const best = rated[0]
  if (best === undefined) {
    return lists
      .filter(({ name }) => name !== '' || Array.isArray(document))
      .slice(0, 1)
      .map(({ name }) => name)
  }
  const isInside = (name: string) => best.list.name === '' || name.startsWith(`${best.list.name}.`)
  return rated
    .filter(({ list }) => list === best.list || !(best.isShaped && isInside(list.name)))
    .map(({ list }) => list.name)
}

/** What was said before, or what an AI was given to read. */
const beside = /(^|\.)[^.]*(histor|previous|context|retriev|citation|source)[^.]*$/i

/** True for messages of which none is by an AI: what people asked, and what tools did. */
function isUnanswered(records: readonly unknown[]): boolean {
  const said = records.filter(isRecord).map((record) => turnOf(record)?.by ?? 'named')
  return said.every((by) => by === 'person' || by === 'other')
}

/** How likely a list holds outputs; 0 where nothing in it could be one. */
function rate({ name, records, depth }: FoundList): { score: number; isShaped: boolean } {
  const { tool, entries } = openItems(itemsOf(records))
  const rows = entries.filter((entry) => 'flat' in entry)
  const paths = [...new Set(rows.flatMap(({ flat }) => [...flat.keys()]))]
  const facts = columnNames(paths).map((column, index): ColumnFacts => {
    const observer = createColumnObserver(index)
    for (const { flat } of rows) observer.add(flat.get(paths[index] ?? '') ?? '')
    return observer.facts(column)
  })
  const guess = guessColumns(facts, outputRows.fields)
  const known = new Set(
    rows.flatMap(({ fields }) =>
      Object.entries(fields)
        .filter(([, value]) => value)
        .map(([field]) => field),
    ),
  )
  const has = (field: keyof typeof guess) => known.has(field) || guess[field] !== undefined
  const text = facts.find(({ index }) => index === guess.aiText)
  const isNamed =
    known.has('aiText') || (text !== undefined && nameScore(outputRows.fields.aiText, text.name) > 0)
  const isShaped = tool !== null && (isNamed || rows.length < entries.length)
  if (!isShaped && isUnanswered(records)) return { score: 0, isShaped }
  if (!isShaped && !has('aiText')) return { score: 0, isShaped }
  // One record is no list, unless it says so itself.
  if (name === '' && records.length === 1 && depth === 0 && !isShaped && !isNamed)
    return { score: 0, isShaped }
  const points = [
    isShaped && 6,
    isNamed && 4,
    has('request') && 2,
    has('finalText') && 2,
    has('occurredOn') && 0.5,
  ]
  const score = points.reduce<number>((sum, point) => sum + (point || 0), 1)
  const likely = score + Math.log10(records.length) - depth
  return { score: beside.test(name) ? 0.1 : Math.max(0.1, likely), isShaped }
}
