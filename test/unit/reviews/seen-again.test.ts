import { expect, it } from 'vitest'
import { againCount, seenAgainMeaning, seenAgainSentence } from '../../../shared/domain/reviews/seen-again.ts'

it.each([
  [3, 0],
  [4, 1],
  [7, 1],
  [8, 2],
  [30, 2],
])('beside %i outputs come %i of earlier months', (size, count) => {
  expect(againCount(size)).toBe(count)
})

it('says how many got the same marks, with the likely range and the single marks', () => {
  const seen = { outputs: 9, sameOutputs: 7, marks: 45, sameMarks: 41 }
  expect(seenAgainSentence(seen, 'en-GB')).toBe(
    '7 of 9 outputs got the same marks as the first time (likely 45 to 94%), and 41 of 45 single marks were the same.',
  )
})

it('says that few tell little, and what it can’t tell', () => {
  expect(seenAgainMeaning({ outputs: 9 })).toMatch(
    /^So few tell little yet\..*can’t tell whether the marks are right/,
  )
  expect(seenAgainMeaning({ outputs: 10 })).toMatch(/^Where the same outputs get other marks/)
})
