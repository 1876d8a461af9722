/** A text made ready for searching: `shown` is what an excerpt shows, `key` what is compared, place for place. */
export type Readable = { shown: string; key: string }

/** A term made ready for searching, and whether a word must begin and end with it. */
export type Term = { key: string; needsStart: boolean; needsEnd: boolean }

const excerptLength = 160
const invisibleMarks = /[\u00AD\u200B\u2060\uFEFF]/g
const singleQuotes = /[‘’‚‛ʼ＇]/g
const doubleQuotes = /[“”„‟＂]/g

// Words of these scripts run on without a space, or take their particles without one.
const joined =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー\\p{sc=Bopomofo}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{sc=Tibetan}'
const wordCharacter = `[[\\p{L}\\p{M}\\p{N}_]--[${joined}]]`
const startsInWord = new RegExp(`^${wordCharacter}`, 'v')
const endsInWord = new RegExp(`${wordCharacter}$`, 'v')
const startsWithMoreDigits = /^[.,]?\p{N}/u
const endsWithMoreDigits = /\p{N}[.,]?$/u

/** Evens out accents, invisible marks, quotes and white space, and for comparing also capitals. */
export function readable(text: string): Readable {
  const shown = text.normalize('NFC').replace(invisibleMarks, '').replace(/\s+/g, ' ')
  return { shown, key: lowered(shown.replace(singleQuotes, "'").replace(doubleQuotes, '"')) }
}

/** Small letters at the same places, whatever the computer's language. */
function lowered(text: string): string {
  const lower = text.toLowerCase()
  const key = lower.length === text.length ? lower : Array.from(text, lowerOfOne).join('')
  return key.replaceAll('ς', 'σ')
}

function lowerOfOne(character: string): string {
  const lower = character.toLowerCase()
  return lower.length === character.length ? lower : character
}

/** Prepares a term once for many texts. Its `key` is empty when there is nothing to look for. */
export function compileTerm(term: string): Term {
  const key = readable(term).key.trim()
  return { key, needsStart: startsInWord.test(key), needsEnd: endsInWord.test(key) }
}

/** Whether a text says a term: as whole words or numbers, in any case ("49,90" is not in "149,90"). */
export function containsTerm(text: Readable, term: Term): boolean {
  return placeOf(text, term) !== -1
}

/** A text cut at every place it says a term: text, term, text, …; every second piece is the term as written. */
export function splitAtTerm(text: Readable, term: Term): string[] {
  const pieces: string[] = []
  let end = 0
  for (let at = placeOf(text, term); at !== -1; at = placeOf(text, term, end)) {
    pieces.push(text.shown.slice(end, at), text.shown.slice(at, at + term.key.length))
    end = at + term.key.length
  }
  return [...pieces, text.shown.slice(end)]
}

function placeOf({ key: text }: Readable, term: Term, from = 0): number {
  if (term.key === '') return -1
  let at = text.indexOf(term.key, from)
  while (at !== -1 && !isWhole(text, at, term)) at = text.indexOf(term.key, at + 1)
  return at
}

/** A border is where no letter, digit or underscore goes on; signs at the ends of a term need none. */
function isWhole(text: string, at: number, { key, needsStart, needsEnd }: Term): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  const after = text.slice(at + key.length, at + key.length + 2)
  if (needsStart && (endsInWord.test(before) || (/^\p{N}/u.test(key) && endsWithMoreDigits.test(before)))) {
    return false
  }
  return !(
    needsEnd &&
    (startsInWord.test(after) || (/\p{N}$/u.test(key) && startsWithMoreDigits.test(after)))
  )
}

/** One line of about 160 characters with the term in its middle; the beginning where the term is not in it. */
export function excerptAround(text: Readable, term: Term): string {
  const { shown } = text
  const at = Math.max(0, placeOf(text, term))
  const spare = Math.max(0, excerptLength - term.key.length)
  const start = Math.max(0, Math.min(at - Math.floor(spare / 2), shown.length - excerptLength))
  const end = Math.max(start + excerptLength, at + term.key.length)
  // A word or a character cut in half at either end is left out, where there are words.
  const line = shown
    .slice(start, end)
    .replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
    .replace(start > 0 ? /^\S{0,20}\s/ : '', '')
    .replace(end < shown.length ? /\s\S{0,20}$/ : '', '')
    .trim()
  return `${start > 0 ? '…' : ''}${line}${end < shown.length ? '…' : ''}`
}
