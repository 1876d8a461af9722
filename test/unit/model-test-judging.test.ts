import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { compareSides } from '../../renderer/features/model-tests/compare/comparison.ts'
import {
  actionFor,
  type JudgeAction,
  type KeyFacts,
} from '../../renderer/features/model-tests/compare/judge-keys.ts'
import {
  popped,
  pushed,
  restored,
  type Said,
  type Undoable,
  withFailureTurned,
} from '../../renderer/features/model-tests/compare/judgement.ts'
import { createSaver } from '../../renderer/session/saver.ts'
import type { Pair } from '../../shared/contract/model-tests/compare.ts'

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

describe('taking back', () => {
  it('gives back the verdict and the marks, with the note typed since', () => {
    const now: Said = { verdict: 'left', leftFails: true, rightFails: false, note: 'The price is wrong.' }
    expect(restored(now, { ...nothingSaid, verdict: 'equal' })).toEqual({
      verdict: 'equal',
      leftFails: false,
      rightFails: false,
      note: 'The price is wrong.',
    })
  })

  it('takes back the last thing first, across pairs, and keeps a hundred', () => {
    const undoable = (pairId: number): Undoable => ({ pairId, label: 'About equal', former: nothingSaid })
    const stack = Array.from({ length: 120 }, (_, index) => undoable(index)).reduce<readonly Undoable[]>(
      pushed,
      [],
    )
    expect(stack).toHaveLength(100)
    expect(popped(stack)).toEqual({ last: undoable(119), rest: stack.slice(0, -1) })
    expect(popped([])).toEqual({ last: null, rest: [] })
  })

  it('marks a side as a failure, and takes the mark away', () => {
    const marked = withFailureTurned(nothingSaid, 'right')
    expect(marked).toEqual({ ...nothingSaid, rightFails: true })
    expect(withFailureTurned(marked, 'right')).toEqual(nothingSaid)
    expect(withFailureTurned(marked, 'left')).toEqual({ ...nothingSaid, leftFails: true, rightFails: true })
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

describe('storing what is said of a pair', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** A store that answers as the core does, or as it is told. */
  function aSaver() {
    const sent: { pairId: number; rev: number; said: Said }[] = []
    let trouble: 'conflict' | 'refusal' | 'failure' | null = null
    const saver = createSaver<Said, { pair: Pair }>({
      revOf: ({ pair }) => pair.rev,
      save: async (pairId, rev, said) => {
        sent.push({ pairId, rev, said })
        if (trouble) throw new Error(trouble)
        return { pair: { id: pairId, rev: rev + 1, ...said } as Pair }
      },
      onSaved: () => undefined,
      onConflict: () => undefined,
      kindOf: (error) => (error as Error).message as 'conflict' | 'refusal' | 'failure',
      now: () => '2026-11-21T10:41:00Z',
    })
    saver.know(1, 3)
    return { saver, sent, say: (next: typeof trouble) => (trouble = next) }
  }
  const left: Said = { ...nothingSaid, verdict: 'left' }
  const right: Said = { ...nothingSaid, verdict: 'right' }

  it('stores a verdict at once, each on the revision of the one before', async () => {
    const { saver, sent } = aSaver()
    saver.change(1, left, false)
    expect(saver.getState()).toMatchObject({ isSaving: true, savedAt: null })
    await saver.settle()
    saver.change(1, right, false)
    await saver.settle()
    expect(sent).toEqual([
      { pairId: 1, rev: 3, said: left },
      { pairId: 1, rev: 4, said: right },
    ])
    expect(saver.getState()).toMatchObject({ isSaving: false, savedAt: '2026-11-21T10:41:00Z' })
  })

  it('stores a note once the typing pauses', async () => {
    const { saver, sent } = aSaver()
    saver.change(1, { ...left, note: 'Pri' }, true)
    saver.change(1, { ...left, note: 'Price' }, true)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(400)
    expect(sent).toEqual([{ pairId: 1, rev: 3, said: { ...left, note: 'Price' } }])
  })

  it('keeps on screen what could not be stored, says why, and stores it when asked again', async () => {
    const { saver, sent, say } = aSaver()
    say('failure')
    saver.change(1, left, false)
    expect(await saver.settle()).toBe(false)
    expect(saver.getState()).toMatchObject({ failure: new Error('failure'), savedAt: null })
    expect(saver.getState().local.get(1)).toEqual(left)
    say(null)
    saver.retry()
    expect(await saver.settle()).toBe(true)
    expect(sent).toHaveLength(2)
    expect(saver.getState()).toMatchObject({ failure: null, savedAt: '2026-11-21T10:41:00Z' })
  })

  it('asks whose verdict counts when another window judged first', async () => {
    const { saver, sent, say } = aSaver()
    say('conflict')
    saver.change(1, left, false)
    expect(await saver.settle()).toBe(false)
    expect(saver.getState().refused).toMatchObject({ id: 1, isConflict: true })
    saver.know(1, 8)
    expect(saver.getState().local.get(1)).toEqual(left)
    say(null)
    saver.keepMine(1, 8)
    expect(await saver.settle()).toBe(true)
    expect(sent.at(-1)).toEqual({ pairId: 1, rev: 8, said: left })
  })

  it('drops what was said here for the other verdict', async () => {
    const { saver, sent, say } = aSaver()
    say('conflict')
    saver.change(1, left, false)
    await saver.settle()
    saver.takeStored(1, 8)
    expect(saver.getState()).toMatchObject({ refused: null })
    expect(saver.getState().local.has(1)).toBe(false)
    expect(sent).toHaveLength(1)
  })

  it('shows what another window stored where nothing was said here since', async () => {
    const { saver } = aSaver()
    saver.change(1, left, false)
    await saver.settle()
    saver.know(1, 9)
    expect(saver.getState().local.has(1)).toBe(false)
  })
})
