import { describe, expect, it } from 'vitest'
import {
  firstSplit,
  mergedUp,
  moved,
  piecesOf,
  problemsOf,
  splitBefore,
} from '../../../renderer/features/foundation/section-pieces.ts'
import { modelParts, modelText } from '../../../shared/domain/model-tests/model-text.ts'
import { variablesOf } from '../../../shared/domain/text/template.ts'

describe('a prompt’s variables', () => {
  it.each([
    { text: 'No variable, {one brace}, {{}} and {{ }}', names: [] },
    { text: '{{customer}} asks {{ question }}; answer {{customer}}', names: ['customer', 'question'] },
    { text: '{{{nested}}} {{a\nb}} {{größe}}', names: ['nested', 'größe'] },
  ])('are $names', ({ text, names }) => {
    expect(variablesOf(text)).toEqual(names)
  })
})

describe('a model’s wording', () => {
  it.each([
    { vendor: 'Anthropic', model: 'claude-x', settings: 'Temperature: 0.2\nTop p: 1' },
    { vendor: '', model: '', settings: '' },
    { vendor: 'One: two', model: 'm ', settings: '\nModel card: see wiki\n' },
  ])('comes back as it was written: $vendor, $model', (parts) => {
    expect(modelParts(modelText(parts))).toEqual(parts)
  })

  it('reads a wording that was brought in without the two lines as settings', () => {
    expect(modelParts('Temperature: 0.2')).toEqual({ vendor: '', model: '', settings: 'Temperature: 0.2' })
  })
})

describe('the sections of a file', () => {
  const pieces = piecesOf(
    [
      { name: 'Tone', text: 'Warm.', level: 1 },
      { name: 'Old', text: 'Gone.', level: 1 },
      { name: 'Rules', text: 'Never.', level: 1 },
    ],
    'every',
  )
  const withoutOld = pieces.map((piece) => (piece.key === 1 ? { ...piece, isLeftOut: true } : piece))

  it('merges one with the chosen one above it and keeps its name as a heading', () => {
    expect(mergedUp(withoutOld, 2)).toEqual([
      { key: 0, name: 'Tone', text: 'Warm.\n\nRules\n\nNever.', level: 1, isLeftOut: false },
      { key: 1, name: 'Old', text: 'Gone.', level: 1, isLeftOut: true },
    ])
  })

  it('leaves the first one where it is', () => {
    expect(mergedUp(pieces, 0)).toEqual(pieces)
  })

  it.each([
    { names: ['Tone', 'Old', 'Rules'], problems: [] },
    { names: ['Tone', ' ', 'tone '], problems: [1, 2] },
  ])('of the names $names those at $problems need another', ({ names, problems }) => {
    const named = pieces.map((piece, index) => ({ ...piece, name: names[index] ?? '' }))
    expect([...problemsOf(named).keys()]).toEqual(problems)
  })

  it('asks for no name of what is left out', () => {
    const named = pieces.map((piece) => ({ ...piece, name: '', isLeftOut: true }))
    expect(problemsOf(named)).toEqual(new Map())
  })

  const deep = [
    { name: 'Offer', text: '', level: 1 },
    { name: 'Rules', text: 'a', level: 2 },
    { name: 'Tone', text: 'Warm.', level: 1 },
    { name: 'rules', text: 'b', level: 2 },
  ]

  it('are chapters with what is below them, or every heading with names of their own', () => {
    const said = (splitAt: 'chapters' | 'every') =>
      piecesOf(deep, splitAt).map(({ name, text }) => [name, text])
    expect(said('chapters')).toEqual([
      ['Offer', 'Rules\n\na'],
      ['Tone', 'Warm.\n\nrules\n\nb'],
    ])
    expect(said('every').map(([name]) => name)).toEqual(['Offer', 'Rules', 'Tone', 'rules (2)'])
  })

  it.each([
    { taken: [], split: 'every' },
    { taken: ['tone', 'Offer'], split: 'chapters' },
    { taken: ['Offer', 'Rules', 'Tone'], split: 'every' },
  ])('are split as the Foundation of $taken is', ({ taken, split }) => {
    expect(firstSplit(deep, taken)).toBe(split)
  })

  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(' ')

  it('moves one with all that is below it', () => {
    const list = piecesOf(deep, 'every')
    expect(names(moved(list, 0, 1))).toBe('Tone rules (2) Offer Rules')
    expect(names(moved(list, 2, -1))).toBe('Tone rules (2) Offer Rules')
    expect(names(moved(list, 0, -1))).toBe(names(list))
    expect(names(moved(list, 2, 1))).toBe(names(list))
  })

  it('splits one at a paragraph; a short line above others is the name', () => {
    const [piece] = piecesOf([{ name: 'All', text: 'One.\n\nTerms\n\n30 days.\n\nEnd.', level: 1 }], 'every')
    const list = piece ? [piece] : []
    expect(splitBefore(list, 0, 1).map(({ key, name, text }) => [key, name, text])).toEqual([
      [0, 'All', 'One.'],
      [1, 'Terms', '30 days.\n\nEnd.'],
    ])
    expect(splitBefore(list, 0, 3).map(({ name, text }) => [name, text])).toEqual([
      ['All', 'One.\n\nTerms\n\n30 days.'],
      ['', 'End.'],
    ])
  })
})
