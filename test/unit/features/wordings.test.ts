import { describe, expect, it } from 'vitest'
import { mergedUp, piecesOf, problemsOf } from '../../../renderer/features/foundation/section-pieces.ts'
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
  const pieces = piecesOf([
    { name: 'Tone', text: 'Warm.' },
    { name: 'Old', text: 'Gone.' },
    { name: 'Rules', text: 'Never.' },
  ])
  const withoutOld = pieces.map((piece) => (piece.key === 1 ? { ...piece, isLeftOut: true } : piece))

  it('merges one with the chosen one above it and keeps its name as a heading', () => {
    expect(mergedUp(withoutOld, 2)).toEqual([
      { key: 0, name: 'Tone', text: 'Warm.\n\nRules\n\nNever.', isLeftOut: false },
      { key: 1, name: 'Old', text: 'Gone.', isLeftOut: true },
    ])
  })

  it('leaves the first one where it is', () => {
    expect(mergedUp(pieces, 0)).toEqual(pieces)
  })

  it.each([
    { names: ['Tone', 'Old', 'Rules'], taken: [], problems: [] },
    { names: ['Tone', ' ', 'tone '], taken: [], problems: [1, 2] },
    { names: ['Tone', 'Old', 'Rules'], taken: ['RULES'], problems: [2] },
  ])('of the names $names those at $problems need another', ({ names, taken, problems }) => {
    const named = pieces.map((piece, index) => ({ ...piece, name: names[index] ?? '' }))
    expect([...problemsOf(named, taken).keys()]).toEqual(problems)
  })

  it('asks for no name of what is left out', () => {
    const named = pieces.map((piece) => ({ ...piece, name: '', isLeftOut: true }))
    expect(problemsOf(named, [])).toEqual(new Map())
  })
})
