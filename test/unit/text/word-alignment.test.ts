import fc from 'fast-check'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { alignWords, stretchesOf } from '../../../shared/domain/text/word-alignment.ts'

/** Length of the longest common subsequence, by the textbook table. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const next = [0]
    b.forEach((other, index) => {
      next.push(word === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    })
    row = next
  }
  return row.at(-1) ?? 0
}

const someWords = fc.array(fc.constantFrom('the', 'a', 'fox', 'ran', 'far', 'x'), { maxLength: 40 })

describe('alignWords', () => {
  it('pairs equal words in order, and as many as can be', () => {
    fc.assert(fc.property(someWords, someWords, expectBestPairs))
  })

  it('lists where the texts differ', () => {
    const a = ['one', 'two', 'three', 'four']
    const b = ['zero', 'one', 'three', 'five', 'six']
    expect(stretchesOf(alignWords(a, b), b.length)).toEqual([
      { aStart: 0, aEnd: 0, bStart: 0, bEnd: 1 },
      { aStart: 1, aEnd: 2, bStart: 2, bEnd: 2 },
      { aStart: 3, aEnd: 4, bStart: 3, bEnd: 5 },
    ])
  })

  it.each([4, 30, 400])('pairs as many as can be of long texts with %i different words', (vocabulary) => {
    const generator = xoroshiro128plus(vocabulary)
    const words = (n: number) => Array.from({ length: n }, () => `w${uniformInt(generator, 1, vocabulary)}`)
    expectBestPairs(words(1500), words(1200))
  })

  it('finds a whole text within the first half of a much longer one', () => {
    const generator = xoroshiro128plus(1)
    const b = ['w1', ...Array.from({ length: 600 }, () => `w${uniformInt(generator, 2, 30)}`)]
    expectBestPairs(['w2', ...b, ...new Array<string>(1500).fill('w1')], b)
  })

  it('copes with one word against very many', () => {
    const many = [...new Array<string>(30_000).fill('x'), 'y', ...new Array<string>(30_000).fill('x')]
    expect([...alignWords(['y'], many)]).toEqual([30_000])
    expect(alignWords(many, ['y']).indexOf(0)).toBe(30_000)
  })
})

function expectBestPairs(a: readonly string[], b: readonly string[]) {
  const pairs = [...alignWords(a, b)].flatMap((partner, index) =>
    partner === -1 ? [] : [{ index, partner }],
  )
  expect(pairs.every(({ index, partner }) => a[index] === b[partner])).toBe(true)
  expect(pairs.every(({ partner }, at) => partner > (pairs[at - 1]?.partner ?? -1))).toBe(true)
  expect(pairs.length).toBe(longestCommon(a, b))
}
