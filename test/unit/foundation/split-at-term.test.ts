import { describe, expect, it } from 'vitest'
import { compileTerm, readable, splitAtTerm } from '../../../shared/domain/foundation/retired-facts.ts'

describe('a text cut where it says a retired fact', () => {
  it.each([
    ['It was 149,90, now 49,90.', '49,90', ['It was 149,90, now ', '49,90', '.']],
    ['We offered an offer.', 'Offer', ['We offered an ', 'offer', '.']],
    ['Dana’s  list', "Dana's list", ['', 'Dana’s list', '']],
    ['nothing here', 'offer', ['nothing here']],
    ['anything', '', ['anything']],
  ])('%j at %j', (text, term, pieces) => {
    expect(splitAtTerm(readable(text), compileTerm(term))).toEqual(pieces)
  })
})
