import { type WordPlace, wordPlaces } from '../../../../shared/domain/text/find-words.ts'
import type { NamedText } from './repository.ts'

type Hit = Omit<NamedText, 'text'> & { excerpt: string }

const shownHits = 50
const excerptLength = 160

/** The first 50 versions that hold every word of `search`, each with the text around most of them. */
export function searchTexts(texts: Iterable<NamedText>, search: string): Hit[] {
  const placesIn = wordPlaces(search)
  const hits: Hit[] = []
  for (const { text, ...named } of texts) {
    const places = placesIn(text)
    if (places.length === 0) continue
    hits.push({ ...named, excerpt: excerptOf(text, richest(places)) })
    if (hits.length === shownHits) break
  }
  return hits
}

type Span = { from: number; to: number }

/** The first stretch that an excerpt can show and that has the most words of the search in it. */
function richest(places: readonly WordPlace[]): Span {
  let best = { from: 0, to: 0, words: 0 }
  for (const [index, { from }] of places.entries()) {
    const within: WordPlace[] = []
    for (const place of places.slice(index)) {
      if (place.to - from > excerptLength) break
      within.push(place)
    }
    const words = new Set(within.map(({ word }) => word)).size
    if (words > best.words) best = { from, to: within.at(-1)?.to ?? from, words }
  }
  return best
}

/** One line of about 160 characters with the stretch in its middle, and dots where the text goes on. */
function excerptOf(text: string, { from, to }: Span): string {
  const room = excerptLength - (to - from)
  const start = Math.max(0, Math.min(from - Math.floor(room / 2), text.length - excerptLength))
  const end = start + excerptLength
  // A character cut in half at either end is left out.
  const line = text
    .slice(start, end)
    .replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return `${start > 0 ? '…' : ''}${line}${end < text.length ? '…' : ''}`
}
