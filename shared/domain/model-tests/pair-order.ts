import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { Side } from '../../contract/model-tests/test.ts'

/** Stored with every order: with the seed and the inputs it is enough to draw the same order again. */
export const pairOrderAlgorithm = 'pair-order-1'

/** One showing of an input: `left` is the side shown there, `isRepeat` its second showing, sides swapped. */
export type PlacedPair = { inputId: number; left: Side; isRepeat: boolean }

/** Places between a pair and its repeat, so that the first verdict is no longer at hand. */
const apart = 4

/** How many pairs are worth showing twice: two from eight inputs, none below. */
export function repeatsFor(inputCount: number): number {
  return inputCount >= 8 ? 2 : 0
}

/**
 * The order pairs are judged in. Each input comes once, either side left as often as the other (give or take
 * one); `repeats` of them, fewer where there is no room, come again near the end, at least 3 pairs later and
 * swapped. `seed` is an unsigned 32-bit integer; the order of the ids and repeated ids make no difference.
 */
export function pairOrder({
  inputIds,
  seed,
  repeats,
}: {
  inputIds: readonly number[]
  seed: number
  repeats: number
}): PlacedPair[] {
  const generator = xoroshiro128plus(seed)
  const drawBelow = (limit: number) => uniformInt(generator, 0, limit - 1)
  const ids = [...new Set(inputIds)].sort((first, second) => first - second)
  const sides = shuffled(balancedSides(ids.length, drawBelow), drawBelow)
  const pairs = shuffled(ids, drawBelow).map((inputId, index): PlacedPair => {
    return { inputId, left: sides[index] ?? 'current', isRepeat: false }
  })
  const twice = Math.max(0, Math.min(repeats, Math.floor((ids.length - apart + 1) / 2)))
  const mixedFrom = pairs.length - twice
  const early = pairs.slice(0, Math.max(0, mixedFrom - apart + 1))
  const again = shuffled(early, drawBelow).slice(0, twice)
  const end = [...pairs.slice(mixedFrom), ...again.map(swapped)]
  return [...pairs.slice(0, mixedFrom), ...shuffled(end, drawBelow)]
}

function swapped({ inputId, left }: PlacedPair): PlacedPair {
  return { inputId, left: left === 'current' ? 'candidate' : 'current', isRepeat: true }
}

/** Both sides equally often; of an odd count, chance says which comes once more. */
function balancedSides(count: number, drawBelow: (limit: number) => number): Side[] {
  const offset = drawBelow(2)
  return Array.from({ length: count }, (_, index) => ((index + offset) % 2 === 0 ? 'current' : 'candidate'))
}

/** Fisher-Yates, on a copy. */
function shuffled<T>(items: readonly T[], drawBelow: (limit: number) => number): T[] {
  const rest = [...items]
  return items.flatMap(() => rest.splice(drawBelow(rest.length), 1))
}
