import { describe, expect, it } from 'vitest'
import { compareSides } from '../../../renderer/features/model-tests/compare/comparison.ts'
import { type Said, withFailureTurned } from '../../../renderer/features/model-tests/compare/judgement.ts'

const nothingSaid: Said = { verdict: null, leftFails: false, rightFails: false, note: '' }

describe('a must-pass failure', () => {
  it('marks a side as a failure, and takes the mark away', () => {
    const marked = withFailureTurned(nothingSaid, 'right')
    expect(marked).toEqual({ rightFails: true })
    expect(withFailureTurned({ ...nothingSaid, ...marked }, 'right')).toEqual({ rightFails: false })
    expect(withFailureTurned({ ...nothingSaid, ...marked }, 'left')).toEqual({ leftFails: true })
  })
})

describe('two texts side by side', () => {
  it('keeps each whole, and sets apart what only one of them has', () => {
    const { left, right } = compareSides('We offer 10% for two years.', 'We offer a discount for two years.')
    expect(left.pieces.map(({ text }) => text).join('')).toBe('We offer 10% for two years.')
    expect(right.pieces.map(({ text }) => text).join('')).toBe('We offer a discount for two years.')
    expect(right.pieces.filter(({ isOnlyHere }) => isOnlyHere).map(({ text }) => text)).toEqual([
      'a discount',
    ])
    expect([left.words, right.words]).toEqual([6, 7])
  })

  it('sets nothing apart in texts that are the same, or have next to nothing in common', () => {
    expect(compareSides('The same.', 'The same.').left.pieces).toEqual([
      { text: 'The same.', isOnlyHere: false },
    ])
    expect(compareSides('', 'All new.')).toEqual({
      left: { pieces: [], words: 0 },
      right: { pieces: [{ text: 'All new.', isOnlyHere: false }], words: 2 },
      areUnlike: true,
    })
  })
})
