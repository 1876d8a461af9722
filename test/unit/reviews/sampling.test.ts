import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawSample, samplingAlgorithm } from '../../../shared/domain/reviews/sampling.ts'

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)
const pools = fc.uniqueArray(fc.integer({ min: 1 }), { minLength: 1, maxLength: 80 })
const seeds = fc.integer({ min: 0, max: 0xffffffff })

describe('drawSample', () => {
  it('draws the same outputs again years later', () => {
    expect(drawSample(upTo(214), { size: 10, reserves: 2, seed: 20260331 })).toEqual({
      picked: [187, 79, 74, 57, 120, 181, 64, 14, 11, 18],
      reserves: [150, 5],
      method: 'random',
      algorithm: samplingAlgorithm,
    })
  })

  it('draws without repeating, from the pool alone, whatever the order of the pool', () => {
    fc.assert(
      fc.property(pools, seeds, (pool, seed) => {
        const draw = drawSample(pool, { size: 10, reserves: 2, seed })
        const all = [...draw.picked, ...draw.reserves]
        expect(new Set(all).size).toBe(all.length)
        expect(all.every((id) => pool.includes(id))).toBe(true)
        expect(draw.picked.length).toBe(Math.min(10, pool.length))
        expect(draw.reserves.length).toBe(Math.min(2, Math.max(0, pool.length - 10)))
        expect(drawSample([...pool, ...pool].reverse(), { size: 10, reserves: 2, seed })).toEqual(draw)
      }),
    )
  })

  it.each([1, 9, 10])('takes all of a pool of %i, without reserves', (n) => {
    expect(drawSample(upTo(n).reverse(), { size: 10, reserves: 2, seed: 7 })).toEqual({
      picked: upTo(n),
      reserves: [],
      method: 'all',
      algorithm: samplingAlgorithm,
    })
  })

  it('leaves the pool it was given alone', () => {
    const pool = upTo(30).reverse()
    drawSample(pool, { size: 10, reserves: 2, seed: 7 })
    expect(pool).toEqual(upTo(30).reverse())
  })

  it('gives every output the same chance, in the sample, at its front and among the reserves', () => {
    const draws = upTo(20_000).map((seed) => drawSample(upTo(25), { size: 10, reserves: 2, seed }))
    // Drawing ten of 25 at once, chi-square scales by (25 - 1) / (25 - 10); 51.18 is its 99.9 % point at 24.
    const limit = 51.18
    const picked =
      chiSquare(
        draws.flatMap((draw) => draw.picked),
        25,
      ) *
      (24 / 15)
    const first = chiSquare(
      draws.flatMap((draw) => draw.picked.slice(0, 1)),
      25,
    )
    const reserve = chiSquare(
      draws.flatMap((draw) => draw.reserves.slice(0, 1)),
      25,
    )
    expect(Math.max(picked, first, reserve)).toBeLessThan(limit)
  })
})

function chiSquare(drawn: readonly number[], n: number): number {
  const expected = drawn.length / n
  return upTo(n).reduce(
    (sum, id) => sum + (drawn.filter((other) => other === id).length - expected) ** 2 / expected,
    0,
  )
}
