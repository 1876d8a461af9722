import { describe, expect, it } from 'vitest'
import { compareSides } from '../../renderer/features/model-tests/compare/comparison.ts'
import {
  actionFor,
  type JudgeAction,
  type KeyFacts,
} from '../../renderer/features/model-tests/compare/judge-keys.ts'
import { type Said, withFailureTurned } from '../../renderer/features/model-tests/compare/judgement.ts'

const nothingSaid: Said = { verdict: null, leftFails: false, rightFails: false, note: '' }
const press = (key: string, facts: Partial<KeyFacts> = {}): KeyFacts => ({
  key,
  shift: false,
  command: false,
  alt: false,
  isRepeat: false,
  isComposing: false,
  ...facts,
})
const onPage = { place: 'page', singleKeys: true, isAskingSide: false } as const

describe('the keys of the comparison', () => {
  it.each<[string, KeyFacts, JudgeAction | null]>([
    ['A', press('a'), { type: 'verdict', verdict: 'left' }],
    ['a capital A', press('A', { shift: true }), { type: 'verdict', verdict: 'left' }],
    ['E', press('e'), { type: 'verdict', verdict: 'equal' }],
    ['B', press('b'), { type: 'verdict', verdict: 'right' }],
    ['X', press('x'), { type: 'verdict', verdict: 'both_bad' }],
    ['M', press('m'), { type: 'ask-side' }],
    ['N', press('n'), { type: 'note' }],
    ['?', press('?', { shift: true }), { type: 'keys' }],
    ['Enter', press('Enter'), { type: 'next' }],
    ['the left arrow', press('ArrowLeft'), { type: 'go', by: -1 }],
    ['the right arrow', press('ArrowRight'), { type: 'go', by: 1 }],
    ['Page down', press('PageDown'), { type: 'turn-page', by: 1 }],
    ['Ctrl and Z', press('z', { command: true }), { type: 'undo' }],
    ['Ctrl, Shift and Z', press('z', { command: true, shift: true }), null],
    ['a letter without a meaning', press('q'), null],
    ['A with Alt', press('a', { alt: true }), null],
    ['A while a character is being composed', press('a', { isComposing: true }), null],
    ['A held down', press('a', { isRepeat: true }), { type: 'ignore' }],
    ['Enter held down', press('Enter', { isRepeat: true }), { type: 'ignore' }],
    ['Page down held down', press('PageDown', { isRepeat: true }), { type: 'turn-page', by: 1 }],
  ])('on the page: %s', (_name, key, action) => {
    expect(actionFor(key, onPage)).toEqual(action)
  })

  it.each<[string, KeyFacts, JudgeAction | null]>([
    ['letters are typed', press('a'), null],
    ['Enter makes a line', press('Enter'), null],
    ['Ctrl and Enter go on', press('Enter', { command: true }), { type: 'next' }],
    ['Ctrl and Z undo the typing', press('z', { command: true }), null],
    ['the arrows move the cursor', press('ArrowLeft'), null],
    ['Escape leaves it', press('Escape'), { type: 'escape' }],
  ])('in the note: %s', (_name, key, action) => {
    expect(actionFor(key, { ...onPage, place: 'text' })).toEqual(action)
  })

  it.each<[string, KeyFacts, JudgeAction | null]>([
    ['A is the left', press('a'), { type: 'failure', side: 'left' }],
    ['the left arrow too', press('ArrowLeft'), { type: 'failure', side: 'left' }],
    ['B is the right', press('b'), { type: 'failure', side: 'right' }],
    ['the right arrow too', press('ArrowRight'), { type: 'failure', side: 'right' }],
    ['M again is nothing after all', press('m'), { type: 'escape' }],
    ['Escape too', press('Escape'), { type: 'escape' }],
    ['E is no verdict now', press('e'), { type: 'ignore' }],
    ['Enter goes nowhere', press('Enter'), { type: 'ignore' }],
    ['Tab moves on', press('Tab'), null],
  ])('while it is asked which side: %s', (_name, key, action) => {
    expect(actionFor(key, { ...onPage, isAskingSide: true })).toEqual(action)
  })

  it('leaves letters alone where single keys are switched off, also while it is asked which side', () => {
    const off = { ...onPage, singleKeys: false }
    expect(['a', 'e', 'b', 'x', 'm', 'n', '?'].map((key) => actionFor(press(key), off))).toEqual(
      Array(7).fill(null),
    )
    expect(actionFor(press('a'), { ...off, isAskingSide: true })).toBeNull()
    expect(actionFor(press('ArrowRight'), { ...off, isAskingSide: true })).toEqual({
      type: 'failure',
      side: 'right',
    })
    expect(actionFor(press('Enter'), off)).toEqual({ type: 'next' })
  })

  it('leaves Enter to a focused button', () => {
    expect(actionFor(press('Enter'), { ...onPage, place: 'button' })).toBeNull()
    expect(actionFor(press('Enter'), { ...onPage, place: 'button', isAskingSide: true })).toBeNull()
  })
})

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

  it('sets nothing apart in texts that are the same, and everything beside an empty one', () => {
    expect(compareSides('The same.', 'The same.').left.pieces).toEqual([
      { text: 'The same.', isOnlyHere: false },
    ])
    expect(compareSides('', 'All new.')).toEqual({
      left: { pieces: [], words: 0 },
      right: { pieces: [{ text: 'All new.', isOnlyHere: true }], words: 2 },
    })
  })
})
