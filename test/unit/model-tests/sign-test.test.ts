import jStat from 'jstat'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { clearBound, signTest, winsNeeded } from '../../../shared/domain/model-tests/sign-test.ts'

const binomial = (jStat as unknown as { binomial: { cdf(x: number, n: number, p: number): number } }).binomial

describe('signTest', () => {
  it.each([
    [9, 1, 0.0215],
    [8, 2, 0.1094],
    [10, 2, 0.0386],
    [12, 3, 0.0352],
    [15, 5, 0.0414],
    [21, 9, 0.0428],
    [20, 10, 0.0987],
    [5, 0, 0.0625],
    [6, 0, 0.0313],
    [0, 6, 0.0313],
    [1, 0, 1],
    [6, 6, 1],
    [7, 6, 1],
  ])('of %i wins and %i losses is %d', (wins, losses, expected) => {
    expect(signTest(wins, losses)).toBeCloseTo(expected, 4)
  })

  it('is nothing without a win or a loss', () => {
    expect(signTest(0, 0)).toBeNull()
  })

  it('agrees with an independent binomial distribution up to 60 pairs, and is the same for both sides', () => {
    for (let n = 1; n <= 60; n++) {
      for (let wins = 0; wins <= n; wins++) {
        const expected = Math.min(1, 2 * binomial.cdf(Math.min(wins, n - wins), n, 0.5))
        expect(signTest(wins, n - wins)).toBeCloseTo(expected, 7)
        expect(signTest(n - wins, wins)).toBe(signTest(wins, n - wins))
      }
    }
  })

  it('holds for many pairs', () => {
    expect(signTest(1000, 1000)).toBe(1)
    expect(signTest(3000, 0)).toBeLessThan(1e-300)
  })
})

/** Two-sided 5 %: the most of the rarer sign, as tables after Dixon and Mood print it, for 6 to 30 pairs. */
const printedTable = [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 7, 7, 7, 8, 8, 9].map(
  (rarer, index) => [index + 6, rarer],
)

describe('winsNeeded', () => {
  it.each(printedTable)(
    'of %i leaves at most %i to the other side, as printed tables have it',
    (n, rarer) => {
      expect(winsNeeded(n)).toBe(n - rarer)
    },
  )

  it.each([0, 1, 2, 3, 4, 5])('is out of reach for %i pairs', (n) => {
    expect(winsNeeded(n)).toBeNull()
  })
})

describe('clearBound', () => {
  it.each([
    [7, 0, false],
    [8, 0, true],
    [10, 0, true],
    [0, 10, true],
    [9, 1, false],
    [16, 2, true],
    [2, 16, true],
    [15, 5, false],
    [21, 9, false],
    [0, 0, false],
    [40, 10, true],
    [25, 25, false],
  ])('of %i wins and %i losses is %s', (wins, losses, expected) => {
    expect(clearBound(wins, losses)).toBe(expected)
  })

  it('asks for more than the sign test, always', () => {
    for (let n = 1; n <= 60; n++) {
      for (let wins = 0; wins <= n; wins++) {
        if (clearBound(wins, n - wins)) expect(signTest(wins, n - wins)).toBeLessThan(0.05)
      }
    }
  })

  it('is crossed by chance in at most 5 % of tests looked at after every pair, unlike the sign test', () => {
    const generator = xoroshiro128plus(20260331)
    const runs = 10_000
    let crossed = 0
    let naive = 0
    for (let run = 0; run < runs; run++) {
      let wins = 0
      let isClear = false
      let isSignificant = false
      for (let n = 1; n <= 50; n++) {
        wins += uniformInt(generator, 0, 1)
        isClear ||= clearBound(wins, n - wins)
        isSignificant ||= (signTest(wins, n - wins) ?? 1) <= 0.05
      }
      if (isClear) crossed++
      if (isSignificant) naive++
    }
    expect(crossed / runs).toBeLessThan(0.05)
    expect(crossed / runs).toBeGreaterThan(0.005)
    expect(naive / runs).toBeGreaterThan(0.15)
  })
})
