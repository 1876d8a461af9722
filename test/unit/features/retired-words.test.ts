import { expect, it } from 'vitest'
import { foundWords } from '../../../renderer/features/retired-facts/retired-words.ts'

it.each([
  [0, 0, 'Nowhere'],
  [1, 0, '1 output'],
  [0, 2, '2 wordings'],
  [1200, 1, '1,200 outputs, 1 wording'],
])('%i outputs and %i wordings are said as "%s"', (outputCount, wordingCount, words) => {
  expect(foundWords({ outputCount, wordingCount }, 'en-GB')).toBe(words)
})
