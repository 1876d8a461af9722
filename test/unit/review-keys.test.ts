import { describe, expect, it } from 'vitest'
import {
  actionFor,
  type KeyContext,
  type KeyFacts,
} from '../../renderer/features/reviews/session/review-keys.ts'

const context: KeyContext = {
  place: 'scorecard',
  group: 'standards',
  measure: 'text',
  standardCount: 5,
  issueTypeCount: 0,
  singleKeys: true,
  isDialogOpen: false,
  isLoading: false,
}

function press(combination: string, facts: Partial<KeyFacts> = {}): KeyFacts {
  const parts = combination.split('+')
  const key = parts.at(-1) ?? ''
  return {
    key,
    code: /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`,
    shift: parts.includes('Shift'),
    command: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    isRepeat: false,
    isComposing: false,
    ...facts,
  }
}

describe('the keys of a review', () => {
  it.each([
    ['A', { type: 'all-met' }],
    ['a', { type: 'all-met' }],
    ['1', { type: 'flip', index: 0 }],
    ['5', { type: 'flip', index: 4 }],
    ['Shift+2', { type: 'not-applicable', index: 1 }],
    ['ArrowUp', { type: 'group', by: -1 }],
    ['ArrowDown', { type: 'group', by: 1 }],
    ['ArrowLeft', { type: 'go', by: -1 }],
    ['ArrowRight', { type: 'go', by: 1 }],
    ['Enter', { type: 'finish' }],
    ['Mod+Enter', { type: 'finish' }],
    ['s', { type: 'replace' }],
    ['f', { type: 'flag' }],
    ['n', { type: 'note' }],
    ['v', { type: 'view' }],
    ['r', { type: 'reuse-note' }],
    ['?', { type: 'keys' }],
    ['Mod+z', { type: 'undo' }],
    ['PageDown', { type: 'page', by: 1 }],
    [' ', { type: 'page', by: 1 }],
    ['q', null],
    ['Mod+a', null],
    ['Alt+a', null],
    ['Mod+Shift+z', null],
    ['Tab', null],
  ])('reads %s on the scorecard as %o', (keys, action) => {
    expect(actionFor(press(keys), context)).toEqual(action)
  })

  it.each([
    ['standards', '6', { type: 'ignore' }],
    ['standards', '0', { type: 'ignore' }],
    ['issue', '3', { type: 'issue-type', index: 2 }],
    ['issue', '4', { type: 'ignore' }],
    ['issue', '0', { type: 'more-types' }],
    ['issue', 'Shift+1', { type: 'ignore' }],
    ['satisfaction', '4', { type: 'rate', value: 4 }],
    ['satisfaction', '6', { type: 'ignore' }],
    ['satisfaction', '0', { type: 'ignore' }],
    ['editing', '4', { type: 'ignore' }],
    ['note', '4', { type: 'ignore' }],
  ] as const)('gives a digit the meaning of the active group: %s, %s is %o', (group, keys, action) => {
    expect(actionFor(press(keys), { ...context, group, issueTypeCount: 3 })).toEqual(action)
  })

  it.each(['0', '6'])('lets the digit %s open the minutes field where editing is typed', (digit) => {
    const editing: KeyContext = { ...context, group: 'editing', measure: 'minutes' }
    expect(actionFor(press(digit), editing)).toEqual({ type: 'enter-minutes' })
  })

  it('reads digits by their place on the keyboard, whatever Shift or the layout makes of them', () => {
    const azerty = press('&', { code: 'Digit1' })
    const shifted = press('!', { code: 'Digit1', shift: true })
    const pad = press('4', { code: 'Numpad4' })
    expect([azerty, shifted, pad].map((key) => actionFor(key, context))).toEqual([
      { type: 'flip', index: 0 },
      { type: 'not-applicable', index: 0 },
      { type: 'flip', index: 3 },
    ])
  })

  it('makes a typical output three keys: A, a digit, Enter', () => {
    const actions = [
      actionFor(press('a'), context),
      actionFor(press('4'), { ...context, group: 'satisfaction' }),
      actionFor(press('Enter'), { ...context, group: 'editing' }),
    ]
    expect(actions).toEqual([{ type: 'all-met' }, { type: 'rate', value: 4 }, { type: 'finish' }])
  })

  it.each([
    ['line', 'a', null],
    ['line', '4', null],
    ['line', 'Enter', { type: 'finish' }],
    ['line', 'ArrowDown', { type: 'group', by: 1 }],
    ['line', 'ArrowLeft', null],
    ['line', 'Escape', { type: 'leave-field' }],
    ['line', 'Mod+z', null],
    ['text', 'a', null],
    ['text', 'Enter', null],
    ['text', 'Mod+Enter', { type: 'finish' }],
    ['text', 'ArrowUp', null],
    ['text', 'Escape', { type: 'leave-field' }],
    ['text', '?', null],
    ['radio', 'ArrowLeft', null],
    ['radio', 'ArrowDown', null],
    ['radio', '1', { type: 'flip', index: 0 }],
    ['radio', 'Enter', { type: 'finish' }],
    ['radio', ' ', null],
    ['button', 'Enter', null],
    ['button', ' ', null],
    ['button', 'a', { type: 'all-met' }],
    ['reading', 'ArrowDown', null],
    ['reading', ' ', null],
    ['reading', 'a', { type: 'all-met' }],
    ['elsewhere', 'a', null],
    ['elsewhere', 'Enter', null],
  ] as const)('with the focus on %s, %s is %o', (place, keys, action) => {
    expect(actionFor(press(keys), { ...context, place })).toEqual(action)
  })

  it.each(['a', '1', '?', 's'])('leaves %s alone when single keys are switched off', (keys) => {
    expect(actionFor(press(keys), { ...context, singleKeys: false })).toBeNull()
  })

  it('keeps the keys that write nothing when single keys are switched off', () => {
    expect(actionFor(press('Enter'), { ...context, singleKeys: false })).toEqual({ type: 'finish' })
  })

  it.each(['a', 'Enter', 'Mod+Enter', 'ArrowRight'])('leaves %s to an open dialog', (keys) => {
    expect(actionFor(press(keys), { ...context, isDialogOpen: true })).toBeNull()
  })

  it.each(['a', 'Enter', '1', 'ArrowRight'])('swallows %s while loading', (keys) => {
    expect(actionFor(press(keys), { ...context, isLoading: true })).toEqual({ type: 'ignore' })
  })

  it.each([
    ['scorecard', 'Enter', { type: 'ignore' }],
    ['scorecard', 'ArrowRight', { type: 'ignore' }],
    ['scorecard', 'a', { type: 'ignore' }],
    ['button', 'Enter', { type: 'ignore' }],
    ['line', 'Enter', { type: 'ignore' }],
    ['line', '5', null],
    ['scorecard', 'PageDown', { type: 'page', by: 1 }],
  ] as const)('on %s, %s held down is %o, so no output is skipped unseen', (place, keys, action) => {
    expect(actionFor(press(keys, { isRepeat: true }), { ...context, place })).toEqual(action)
  })

  it('leaves keys to an input method that is composing', () => {
    expect(actionFor(press('a', { isComposing: true }), context)).toBeNull()
  })
})
