import { expect, it } from 'vitest'
import { modelOfSide } from '../../../shared/domain/model-tests/model-of-side.ts'

const side = { name: 'Opus 5', model: 'claude-opus-5' }

it.each([
  [['Opus 5', 'Opus 4'], 'Opus 5'],
  [['opus 5', 'Opus 5'], 'Opus 5'],
  [['OPUS  5 ', 'Opus 4'], 'OPUS  5 '],
  [['Claude-Opus-5', 'gpt-5'], 'Claude-Opus-5'],
  [['claude-opus-5', 'Opus 5'], 'Opus 5'],
  // Two that are the same but for their letters are told apart by the owner.
  [['opus 5', 'OPUS 5'], null],
  [['Opus 5.1', 'claude-opus-5-1'], null],
  [[], null],
])('of %j the side’s own is %s', (models, own) => {
  expect(modelOfSide(models, side)).toBe(own)
})

it('a side without a name or an id has none', () => {
  expect(modelOfSide(['Opus 5'], { name: '', model: '' })).toBeNull()
})
