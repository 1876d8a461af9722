import { diffArrays } from 'diff'
import { commonLengths } from './common-lengths.ts'

/** For every word of the first text, the index of its partner in the second, or -1. Indexes only rise. */
export type Alignment = Int32Array

/** A place where two aligned texts differ: words `aStart..aEnd` were replaced by `bStart..bEnd`. */
export type Stretch = { aStart: number; aEnd: number; bStart: number; bEnd: number }

type Words = readonly string[]
type OnPair = (aIndex: number, bIndex: number) => void

// Limits count edits, not milliseconds, so that a figure is the same on every computer.
const wholeTextEditLimit = 1000
const partEditLimit = 200

/**
 * Pairs as many words as possible, in order. Myers' algorithm does it in one go up to 1,000 edits; beyond,
 * Hirschberg's splits the texts where a best pairing crosses the middle, until the parts are small.
 */
export function alignWords(a: Words, b: Words): Alignment {
  const alignment = new Int32Array(a.length).fill(-1)
  let start = 0
  let aEnd = a.length
  let bEnd = b.length
  while (start < Math.min(aEnd, bEnd) && a[start] === b[start]) alignment[start] = start++
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) alignment[--aEnd] = --bEnd
  // Words that only one text has can have no partner: leaving them out keeps the result and saves most work.
  const aKept = indexesAlsoIn(a, start, aEnd, new Set(b.slice(start, bEnd)))
  const bKept = indexesAlsoIn(b, start, bEnd, new Set(a.slice(start, aEnd)))
  pairWords(wordsAt(a, aKept), wordsAt(b, bKept), (aIndex, bIndex) => {
    alignment[aKept[aIndex] ?? -1] = bKept[bIndex] ?? -1
  })
  return alignment
}

/** The places where the texts differ, in order. `bLength` is the number of words of the second text. */
export function stretchesOf(alignment: Alignment, bLength: number): Stretch[] {
  const stretches: Stretch[] = []
  let aStart = 0
  let bStart = 0
  const close = (aEnd: number, bEnd: number) => {
    if (aEnd > aStart || bEnd > bStart) stretches.push({ aStart, aEnd, bStart, bEnd })
    aStart = aEnd + 1
    bStart = bEnd + 1
  }
  alignment.forEach((partner, index) => {
    if (partner !== -1) close(index, partner)
  })
  close(alignment.length, bLength)
  return stretches
}

function pairWords(a: string[], b: string[], onPair: OnPair) {
  if (!pairDirectly(a, b, wholeTextEditLimit, onPair)) pairInHalves(a, b, onPair)
}

/** Myers' algorithm; false, with nothing paired, when it takes more than `editLimit` words. */
function pairDirectly(a: string[], b: string[], editLimit: number, onPair: OnPair): boolean {
  const changes = diffArrays(a, b, { maxEditLength: editLimit })
  if (!changes) return false
  let aNext = 0
  let bNext = 0
  for (const { added, removed, count } of changes) {
    if (!added && !removed) for (let step = 0; step < count; step++) onPair(aNext + step, bNext + step)
    if (!added) aNext += count
    if (!removed) bNext += count
  }
  return true
}

function pairInHalves(a: string[], b: string[], onPair: OnPair) {
  const middle = a.length >> 1
  const before = commonLengths(a.slice(0, middle), b)
  const after = commonLengths(a.slice(middle).reverse(), b.toReversed())
  const pairsAt = (cut: number) => (before[cut] ?? 0) + (after[b.length - cut] ?? 0)
  let cut = 0
  for (let other = 1; other <= b.length; other++) if (pairsAt(other) > pairsAt(cut)) cut = other
  pairPart(a.slice(0, middle), b.slice(0, cut), before[cut] ?? 0, onPair)
  pairPart(a.slice(middle), b.slice(cut), after[b.length - cut] ?? 0, (aIndex, bIndex) =>
    onPair(middle + aIndex, cut + bIndex),
  )
}

/** Pairs the words of a part in which `pairs` words are known to have partners. */
function pairPart(a: string[], b: string[], pairs: number, onPair: OnPair) {
  const edits = a.length + b.length - 2 * pairs
  if (a.length > 1 && edits > partEditLimit) pairInHalves(a, b, onPair)
  else if (pairs > 0) pairDirectly(a, b, edits, onPair)
}

function indexesAlsoIn(words: Words, start: number, end: number, others: ReadonlySet<string>): number[] {
  const indexes: number[] = []
  for (let index = start; index < end; index++) if (others.has(words[index] ?? '')) indexes.push(index)
  return indexes
}

function wordsAt(words: Words, indexes: readonly number[]): string[] {
  return indexes.map((index) => words[index] ?? '')
}
