import type { NamedText } from './repository.ts'

type Hit = Omit<NamedText, 'text'> & { excerpt: string }

const shownHits = 50
const excerptLength = 160

/** The versions that hold `search`, in any case of its letters, each with the text around its first hit. */
export function searchTexts(texts: Iterable<NamedText>, search: string): Hit[] {
  const literal = search.trim().replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const pattern = new RegExp(literal.replace(/\s+/g, '\\s+'), 'iu')
  const hits: Hit[] = []
  for (const { text, ...named } of texts) {
    const at = text.search(pattern)
    if (at === -1) continue
    hits.push({ ...named, excerpt: excerptOf(text, at, search.length) })
    if (hits.length === shownHits) break
  }
  return hits
}

/** One line of about 160 characters with the hit in its middle, and dots where the text goes on. */
function excerptOf(text: string, at: number, length: number): string {
  const start = Math.max(0, Math.min(at - (excerptLength - length) / 2, text.length - excerptLength))
  const end = start + excerptLength
  // A character cut in half at either end is left out.
  const line = text
    .slice(start, end)
    .replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return `${start > 0 ? '…' : ''}${line}${end < text.length ? '…' : ''}`
}
