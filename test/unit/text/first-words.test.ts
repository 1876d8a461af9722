import { expect, test } from 'vitest'
import { firstWordsOf } from '../../../shared/domain/text/first-words.ts'

test.each([
  ['short', 10, 'short'],
  ['one\n\ntwo three ', 20, 'one\n\ntwo three'],
  ['one two\n\nthree', 9, 'one two…'],
  ['one two three', 8, 'one two…'],
  ['one two three', 7, 'one two…'],
  ['a wordwithoutanyend', 10, 'a wordwith…'],
  ['answer 😀', 8, 'answer…'],
])('%j in %i characters is %j', (text, longest, said) => {
  expect(firstWordsOf(text, longest)).toBe(said)
})
