import type { FieldRule, FieldRules, Mapping } from '../kind.ts'
import type { ColumnFacts } from './column-facts.ts'
import { nameScore } from './field-names.ts'

/** Names so near to each other in strength decide nothing. */
const asStrong = 0.06
/** A text of this part of the length of the longest may as well be the one meant. */
const asLong = 1 / 3
const shownAtMost = 3

/**
 * The columns that may as well hold the text a kind cannot do without, the guessed one first; null where its name or
 * its being the only text left tells it from the others.
 */
export function rivalsOf<Field extends string>(
  columns: readonly ColumnFacts[],
  fields: FieldRules<Field>,
  guess: Mapping<Field>,
): number[] | null {
  const needed = (Object.entries(fields) as [Field, FieldRule][]).find(
    ([, rule]) => rule.isText && rule.needed !== undefined,
  )
  const guessed = needed && columns.find(({ index }) => index === guess[needed[0]])
  if (!needed || !guessed) return null
  const [, rule] = needed
  const taken = new Set(Object.values<number | undefined>(guess))
  const score = nameScore(rule, guessed.name)
  const others = columns.filter((column) => {
    if (taken.has(column.index) || column.filled === 0 || !(rule.fits?.(column) ?? true)) return false
    const other = nameScore(rule, column.name)
    return score === 0
      ? (rule.byContent?.(column) ?? 0) >= guessed.meanLength * asLong
      : other > 0 && score - other <= asStrong
  })
  return others.length === 0
    ? null
    : [guessed.index, ...others.map(({ index }) => index)].slice(0, shownAtMost)
}
