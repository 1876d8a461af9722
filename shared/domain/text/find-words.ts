/** Marks above and below letters, and vowel points. */
const marks =
  '\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u3099\\u309a'
const quotes = '\'"`´‘’‚‛“”„‟‹›«»'
/** What may stand between two letters of a word without parting it. */
const between = new RegExp(`[${marks}${quotes}]+`, 'g')
const anyMark = new RegExp(`[${marks}]`, 'g')
const anyQuote = new RegExp(`[${quotes}]`, 'g')

/** Scripts whose letters come with marks: Latin, Greek, Cyrillic, kana. */
const accented = [
  [0xc0, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
  [0x3040, 0x30ff],
] as const

const bare = (character: string) => {
  const base = character.normalize('NFD').replace(anyMark, '')
  return [...base].length === 1 ? base : character
}

let known: ReadonlyMap<string, string> | null = null

/** Every way a letter may be written, by the letter without its marks. */
function variants(): ReadonlyMap<string, string> {
  if (known) return known
  const map = new Map<string, string>()
  for (const [from, to] of accented) {
    for (let code = from; code <= to; code++) {
      const character = String.fromCharCode(code)
      const base = bare(character).toLowerCase()
      if (base !== character) map.set(base, `${map.get(base) ?? ''}${character}`)
    }
  }
  known = map
  return map
}

function patternOf(character: string): string {
  const base = bare(character)
  const others = variants().get(base.toLowerCase())
  const literal = base.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')
  return others === undefined ? literal : `[${literal}${others}]`
}

/** A text without what may stand inside a word, as `wordFinder` looks through it; lines part texts that were joined. */
export const searchable = (text: string): string => text.replace(between, '')

/**
 * Says of a searchable text whether every word of `search` is in it, in any order and whatever the case and accents.
 * The letters are read as they are: to fold those of thousands of texts would take seconds.
 */
export function wordFinder(search: string): (searchable: string) => boolean {
  const words = search.normalize('NFC').replace(anyQuote, '').split(/\s+/)
  const patterns = [...new Set(words)].flatMap((word) => {
    const letters = [...word.replace(anyMark, '')]
    return letters.length === 0 ? [] : [new RegExp(letters.map(patternOf).join(''), 'i')]
  })
  return (text) => patterns.every((pattern) => pattern.test(text))
}
