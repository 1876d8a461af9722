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

const wordsOf = (search: string) => search.normalize('NFC').replace(anyQuote, '').split(/\s+/)

/** The letters of each word to look for. */
const lettersOf = (words: readonly string[]): string[][] =>
  words.map((word) => [...word.replace(anyMark, '')]).filter(({ length }) => length > 0)

/** The letters of each word to look for, every word once. */
const lettersOfEach = (search: string) => lettersOf([...new Set(wordsOf(search))])

/**
 * Says of a searchable text whether every word of `search` is in it, in any order and whatever the case and accents.
 * The letters are read as they are: to fold those of thousands of texts would take seconds.
 */
export function wordFinder(search: string): (searchable: string) => boolean {
  const patterns = lettersOfEach(search).map((letters) => new RegExp(letters.map(patternOf).join(''), 'i'))
  return (text) => patterns.every((pattern) => pattern.test(text))
}

/** A word of the search in a text: which one, and the characters from `from` up to `to`. */
export type WordPlace = { word: number; from: number; to: number }

/**
 * Where the words of `search` stand in a text as it was written, in order, none over another. Empty unless every
 * word is there.
 */
export function wordPlaces(search: string): (text: string) => WordPlace[] {
  const patterns = lettersOfEach(search).map(
    (letters) => new RegExp(letters.map(patternOf).join(`[${marks}${quotes}]*`), 'gi'),
  )
  return (text) => {
    const places = patterns.map((pattern, word) =>
      [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
        word,
        from: index,
        to: index + found.length,
      })),
    )
    if (places.some(({ length }) => length === 0)) return []
    const inOrder = places.flat().toSorted((a, b) => a.from - b.from || b.to - a.to)
    let end = 0
    return inOrder.filter(({ from, to }) => {
      if (from < end) return false
      end = to
      return true
    })
  }
}

/**
 * Where `search` stands in a text as it was written, as one piece: its words in their order, any space between them,
 * whatever the case, accents and quotes.
 */
export function phrasePlaces(search: string): (text: string) => { from: number; to: number }[] {
  const words = lettersOf(wordsOf(search))
  if (words.length === 0) return () => []
  const inside = `[${marks}${quotes}]*`
  const phrase = words.map((letters) => letters.map(patternOf).join(inside)).join(`${inside}\\s+${inside}`)
  const pattern = new RegExp(phrase, 'gi')
  return (text) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }))
}

/** A text cut at every word of `search`: plain, word, plain, … */
export function splitAtWords(text: string, search: string): string[] {
  const pieces: string[] = []
  let at = 0
  for (const { from, to } of wordPlaces(search)(text)) {
    pieces.push(text.slice(at, from), text.slice(from, to))
    at = to
  }
  return [...pieces, text.slice(at)]
}
