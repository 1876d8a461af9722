import { alignWords, type Stretch, stretchesOf } from '../text/word-alignment.ts'
import { wordKeys } from '../text/words.ts'

/** Stored with every figure; raised whenever the same texts or minutes would give another share. */
export const editingRuleVersion = 1

/** Words changed, words in the longer version, and the first as a fraction (0..1) of the second. */
export type TextChange = { changed: number; longer: number; share: number }

const movedPassageWords = 8
const candidatesPerPassage = 16

/**
 * Correction minutes as a fraction of the minutes the job takes with no AI; above 1 is possible.
 * Null when the by-hand minutes are not above zero or the correction minutes are below zero.
 */
export function minutesShare(editMinutes: number, byHandMinutes: number): number | null {
  return byHandMinutes > 0 && editMinutes >= 0 ? editMinutes / byHandMinutes : null
}

/**
 * Words changed between the AI text and the final text. Each changed stretch counts the larger of words
 * removed and words added; a passage of 8 words or more found again elsewhere counts once, where it arrives.
 * Capitals, punctuation, spacing and the `boilerplate` phrases do not count.
 */
export function textChange(
  aiText: string,
  finalText: string,
  options: { boilerplate?: readonly string[] } = {},
): TextChange {
  const phrases = (options.boilerplate ?? []).map(wordKeys).filter((phrase) => phrase.length > 0)
  const a = withoutPhrases(wordKeys(aiText), phrases)
  const b = withoutPhrases(wordKeys(finalText), phrases)
  const longer = Math.max(a.length, b.length)
  if (longer === 0) return { changed: 0, longer, share: 0 }
  const stretches = stretchesOf(alignWords(a, b), b.length)
  const moved = wordsMovedAway(a, b, stretches)
  let total = 0
  stretches.forEach(({ aStart, aEnd, bStart, bEnd }, index) => {
    total += Math.max(aEnd - aStart - (moved[index] ?? 0), bEnd - bStart)
  })
  const changed = Math.min(total, longer)
  return { changed, longer, share: changed / longer }
}

/** For every stretch, how many of its removed words are found again in added passages of 8 words or more. */
function wordsMovedAway(a: readonly string[], b: readonly string[], stretches: readonly Stretch[]): number[] {
  const moved = stretches.map(() => 0)
  const stretchAt = new Int32Array(a.length).fill(-1)
  const starts = new Map<string, number[]>()
  stretches.forEach(({ aStart, aEnd }, index) => {
    stretchAt.fill(index, aStart, aEnd)
    for (let at = aStart; at + movedPassageWords <= aEnd; at++) {
      const key = passageKey(a, at)
      const found = starts.get(key)
      if (!found) starts.set(key, [at])
      else if (found.length < candidatesPerPassage) found.push(at)
    }
  })
  const lengthFrom = (aFrom: number, bFrom: number, bEnd: number) => {
    const stretch = stretchAt[aFrom]
    let length = 0
    while (
      bFrom + length < bEnd &&
      stretchAt[aFrom + length] === stretch &&
      a[aFrom + length] === b[bFrom + length]
    )
      length++
    return stretch === -1 ? 0 : length
  }
  for (const { bStart, bEnd } of stretches) {
    for (let at = bStart; at + movedPassageWords <= bEnd; ) {
      let from = 0
      let length = 0
      for (const candidate of starts.get(passageKey(b, at)) ?? []) {
        const candidateLength = lengthFrom(candidate, at, bEnd)
        if (candidateLength > length) [from, length] = [candidate, candidateLength]
      }
      if (length >= movedPassageWords) {
        const stretch = stretchAt[from] ?? 0
        moved[stretch] = (moved[stretch] ?? 0) + length
        // A passage that was taken away once can arrive only once.
        stretchAt.fill(-1, from, from + length)
        at += length
      } else {
        at++
      }
    }
  }
  return moved
}

function passageKey(words: readonly string[], at: number): string {
  return words.slice(at, at + movedPassageWords).join(' ')
}

function withoutPhrases(words: string[], phrases: readonly (readonly string[])[]): string[] {
  if (phrases.length === 0) return words
  const kept: string[] = []
  for (let at = 0; at < words.length; ) {
    const phrase = phrases.find((candidate) => candidate.every((word, offset) => words[at + offset] === word))
    if (!phrase) kept.push(words[at] ?? '')
    at += phrase?.length ?? 1
  }
  return kept
}
