import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Stored with every draw: with the seed and the pool it is enough to draw the same outputs again. */
export const samplingAlgorithm = 'xoroshiro128plus (pure-rand 8), partial Fisher-Yates over ascending ids, v1'

/** A draw from a pool. `method` is 'all' when the pool held no more than was asked for. */
export type Draw = { picked: number[]; reserves: number[]; method: 'random' | 'all'; algorithm: string }

/**
 * Draws `size` ids and `reserves` more, without replacement, in the order drawn. `seed` is an unsigned 32-bit
 * integer. The order of the pool and repeated ids make no difference. A pool of `size` or fewer is taken whole.
 */
export function drawSample(
  poolIds: readonly number[],
  { size, reserves, seed }: { size: number; reserves: number; seed: number },
): Draw {
  const pool = [...new Set(poolIds)].sort((first, second) => first - second)
  if (pool.length <= size) return { picked: pool, reserves: [], method: 'all', algorithm: samplingAlgorithm }
  const drawn = shuffled(pool, Math.min(pool.length, size + reserves), seed)
  return {
    picked: drawn.slice(0, size),
    reserves: drawn.slice(size),
    method: 'random',
    algorithm: samplingAlgorithm,
  }
}

/**
 * Goes on with a draw by its own seed: the next `size` ids of the same order, and `reserves` after them, without
 * those `seen` already. Takes what is there where fewer are left.
 */
export function drawMore(
  poolIds: readonly number[],
  { seen, size, reserves, seed }: { seen: readonly number[]; size: number; reserves: number; seed: number },
): Pick<Draw, 'picked' | 'reserves'> {
  const pool = [...new Set(poolIds)].sort((first, second) => first - second)
  const known = new Set(seen)
  const rest = shuffled(pool, pool.length, seed).filter((id) => !known.has(id))
  return { picked: rest.slice(0, size), reserves: rest.slice(size, size + reserves) }
}

/** The first `count` ids in the order drawn; a longer draw begins with a shorter one. */
function shuffled(sorted: readonly number[], count: number, seed: number): number[] {
  const pool = [...sorted]
  const generator = xoroshiro128plus(seed)
  for (let at = 0; at < count; at++) {
    const other = uniformInt(generator, at, pool.length - 1)
    const drawn = pool[other] ?? 0
    pool[other] = pool[at] ?? 0
    pool[at] = drawn
  }
  return pool.slice(0, count)
}
