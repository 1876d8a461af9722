import { plainName } from './plain-name.ts'

/** How a column that holds a field is called. */
export type FieldName = {
  /** Names people give to the column, strongest first, as `plainName` writes them. */
  names: readonly string[]
  /** What a name looks like as it is written, as sure as the first of `names`. */
  pattern?: RegExp
  /** Words that tell within a longer name; weaker than any of `names`. */
  words?: readonly string[]
  /** It holds a text: a word in the name of a column with facts about a text ("output length") says nothing. */
  isText?: boolean
  /** A name of several words with one of these is of something else, whatever other word is in it. */
  never?: RegExp
}

/** Words that make a column a fact about a text or a thing beside it, so that a word in its name says nothing. */
const aboutText =
  /\b(id|ids|date|time|datetime|timestamp|score|length|count|tokens?|offset|start|end|type|role|name|url|language|lang|status|state|category|rate|duration|cost|price|von|datum|zeit|anzahl|typ|sprache)\b|\b(at|on|by|am|model)$/

/** How well a column's name fits a field: 0 not at all, up to 2 for the strongest name. */
export function nameScore(
  { names, pattern, words = [], isText = false, never }: FieldName,
  columnName: string,
): number {
  if (pattern?.test(columnName)) return 2
  // OpenTelemetry calls what was asked and what was answered both "gen_ai".
  const name = plainName(columnName).replace(/\bgen ai /, '')
  const index = names.indexOf(name)
  if (index !== -1) return 2 - index / 100
  if (words.length === 0 || (isText && aboutText.test(name)) || never?.test(name)) return 0
  const parts = name.split(' ')
  const found = words.findIndex((word) => parts.includes(word))
  return found === -1 ? 0 : 1 - found / 100
}
