import type { DateOrder } from '../../../../shared/contract/imports.ts'
import type { FieldRule, FieldRules, Mapping } from '../kind.ts'
import type { ColumnFacts } from './column-facts.ts'
import { nameScore } from './field-names.ts'

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
  giveBack(columns, rules, guess)
  for (const [field, { byContent }] of rules) {
    if (byContent && guess[field] === undefined) take(field, best([...free], byContent))
  }
  return guess
}

/** A needed field that found no column takes one that another field took under a name that fits both. */
function giveBack<Field extends string>(
  columns: readonly ColumnFacts[],
  rules: readonly [Field, FieldRule][],
  guess: Mapping<Field>,
) {
  for (const [field, rule] of rules) {
    if (rule.needed === undefined || !rule.isText || guess[field] !== undefined) continue
    const from = rules.find(([other, { isText }]) => {
      const column = columns.find(({ index }) => index === guess[other])
      return isText && column !== undefined && nameScore(rule, column.name) > 0
    })?.[0]
    if (from === undefined) continue
    guess[field] = guess[from]
    delete guess[from]
  }
}

/** The order of day and month in a column of dates; day first where there are none. */
export function guessDateOrder(column: ColumnFacts | undefined): DateOrder {
  return column?.dates?.order ?? 'day-first'
}

/** The first column with the largest score above 0. */
function best(columns: readonly ColumnFacts[], score: (column: ColumnFacts) => number) {
  return columns
    .map((column) => ({ column, score: score(column) }))
    .filter((entry) => entry.score > 0)
    .toSorted((a, b) => b.score - a.score)[0]?.column
}
