import { describe, expect, it } from 'vitest'
import { phrasePlaces, searchable, splitAtWords, wordFinder } from '../../../shared/domain/text/find-words.ts'

const finds = (search: string, text: string) => wordFinder(search)(searchable(text))

describe('looking for words', () => {
  it.each([
    ['price list', 'The list of every price', true],
    ['PRICE', 'prices from May', true],
    ['liste', 'Die Preisliste vom Mai', true],
    ['muller', 'Frau Müller', true],
    ['Müller', 'Frau Mu\u0308ller', true],
    ['MÜLLER', 'frau muller', true],
    ['cafe', 'Café', true],
    ['don’t', "We don't ship", true],
    ["don't", 'We don’t ship', true],
    ['"price list"', 'the price of the list', true],
    ['„Preis“', 'der “Preis”', true],
    ['价格', '新的价格表', true],
    ['سعر', 'السِّعر الجديد', true],
    ['price terms', 'The list of every price', false],
    ['may', 'June', false],
    ['   ', 'anything', true],
    ['list price', 'the price\nof the list', true],
    ['pricelist', 'price\nlist', false],
    ['%', '100 percent', false],
    ['a.c', 'abc', false],
    ['[x]', 'a [x] b', true],
    ['한국', '한국어', true],
    ['か', 'がっこう', true],
    ['😀', 'so 😀 glad', true],
  ])('%s in %s: %s', (search, text, isFound) => {
    expect(finds(search, text)).toBe(isFound)
  })
})

describe('a text cut at the words looked for', () => {
  it.each([
    ['offer holds', 'The offer holds. OFFER ends.', ['The ', 'offer', ' ', 'holds', '. ', 'OFFER', ' ends.']],
    ['nothing', 'No such word', ['No such word']],
    ['offer gone', 'The offer holds.', ['The offer holds.']],
    ['muller', 'Frau Mu\u0308ller', ['Frau ', 'Mu\u0308ller', '']],
    ['dont', 'We don’t ship', ['We ', 'don’t', ' ship']],
    ['price prices', 'old prices', ['old ', 'prices', '']],
    ['49.90', '€49.90, a49x90b', ['€', '49.90', ', a49x90b']],
    ['価格表', '価格表は古い', ['', '価格表', 'は古い']],
    ['  ', 'anything', ['anything']],
  ])('%s in %s', (search, text, pieces) => {
    expect(splitAtWords(text, search)).toEqual(pieces)
  })
})

describe('looking for a phrase', () => {
  it.each([
    ['price list', 'The price\n  LIST and the list of prices', ['price\n  LIST']],
    ['list list', 'list list list', ['list list']],
    ['cafe d’or', "Café d'Or, cafe dor", ["Café d'Or", 'cafe dor']],
    ['(1.5 %)', 'is (1.5 %) or (1x5 %)', ['(1.5 %)']],
    ['  ', 'a  b', []],
  ])('%j in %j', (search, text, found) => {
    expect(phrasePlaces(search)(text).map(({ from, to }) => text.slice(from, to))).toEqual(found)
  })
})
