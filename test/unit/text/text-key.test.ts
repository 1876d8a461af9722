import { describe, expect, it } from 'vitest'
import { textKey } from '../../../shared/domain/text/text-key.ts'

describe('textKey', () => {
  it('is alike for texts that differ only in white space and the encoding of accents', () => {
    expect(textKey(' Cafe\u0301  is\r\nopen ', 'Yes\u00A0')).toBe(textKey('Café is open', 'Yes'))
  })

  it.each([
    ['capitals', 'Yes', 'b', 'yes', 'b'],
    ['punctuation', 'Yes.', 'b', 'Yes', 'b'],
    ['the final text', 'a', 'b', 'a', 'c'],
    ['where one text ends', 'a b', 'c', 'a', 'b c'],
    ['a missing final text', 'a', null, 'a', ''],
  ])('differs by %s', (_, aiText, finalText, otherAiText, otherFinalText) => {
    expect(textKey(aiText, finalText)).not.toBe(textKey(otherAiText, otherFinalText))
  })
})
