import { expect, it } from 'vitest'
import { draftToFinal } from '../../../shared/domain/figures/draft-to-final.ts'

const fifty = Array.from({ length: 50 }, (_, index) => `word${index}`)
const changed = (n: number) => fifty.map((word, index) => (index < n ? `new${index}` : word)).join(' ')
const output = (n: number) => ({ aiText: fifty.join(' '), finalText: changed(n) })

it.each([
  [1, 25, 100, { words: '2% changed, 25 minutes: research?', isContradiction: true }],
  [30, 1, 100, { words: '60% changed, 1 minute: is the time right?', isContradiction: true }],
  [10, 18, 100, { words: '20% of the text changed, 18% of the time', isContradiction: false }],
  [10, null, 100, null],
  [10, 18, null, null],
])('says of %i in 50 words and %j of %j minutes: %j', (words, editMinutes, byHand, said) => {
  expect(draftToFinal({ output: output(words), editMinutes }, byHand, 'en-GB')).toEqual(said)
})

it('says nothing where no final version came', () => {
  expect(draftToFinal({ output: { aiText: 'a', finalText: null }, editMinutes: 5 }, 20, 'en-GB')).toBeNull()
})
