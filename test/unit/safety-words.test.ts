import { expect, it } from 'vitest'
import { notInWords } from '../../shared/domain/safety-words.ts'

const none = {
  ...{ entries: 0, outputs: 0, reviews: 0, files: 0, changes: 0, unread: 0 },
  ...{ firstAt: null, lastAt: null },
}

it.each([
  [none, 'Nothing'],
  [{ ...none, entries: 9, outputs: 8, files: 1 }, '8 marked outputs, 1 file'],
  [{ ...none, entries: 2 }, '2 small changes'],
  // Lost with the log: how many is known, and not what.
  [{ ...none, entries: 7, unread: 7 }, '7 steps that can’t be read any more'],
  [{ ...none, entries: 10, outputs: 3, unread: 1 }, '3 marked outputs, 1 step that can’t be read any more'],
  [{ ...none, entries: 3, unread: 1 }, '2 small changes, 1 step that can’t be read any more'],
])('what a copy lacks is said as far as it is known', (work, words) => {
  expect(notInWords(work, 'en-GB')).toBe(words)
})
