import { expect, it } from 'vitest'
import { hasLittleInCommon } from '../../../shared/domain/text/in-common.ts'
import { wordDiff } from '../../../shared/domain/text/word-diff.ts'

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => `word${from + n}`).join(' ')

it.each([
  ['the same words', 'We deliver in four weeks.', 'We deliver in four weeks.', false],
  ['half of the words', numbered(0, 20), numbered(10, 30), false],
  ['a fifth of the words', numbered(0, 10), numbered(8, 18), false],
  ['a little less than a fifth', numbered(0, 100), numbered(81, 181), true],
  ['nothing', 'Can I renew early?', 'Yes, by mail, until Friday.', true],
  ['all of a short text in a long one', numbered(0, 5), numbered(0, 45), false],
  ['all of a short text in one ten times as long', numbered(0, 5), numbered(0, 50), true],
  ['nothing, as one is empty', '', 'All new.', true],
  ['no word at all', '…', '!', false],
  ['nothing, both being empty', '', '', false],
])('two texts with %s', (_, one, other, isLittle) => {
  expect(hasLittleInCommon(wordDiff(one, other))).toBe(isLittle)
  expect(hasLittleInCommon(wordDiff(other, one))).toBe(isLittle)
})
