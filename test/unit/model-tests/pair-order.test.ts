import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type PlacedPair,
  pairOrder,
  pairOrderAlgorithm,
  repeatsFor,
} from '../../../shared/domain/model-tests/pair-order.ts'

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)
const inputs = fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { maxLength: 60 })
const seeds = fc.integer({ min: 0, max: 0xffffffff })
const counts = fc.integer({ min: 0, max: 5 })
const firstsOf = (order: readonly PlacedPair[]) => order.filter(({ isRepeat }) => !isRepeat)
const leftOf = (order: readonly PlacedPair[], side: string) =>
  firstsOf(order).filter(({ left }) => left === side).length

describe('pairOrder', () => {
  it('draws the same order again years later', () => {
    expect(pairOrderAlgorithm).toBe('pair-order-1')
    const order = pairOrder({ inputIds: upTo(8), seed: 20260331, repeats: 2 })
    expect(
      order.map(({ inputId, left, isRepeat }) => `${inputId} ${left}${isRepeat ? ' again' : ''}`),
    ).toEqual([
      '4 current',
      '1 candidate',
      '5 current',
      '8 candidate',
      '6 candidate',
      '3 current',
      '7 candidate',
      '5 candidate again',
      '2 current',
      '4 candidate again',
    ])
  })

  it('shows every input once, and no other', () => {
    fc.assert(
      fc.property(inputs, seeds, counts, (inputIds, seed, repeats) => {
        const shown = firstsOf(pairOrder({ inputIds, seed, repeats })).map(({ inputId }) => inputId)
        expect(shown.toSorted((a, b) => a - b)).toEqual(inputIds.toSorted((a, b) => a - b))
      }),
    )
  })

  it('has either side left as often as the other, give or take one', () => {
    fc.assert(
      fc.property(inputs, seeds, counts, (inputIds, seed, repeats) => {
        const order = pairOrder({ inputIds, seed, repeats })
        expect(Math.abs(leftOf(order, 'current') - leftOf(order, 'candidate'))).toBe(inputIds.length % 2)
      }),
    )
  })

  it('repeats different pairs, swapped, with at least 3 pairs between and within the last places', () => {
    fc.assert(
      fc.property(inputs, seeds, counts, (inputIds, seed, repeats) => {
        const order = pairOrder({ inputIds, seed, repeats })
        const again = order.filter(({ isRepeat }) => isRepeat)
        expect(again.length).toBe(Math.max(0, Math.min(repeats, Math.floor((inputIds.length - 3) / 2))))
        expect(new Set(again.map(({ inputId }) => inputId)).size).toBe(again.length)
        for (const repeat of again) {
          const place = order.indexOf(repeat)
          const before = order.findIndex(({ inputId }) => inputId === repeat.inputId)
          expect(place - before).toBeGreaterThan(3)
          expect(order.length - place).toBeLessThanOrEqual(2 * again.length)
          expect(order[before]?.left).toBe(repeat.left === 'current' ? 'candidate' : 'current')
        }
      }),
    )
  })

  it('is the same for the same seed, whatever the order of the inputs', () => {
    fc.assert(
      fc.property(inputs, seeds, counts, (inputIds, seed, repeats) => {
        const order = pairOrder({ inputIds, seed, repeats })
        const shuffled = [...inputIds, ...inputIds].reverse()
        expect(pairOrder({ inputIds: shuffled, seed, repeats })).toEqual(order)
      }),
    )
  })

  it('differs from seed to seed', () => {
    const orders = upTo(1000).map((seed) =>
      JSON.stringify(pairOrder({ inputIds: upTo(12), seed, repeats: 2 })),
    )
    expect(new Set(orders).size).toBe(1000)
  })

  it('gives every input the same chance of every place, side and repeat', () => {
    const orders = upTo(12_000).map((seed) => pairOrder({ inputIds: upTo(12), seed, repeats: 2 }))
    const first = orders.flatMap((order) => order[0]?.inputId ?? [])
    const left = orders.flatMap((order) =>
      firstsOf(order).flatMap(({ inputId, left }) => (left === 'candidate' ? inputId : [])),
    )
    const again = orders.flatMap((order) =>
      order.flatMap(({ inputId, isRepeat }) => (isRepeat ? inputId : [])),
    )
    // 31.26 is the 99.9 % point of chi-square at 11; drawing several of 12 at once only makes it smaller.
    for (const drawn of [first, left, again]) expect(chiSquare(drawn, 12)).toBeLessThan(31.26)
  })

  it('leaves the inputs it was given alone', () => {
    const inputIds = upTo(9).reverse()
    pairOrder({ inputIds, seed: 7, repeats: 2 })
    expect(inputIds).toEqual(upTo(9).reverse())
  })
})

describe('repeatsFor', () => {
  it.each([
    [0, 0],
    [7, 0],
    [8, 2],
    [50, 2],
  ])('%i inputs is %i', (inputCount, expected) => {
    expect(repeatsFor(inputCount)).toBe(expected)
  })
})

function chiSquare(drawn: readonly number[], n: number): number {
  const expected = drawn.length / n
  return upTo(n).reduce(
    (sum, id) => sum + (drawn.filter((other) => other === id).length - expected) ** 2 / expected,
    0,
  )
}
