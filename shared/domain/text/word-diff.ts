import { alignWords } from './word-alignment.ts'
import { splitText, wordKeys } from './words.ts'

/** A piece of a comparison, exactly as written. */
export type Segment = { kind: 'same' | 'removed' | 'added'; text: string }

/** A long unchanged passage shown as "3 sentences the same"; `text` is the passage itself. */
export type FoldedSegment = { kind: 'folded'; text: string; sentences: number }

const sentenceSegmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const fewestSentencesToFold = 2
const mostIslandWords = 2
const longestIslandWord = 4
const longestIsland = 16
const fewestWordsBeside = 2
const endsSentence = /[.!?…。！？\n]/
const letterOrDigit = /[\p{L}\p{N}]/u

/**
 * The comparison as shown on screen: same and removed pieces joined give `aiText` exactly, same and added
 * pieces `finalText`. Unlike the editing figure it shows changes of capitals, punctuation and spacing too, and
 * it reads a small word that stayed between two larger changes as part of them.
 */
export function wordDiff(aiText: string, finalText: string): Segment[] {
  const a = splitText(aiText)
  const b = splitText(finalText)
  const alignment = alignWords(
    a.words.map((word) => word.key),
    b.words.map((word) => word.key),
  )
  const writer = createSegmentWriter()
  writer.change(a.before, b.before)
  let bNext = 0
  const addUpTo = (end: number) => {
    for (const word of b.words.slice(bNext, end)) writer.change([], [word.text, ...word.after])
    bNext = end
  }
  a.words.forEach((word, index) => {
    const partner = b.words[alignment[index] ?? -1]
    if (!partner) {
      writer.change([word.text, ...word.after], [])
      return
    }
    addUpTo(alignment[index] ?? 0)
    bNext++
    if (word.text === partner.text) writer.same(word.text)
    else writer.change([word.text], [partner.text])
    writer.change(word.after, partner.after)
  })
  addUpTo(b.words.length)
  return joinOverIslands(writer.finish())
}

/**
 * Folds whole sentences that are the same, two or more at a time, leaving one sentence on each side of a
 * change. Texts without any change are left as they are: there is nothing else to read.
 */
export function foldSame(segments: readonly Segment[]): (Segment | FoldedSegment)[] {
  if (segments.every((segment) => segment.kind === 'same')) return [...segments]
  return segments.flatMap((segment, index) => {
    if (segment.kind !== 'same') return [segment]
    const sentences = Array.from(sentenceSegmenter.segment(segment.text), (piece) => piece.segment)
    const from = index === 0 ? 0 : 1
    const to = index === segments.length - 1 ? sentences.length : sentences.length - 1
    const inside = sentences.slice(from, to)
    const count = inside.filter((sentence) => letterOrDigit.test(sentence)).length
    if (count < fewestSentencesToFold) return [segment]
    const pieces: (Segment | FoldedSegment)[] = [
      { kind: 'same', text: sentences.slice(0, from).join('') },
      { kind: 'folded', text: inside.join(''), sentences: count },
      { kind: 'same', text: sentences.slice(to).join('') },
    ]
    return pieces.filter((piece) => piece.text !== '')
  })
}

/** A stretch of a comparison: what the AI text and the final text have there. */
type Stretch = { isSame: boolean; aiText: string; finalText: string }

/** Joins changes over the few small words left between them, which on their own only break up the reading. */
function joinOverIslands(segments: readonly Segment[]): Segment[] {
  const stretches = stretchesOf(segments)
  const isJoint = stretches.map((stretch, index) =>
    joins(stretches[index - 1], stretch, stretches[index + 1]),
  )
  const joined: Stretch[] = []
  stretches.forEach((stretch, index) => {
    const last = joined.at(-1)
    if (last && (isJoint[index] || isJoint[index - 1])) {
      last.aiText += stretch.aiText
      last.finalText += stretch.finalText
    } else {
      joined.push({ ...stretch })
    }
  })
  const writer = createSegmentWriter()
  for (const { isSame, aiText, finalText } of joined) {
    if (isSame) writer.same(aiText)
    else writer.change(piecesOf(aiText), piecesOf(finalText))
  }
  return writer.finish()
}

function piecesOf(text: string): string[] {
  const { before, words } = splitText(text)
  return [...before, ...words.flatMap((word) => [word.text, ...word.after])]
}

function stretchesOf(segments: readonly Segment[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { kind, text } of segments) {
    const isSame = kind === 'same'
    let last = stretches.at(-1)
    if (!last || last.isSame || isSame) {
      last = { isSame, aiText: '', finalText: '' }
      stretches.push(last)
    }
    if (kind !== 'added') last.aiText += text
    if (kind !== 'removed') last.finalText += text
  }
  return stretches
}

function joins(before: Stretch | undefined, island: Stretch, after: Stretch | undefined): boolean {
  if (!before || !after || !island.isSame || !isIsland(island.aiText)) return false
  // Between two passages that only went, or only came, the word stays a landmark.
  const hasRemoved = before.aiText !== '' || after.aiText !== ''
  const hasAdded = before.finalText !== '' || after.finalText !== ''
  return hasRemoved && hasAdded && isLarge(before) && isLarge(after)
}

function isIsland(text: string): boolean {
  if (text.length > longestIsland || endsSentence.test(text)) return false
  const words = wordKeys(text)
  return words.length <= mostIslandWords && words.every((word) => word.length <= longestIslandWord)
}

const isLarge = ({ aiText, finalText }: Stretch) =>
  Math.max(wordKeys(aiText).length, wordKeys(finalText).length) >= fewestWordsBeside

/** Collects pieces, keeping what a change has in common at either end out of it. */
function createSegmentWriter() {
  const segments: Segment[] = []
  let removed: string[] = []
  let added: string[] = []

  const append = (kind: Segment['kind'], text: string) => {
    const last = segments.at(-1)
    if (text === '') return
    if (last?.kind === kind) last.text += text
    else segments.push({ kind, text })
  }
  const flush = () => {
    let start = 0
    while (start < Math.min(removed.length, added.length) && removed[start] === added[start]) start++
    let end = 0
    const longest = Math.min(removed.length, added.length) - start
    while (end < longest && removed.at(-1 - end) === added.at(-1 - end)) end++
    append('same', removed.slice(0, start).join(''))
    append('removed', removed.slice(start, removed.length - end).join(''))
    append('added', added.slice(start, added.length - end).join(''))
    append('same', removed.slice(removed.length - end).join(''))
    removed = []
    added = []
  }
  return {
    same(text: string) {
      flush()
      append('same', text)
    },
    change(removedPieces: readonly string[], addedPieces: readonly string[]) {
      removed.push(...removedPieces)
      added.push(...addedPieces)
    },
    finish() {
      flush()
      return segments
    },
  }
}
