import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldSame, type Segment, wordDiff } from '../../../shared/domain/text/word-diff.ts'

const joined = (segments: readonly { kind: string; text: string }[], ...kinds: string[]) =>
  segments
    .filter((segment) => kinds.includes(segment.kind))
    .map((segment) => segment.text)
    .join('')

const same = (text: string): Segment => ({ kind: 'same', text })
const removed = (text: string): Segment => ({ kind: 'removed', text })
const added = (text: string): Segment => ({ kind: 'added', text })

describe('wordDiff', () => {
  it.each([
    ['', '', []],
    ['Same.', 'Same.', [same('Same.')]],
    ['', 'New text', [added('New text')]],
    ['Old text', '', [removed('Old text')]],
    ['the quick fox', 'the slow fox', [same('the '), removed('quick'), added('slow'), same(' fox')]],
    ['The fox jumped.', 'The fox.', [same('The fox'), removed(' jumped'), same('.')]],
    ['Hello, you', 'Hello you', [same('Hello'), removed(','), same(' you')]],
    ['hello you', 'Hello you', [removed('hello'), added('Hello'), same(' you')]],
    ['one two', 'one\n\ntwo', [same('one'), removed(' '), added('\n\n'), same('two')]],
    ['“Yes”', '"Yes"', [removed('“'), added('"'), same('Yes'), removed('”'), added('"')]],
    ['ok 👍🏽 now', 'ok 👍 now', [same('ok '), removed('👍🏽'), added('👍'), same(' now')]],
    ['我们的产品很好', '我们的服务很好', [same('我们的'), removed('产品'), added('服务'), same('很好')]],
  ])('shows %j against %j', (aiText, finalText, expected) => {
    expect(wordDiff(aiText, finalText)).toEqual(expected)
  })

  it.each([
    [
      'one small word',
      'Please do not hesitate to contact us.',
      'If anything looks off, reply to this message.',
      [
        removed('Please do not hesitate to contact us'),
        added('If anything looks off, reply to this message'),
        same('.'),
      ],
    ],
    [
      'two small words',
      'It seemed so dim in the old house.',
      'She saw in the next room.',
      [removed('It seemed so dim in the old house'), added('She saw in the next room'), same('.')],
    ],
    [
      'and takes out what the joined change has in common at its end',
      'It shows a worn rug in the wide foyer. In the kitchen',
      'In the kitchen',
      [removed('It shows a worn rug in the wide foyer. '), same('In the kitchen')],
    ],
  ])('reads %s between two larger changes as part of them', (_, aiText, finalText, expected) => {
    expect(wordDiff(aiText, finalText)).toEqual(expected)
  })

  it.each([
    ['beside a change of one word', 'one of two three', 'four of five six', ['of']],
    ['a longer word', 'one two between three four', 'five six between seven eight', ['between']],
    ['three small words', 'one two so it is three four', 'five six so it is seven eight', ['so it is']],
    ['across the end of a sentence', 'one two so. three four', 'five six so. seven eight', ['so.']],
    ['between two passages that only went', 'one two of three four', 'of', ['of']],
    ['between two passages that only came', 'of', 'one two of three four', ['of']],
  ])('keeps %s as a landmark', (_, aiText, finalText, expected) => {
    const landmarks = wordDiff(aiText, finalText).filter(({ kind }) => kind === 'same')
    expect(landmarks.map(({ text }) => text.trim())).toEqual(expected)
  })

  it('gives both texts back exactly, and never two pieces of a kind in a row', () => {
    const words = fc
      .array(
        fc.constantFrom(
          'The',
          'the',
          'on',
          'fox',
          'ran',
          ', ',
          '. ',
          ' ',
          '\n',
          '👍🏽',
          '我们',
          'é',
          'e\u0301',
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join(''))
    const anything = fc.oneof(words, fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(anything, anything, (aiText, finalText) => {
        const segments = wordDiff(aiText, finalText)
        expect(joined(segments, 'same', 'removed')).toBe(aiText)
        expect(joined(segments, 'same', 'added')).toBe(finalText)
        expect(segments.every((segment, at) => segment.kind !== segments[at - 1]?.kind)).toBe(true)
        const shown = foldSame(segments)
        expect(joined(shown, 'same', 'folded', 'removed')).toBe(aiText)
        expect(joined(shown, 'same', 'folded', 'added')).toBe(finalText)
      }),
      { numRuns: 500 },
    )
  })
})

describe('foldSame', () => {
  it('folds whole sentences between changes and keeps one on either side', () => {
    const middle = 'One is here. Two is here. Three is here. '
    const segments = [
      removed('Hi'),
      added('Dear'),
      same(` you. ${middle}We send `),
      removed('it'),
      added('them'),
    ]
    expect(foldSame(segments)).toEqual([
      removed('Hi'),
      added('Dear'),
      same(' you. '),
      { kind: 'folded', text: middle, sentences: 3 },
      same('We send '),
      removed('it'),
      added('them'),
    ])
  })

  it('folds up to the start and the end of the text', () => {
    const start = 'One is here. Two is here.\n\n'
    const end = 'Four is here. Five is here.'
    expect(foldSame([same(`${start}We `), removed('go'), same(`. ${end}`)])).toEqual([
      { kind: 'folded', text: start, sentences: 2 },
      same('We '),
      removed('go'),
      same('. '),
      { kind: 'folded', text: end, sentences: 2 },
    ])
  })

  it('leaves a single sentence and an unchanged text alone', () => {
    const short = [removed('a'), same(' b. One is here. Then '), added('c')]
    expect(foldSame(short)).toEqual(short)
    const unchanged = [same('One is here. Two is here. Three is here.')]
    expect(foldSame(unchanged)).toEqual(unchanged)
  })
})
