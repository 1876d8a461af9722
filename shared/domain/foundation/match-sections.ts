import { wordKeys } from '../text/words.ts'

type Named = { name: string; text: string }

const [likeText, likeName, likeBoth] = [0.5, 0.6, 0.2]

/**
 * For each section of a newer document the place in `existing` of the one it stands for, null where there is none:
 * the same name first, however it is numbered and written; then the most alike, each once.
 */
export function matchSections(incoming: readonly Named[], existing: readonly Named[]): (number | null)[] {
  const matches = incoming.map((): number | null => null)
  const taken = new Set<number>()
  const match = (at: number, to: number) => {
    if (matches[at] !== null || taken.has(to)) return
    matches[at] = to
    taken.add(to)
  }
  for (const [at, { name }] of incoming.entries()) {
    const to = existing.findIndex((each, index) => !taken.has(index) && nameKey(each.name) === nameKey(name))
    if (to !== -1) match(at, to)
  }
  for (const { at, to } of alike(
    left(incoming, (at) => matches[at] !== null),
    left(existing, (to) => taken.has(to)),
  )) {
    match(at, to)
  }
  return matches
}

type Left = { at: number; name: Bag; text: Bag }

const left = (sections: readonly Named[], isOut: (at: number) => boolean): Left[] =>
  sections.flatMap(({ name, text }, at) => (isOut(at) ? [] : [{ at, name: bagOf(name), text: bagOf(text) }]))

/** The pairs that may stand for one another, the most alike first. */
function alike(incoming: readonly Left[], existing: readonly Left[]): { at: number; to: number }[] {
  return incoming
    .flatMap((one) =>
      existing.map((other) => {
        const [text, name] = [likeness(one.text, other.text), likeness(one.name, other.name)]
        const isAlike = text >= likeText || (name >= likeName && text >= likeBoth)
        return { at: one.at, to: other.at, score: text + name, isAlike }
      }),
    )
    .filter(({ isAlike }) => isAlike)
    .sort((a, b) => b.score - a.score)
}

/** Words with how often each is there: moved passages are as like as those that stay. */
type Bag = { counts: Map<string, number>; size: number }

function bagOf(text: string): Bag {
  const keys = wordKeys(text)
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return { counts, size: keys.length }
}

/** The share of words that two texts have in common, from 0 to 1. */
function likeness(one: Bag, other: Bag): number {
  if (one.size === 0 || other.size === 0) return 0
  let common = 0
  for (const [key, count] of one.counts) common += Math.min(count, other.counts.get(key) ?? 0)
  return (2 * common) / (one.size + other.size)
}

/** "3.1 Prices & terms:" is "prices & terms". */
const nameKey = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/^(?:§\s*)?\d+(?:\.\d+)*[.):]?\s+/, '')
    .replace(/[\s:.]+/g, ' ')
    .trim()
    .toLowerCase()
