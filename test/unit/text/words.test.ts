import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitText, wordKeys } from '../../../shared/domain/text/words.ts'

describe('words', () => {
  it.each([
    ['Hello, world!', ['hello', 'world']],
    ["don’t Don't", ["don't", "don't"]],
    ['€6.50 or 6,5', ['6.50', 'or', '6,5']],
    ['cafe\u0301 café', ['café', 'café']],
    ['co\u00ADoperate', ['cooperate']],
    ['我们的产品', ['我们', '的', '产品']],
    ['👍 — !', []],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    expect(wordKeys(text)).toEqual(expected)
  })

  it('join to the exact text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { before, words } = splitText(text)
        expect([...before, ...words.flatMap((word) => [word.text, ...word.after])].join('')).toBe(text)
      }),
    )
  })
})
