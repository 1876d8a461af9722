import { describe, expect, it } from 'vitest'
import { splitAt } from '../../../renderer/ui/marks/split-at.ts'
import { compileTerm, readable, splitAtTerm } from '../../../shared/domain/foundation/retired-facts.ts'

describe('a text cut at a term', () => {
  it.each([
    ['The offer holds. OFFER ends.', 'offer', ['The ', 'offer', ' holds. ', 'OFFER', ' ends.']],
    ['nothing here', 'offer', ['nothing here']],
    ['offer', 'offer', ['', 'offer', '']],
    ['€49.90 (plus tax)', '49.90 (plus', ['€', '49.90 (plus', ' tax)']],
    ['a49x90b', '49.90', ['a49x90b']],
    ['Easy\u00a0Start  plan', 'easy start plan', ['', 'Easy\u00a0Start  plan', '']],
    ['価格表は古い', '価格表', ['', '価格表', 'は古い']],
    ['a/b - [c]', 'a/b - [c]', ['', 'a/b - [c]', '']],
    ['anything', '  ', ['anything']],
  ])('%j at %j', (text, term, pieces) => {
    expect(splitAt(text, term)).toEqual(pieces)
  })
})

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
