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
  const generator = xoroshiro128plus(seed)
  const count = Math.min(pool.length, size + reserves)
  for (let at = 0; at < count; at++) {
    const other = uniformInt(generator, at, pool.length - 1)
    const drawn = pool[other] ?? 0
    pool[other] = pool[at] ?? 0
    pool[at] = drawn
  }
  return {
    picked: pool.slice(0, size),
    reserves: pool.slice(size, count),
    method: 'random',
    algorithm: samplingAlgorithm,
  }
}
