import type { DateOrder } from '../../../../shared/contract/imports.ts'
import type { FieldRule, FieldRules, Mapping } from '../kind.ts'
import type { ColumnFacts } from './column-facts.ts'
import { plainName } from './plain-name.ts'

/** Words that make a column a fact about a text or a thing beside it, so that a word in its name says nothing. */
const aboutText =
  /\b(id|ids|date|time|at|on|by|score|length|count|tokens?|offset|start|end|type|model|name|url|language|lang|status|state|category|rate|duration|cost|price|am|von|datum|zeit|anzahl|typ|sprache)\b/

/** Which column holds which field: by name where the content agrees, then by content alone. */
export function guessColumns<Field extends string>(
  columns: readonly ColumnFacts[],
  fields: FieldRules<Field>,
): Mapping<Field> {
  const rules = Object.entries(fields) as [Field, FieldRule][]
  const guess: Mapping<Field> = {}
  const free = new Set(columns)
  const take = (field: Field, column: ColumnFacts | undefined) => {
    if (!column) return
    guess[field] = column.index
    free.delete(column)
  }
  for (const [field, rule] of rules) {
    const named = [...free].filter((column) => rule.fits?.(column) ?? true)
    take(
      field,
      best(named, ({ name }) => nameScore(rule, name)),
    )
  }
  for (const [field, { byContent }] of rules) {
    if (byContent && guess[field] === undefined) take(field, best([...free], byContent))
  }
  return guess
}

/** How well a column's name fits a field: 0 not at all, up to 2 for the strongest name. */
export function nameScore(
  { names, pattern, words = [], isText = false }: FieldRule,
  columnName: string,
): number {
  if (pattern?.test(columnName)) return 2
  const name = plainName(columnName)
  const index = names.indexOf(name)
  if (index !== -1) return 2 - index / 100
  if (words.length === 0 || (isText && aboutText.test(name))) return 0
  const parts = name.split(' ')
  const found = words.findIndex((word) => parts.includes(word))
  return found === -1 ? 0 : 1 - found / 100
}

/** The order of day and month in a column of dates; day first where nothing tells. */
export function guessDateOrder(column: ColumnFacts | undefined): DateOrder {
  return column && column.monthFirst > 0 && column.dayFirst === 0 ? 'month-first' : 'day-first'
}

/** The first column with the largest score above 0. */
function best(columns: readonly ColumnFacts[], score: (column: ColumnFacts) => number) {
  return columns
    .map((column) => ({ column, score: score(column) }))
    .filter((entry) => entry.score > 0)
    .toSorted((a, b) => b.score - a.score)[0]?.column
}
