import { describe, expect, it } from 'vitest'
import {
  compareMeans,
  likelyRange,
  mean,
  sampleDeviation,
  tQuantile,
  wilson,
} from '../../../shared/domain/figures/statistics.ts'

/** Ten values with a mean of exactly 0.15 and a deviation of 12 points. */
const spread = 0.12 / Math.sqrt(10 / 9)
const tenValues = Array.from({ length: 10 }, (_, index) => 0.15 + (index % 2 ? spread : -spread))

/** log Γ(x), by Stirling's series after moving x above 20. */
function logGamma(x: number): number {
  if (x < 20) return logGamma(x + 1) - Math.log(x)
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3)
}

/** P(T < t) for t ≥ 0, by Simpson's rule over the density. */
function tProbability(t: number, degrees: number): number {
  const log = logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - 0.5 * Math.log(degrees * Math.PI)
  const density = (x: number) => Math.exp(log - ((degrees + 1) / 2) * Math.log1p((x * x) / degrees))
  const steps = 4000
  let sum = density(0) + density(t)
  for (let step = 1; step < steps; step++) sum += (step % 2 ? 4 : 2) * density((t * step) / steps)
  return 0.5 + (sum * t) / steps / 3
}

describe('mean and sampleDeviation', () => {
  it.each([
    [[], null, null],
    [[0.4], 0.4, null],
    [[2, 4, 4, 4, 5, 5, 7, 9], 5, Math.sqrt(32 / 7)],
    [[0.3, 0.3], 0.3, 0],
  ])('of %j are %s and %s', (values, expectedMean, expectedDeviation) => {
    expect(mean(values)).toBe(expectedMean)
    expect(sampleDeviation(values)).toBe(expectedDeviation)
  })
})

describe('tQuantile', () => {
  it.each([
    [1, 12.706],
    [2, 4.303],
    [4, 2.776],
    [9, 2.262],
    [18, 2.101],
    [19, 2.093],
    [29, 2.045],
    [60, 2.0],
    [120, 1.98],
  ])('at 97.5 %% with %i degrees is %d, as printed tables have it', (degrees, expected) => {
    expect(tQuantile(0.975, degrees)).toBeCloseTo(expected, 3)
  })

  it.each([1, 1.5, 2, 3.7, 5, 9, 13.31, 18, 29, 58, 200])(
    'with %d degrees leaves 97.5 %% below it when the density is summed up',
    (degrees) => {
      expect(tProbability(tQuantile(0.975, degrees), degrees)).toBeCloseTo(0.975, 7)
    },
  )
})

describe('likelyRange', () => {
  it('is about 9 points either side for ten outputs that vary by 12 points', () => {
    const range = likelyRange(tenValues)
    expect(range?.low).toBeCloseTo(0.15 - 0.08584, 4)
    expect(range?.high).toBeCloseTo(0.15 + 0.08584, 4)
  })

  it('matches a worked example', () => {
    // Mean 5, deviation 2.13809, 2.36462 * 2.13809 / sqrt(8) = 1.78749.
    const range = likelyRange([2, 4, 4, 4, 5, 5, 7, 9])
    expect(range?.low).toBeCloseTo(3.21251, 4)
    expect(range?.high).toBeCloseTo(6.78749, 4)
  })

  it('stays within 0 and the largest possible value', () => {
    expect(likelyRange([0, 0, 0, 0.9])?.low).toBe(0)
    expect(likelyRange([1, 1, 1, 0.2], { max: 1 })?.high).toBe(1)
    expect(likelyRange([1, 1, 1, 0.2])?.high).toBeGreaterThan(1)
  })

  it('needs two values', () => {
    expect([likelyRange([]), likelyRange([0.2]), likelyRange([0.2, 0.2])]).toEqual([
      null,
      null,
      { low: 0.2, high: 0.2 },
    ])
  })
})

describe('wilson', () => {
  it.each([
    [10, 10, 72, 100],
    [9, 10, 60, 98],
    [8, 10, 49, 94],
    [7, 10, 40, 89],
    [24, 30, 63, 90],
    [27, 30, 74, 97],
    [0, 10, 0, 28],
  ])('of %i in %i is %i to %i %%', (successes, n, low, high) => {
    const range = wilson(successes, n)
    expect([Math.round((range?.low ?? 0) * 100), Math.round((range?.high ?? 0) * 100)]).toEqual([low, high])
  })

  it.each([
    [1, 3],
    [15, 20],
    [81, 263],
  ])('of %i in %i has the ends that solve the score equation', (successes, n) => {
    const range = wilson(successes, n)
    for (const end of [range?.low ?? 0, range?.high ?? 0]) {
      expect(Math.abs(successes / n - end) / Math.sqrt((end * (1 - end)) / n)).toBeCloseTo(1.96, 3)
    }
  })

  it('is nothing when nothing was counted', () => {
    expect(wilson(0, 0)).toBeNull()
  })
})

describe('compareMeans', () => {
  it('matches a worked Welch example', () => {
    // Standard errors 0.30208 and 0.13416, 7.98 degrees, quantile 2.3073.
    const current = [3.0, 4.0, 5.0, 4.5, 3.5, 4.0, 5.5]
    const reference = [2.0, 2.3, 1.7, 2.0, 2.5]
    const result = compareMeans(current, reference)
    const errors = Math.sqrt(variance(current) / 7 + variance(reference) / 5)
    const degrees = errors ** 4 / ((variance(current) / 7) ** 2 / 6 + (variance(reference) / 5) ** 2 / 4)
    expect(result?.difference).toBeCloseTo(4.214286 - 2.1, 5)
    expect(tProbability((result?.noise ?? 0) / errors, degrees)).toBeCloseTo(0.975, 7)
    expect(result?.verdict).toBe('higher')
  })

  it.each([
    ['a move inside the noise', 0.1, 'about_the_same'],
    ['a clear rise', 0.13, 'higher'],
    ['a clear fall', -0.13, 'lower'],
    ['no move', 0, 'about_the_same'],
  ])('calls %s of %d %s', (_, move, verdict) => {
    expect(
      compareMeans(
        tenValues.map((value) => value + move),
        tenValues,
      )?.verdict,
    ).toBe(verdict)
  })

  it('compares samples without any spread', () => {
    expect(compareMeans([0.1, 0.1, 0.1], [0.1, 0.1])).toEqual({
      difference: expect.closeTo(0),
      noise: expect.closeTo(0),
      verdict: 'about_the_same',
    })
    expect(compareMeans([0, 0], [0, 0])).toEqual({ difference: 0, noise: 0, verdict: 'about_the_same' })
    expect(compareMeans([0, 0], [1, 1])).toEqual({ difference: -1, noise: 0, verdict: 'lower' })
  })

  it('needs two values on both sides', () => {
    expect([compareMeans([0.1], [0.1, 0.2]), compareMeans([0.1, 0.2], [])]).toEqual([null, null])
  })
})

function variance(values: readonly number[]): number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)
}
