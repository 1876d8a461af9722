import { describe, expect, it } from 'vitest'
import {
  costOf,
  estimateTokens,
  formatDollars,
  wouldExceed,
} from '../../../shared/domain/model-tests/token-cost.ts'

describe('estimateTokens', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['1234567', 2],
    ['12345678', 3],
    ['你好世界', 4],
    ['ありがとう', 5],
    ['안녕하세요', 5],
    ['𠀋', 1],
    ['你好, world!!', 5],
    ['a'.repeat(35_000), 10_000],
  ])('of %j is %i', (text, expected) => {
    expect(estimateTokens(text)).toBe(expected)
  })
})

describe('costOf', () => {
  const price = { input: 3, output: 15 }
  it.each([
    [0, 0, price, 0],
    [1_000_000, 0, price, 3],
    [0, 1_000_000, price, 15],
    [2000, 800, price, 0.018],
    [2000, 800, { input: 0, output: 0 }, 0],
    [2000, 800, null, null],
  ])('of %i tokens in and %i out at %j is %s', (inputTokens, outputTokens, at, expected) => {
    const cost = costOf({ inputTokens, outputTokens }, at)
    expect(cost === null ? null : Number(cost.toFixed(9))).toBe(expected)
  })
})

describe('formatDollars', () => {
  it.each([
    [0, 'en-US', '$0.00'],
    [0.000001, 'en-US', 'less than $0.01'],
    [0.00999, 'en-US', 'less than $0.01'],
    [0.01, 'en-US', '$0.01'],
    [0.0149, 'en-US', '$0.01'],
    [1.005, 'en-US', '$1.01'],
    [1234.5, 'en-US', '$1,234.50'],
    [1234.5, 'en-GB', '$1,234.50'],
    [1234.5, 'de-DE', '1.234,50\u00A0$'],
    [0.001, 'de-DE', 'less than 0,01\u00A0$'],
  ])('of %d in %s is %s', (cost, locale, expected) => {
    expect(formatDollars(cost, locale)).toBe(expected)
  })
})

describe('wouldExceed', () => {
  it.each([
    [0, 0, 0, false],
    [0, 0.01, 0, true],
    [1, 1, 2, false],
    [0.1, 0.2, 0.3, false],
    [1, 1.000001, 2, true],
    [2.5, 0, 2, true],
    [1, null, 2, true],
    [1, null, null, false],
    [1000, 1000, null, false],
  ])('of %d spent and %s to come under a cap of %s is %s', (spent, next, cap, expected) => {
    expect(wouldExceed(spent, next, cap)).toBe(expected)
  })
})
