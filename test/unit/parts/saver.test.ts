import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mergePatches, withPatch } from '../../../renderer/features/reviews/session/review-steps.ts'
import type { Mark } from '../../../shared/contract/reviews/item-state.ts'
import { saverOver } from '../../helpers/savers.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('saving what is said in a session', () => {
  it('sends one request for each choice, in order, each on the revision the one before made', async () => {
    const { saver, calls, store } = saverOver()
    saver.know(1, 4)
    saver.choose(1, { answer: 'yes' })
    saver.choose(1, { answer: 'no' })
    saver.choose(2, { answer: 'yes' })
    expect(calls).toEqual([{ id: 1, rev: 4, patch: { answer: 'yes' } }])
    await store(5)
    await store(6)
    expect(calls.slice(1)).toEqual([
      { id: 1, rev: 5, patch: { answer: 'no' } },
      { id: 2, rev: 0, patch: { answer: 'yes' } },
    ])
    expect(saver.getState()).toMatchObject({ savedAt: 'at 6', failure: null })
    await store(1)
    expect(saver.getState().pending).toEqual([])
    await expect(saver.settle()).resolves.toBe(true)
  })

  it('says saved only after the answer', async () => {
    const { saver, store } = saverOver()
    saver.choose(1, { answer: 'yes' })
    expect(saver.getState().savedAt).toBeNull()
    await store(2)
    expect(saver.getState().savedAt).toBe('at 2')
  })

  it('shows typing at once, and stores it when it pauses, the field is left or something else is said', async () => {
    const { saver, calls, shown, store } = saverOver()
    saver.type(1, { what: 'N' })
    saver.type(1, { what: 'Ne' })
    expect(shown(1)).toMatchObject({ what: 'Ne' })
    expect(calls).toEqual([])
    await vi.advanceTimersByTimeAsync(400)
    expect(calls.map(({ patch }) => patch)).toEqual([{ what: 'Ne' }])
    await store(1)
    saver.type(1, { what: 'New' })
    saver.choose(1, { answer: 'yes' })
    await store(2)
    await store(3)
    expect(calls.slice(1).map(({ patch }) => patch)).toEqual([{ what: 'New' }, { answer: 'yes' }])
    saver.type(1, { what: 'New p' })
    saver.type(2, { what: 'other' })
    expect(calls.at(-1)).toEqual({ id: 1, rev: 3, patch: { what: 'New p' } })
    saver.flush()
    await store(4)
    expect(calls.at(-1)).toEqual({ id: 2, rev: 0, patch: { what: 'other' } })
  })

  it('keeps typing that goes on while an answer is on its way', async () => {
    const { saver, calls, shown, store } = saverOver()
    saver.choose(1, { answer: 'no' })
    saver.type(1, { what: 'Pri' })
    await store(1)
    expect(shown(1)).toMatchObject({ answer: 'no', what: 'Pri' })
    expect(calls).toHaveLength(1)
    const settled = saver.settle()
    await store(2)
    await expect(settled).resolves.toBe(true)
    expect(calls[1]).toEqual({ id: 1, rev: 1, patch: { what: 'Pri' } })
  })

  it('keeps a choice that failed, holds the ones behind it and sends both again on retry', async () => {
    const { saver, calls, shown, store, fail } = saverOver()
    saver.choose(1, { what: 'first' })
    saver.choose(1, { what: 'second' })
    const settled = saver.settle()
    await fail('no answer')
    await expect(settled).resolves.toBe(false)
    expect(saver.getState().failure).toBe('no answer')
    expect(shown(1)).toMatchObject({ what: 'second' })
    saver.retry()
    await store(1)
    await store(2)
    expect(calls.map(({ patch }) => patch.what)).toEqual(['first', 'first', 'second'])
    expect(saver.getState()).toMatchObject({ pending: [], failure: null })
  })

  it('does not take over a newer revision while a choice made on the older one is on its way', () => {
    const { saver } = saverOver()
    saver.know(1, 4)
    saver.type(1, { what: 'typed here' })
    saver.know(1, 9)
    expect(saver.revOf(1)).toBe(4)
  })

  it('merges patches of an output mark by mark, the later one winning', () => {
    const mark = (standardId: number, note: string): Mark => ({
      ...{ standardId, verdict: 'not_met', issueType: null, section: null, sectionId: null, note },
    })
    const first = { marks: [mark(1, 'a'), mark(2, 'b')], note: 'x' }
    expect(mergePatches(first, { marks: [mark(2, 'c')], isFlagged: true })).toEqual({
      ...{ marks: [mark(1, 'a'), mark(2, 'c')], note: 'x', isFlagged: true },
    })
    expect(withPatch({ marks: [mark(1, 'a')] } as never, { marks: [mark(1, 'b')] })).toMatchObject({
      marks: [mark(1, 'b')],
    })
  })
})

describe('what another window was first with', () => {
  it('stays on screen, and nothing more of it is stored until one of the two is chosen', async () => {
    const { saver, calls, shown, fail, store, onRefused } = saverOver()
    saver.choose(1, { answer: 'mine' })
    await fail('conflict')
    expect(onRefused).toHaveBeenCalledExactlyOnceWith(1)
    expect(saver.getState().refused).toMatchObject({ id: 1, error: 'conflict', isConflict: true })
    saver.know(1, 9)
    saver.type(1, { what: 'mine too' })
    await vi.advanceTimersByTimeAsync(400)
    expect(calls).toHaveLength(1)
    expect(shown(1)).toMatchObject({ answer: 'mine', what: 'mine too' })
    await expect(saver.settle()).resolves.toBe(false)
    saver.keepMine(1, 9)
    expect(calls[1]).toEqual({ id: 1, rev: 9, patch: { answer: 'mine', what: 'mine too' } })
    await store(10)
    expect(saver.getState().refused).toBeNull()
  })

  it('gives way to what is stored when that is chosen', async () => {
    const { saver, calls, shown, fail } = saverOver()
    saver.choose(1, { answer: 'mine' })
    await fail('conflict')
    saver.takeStored(1, 9)
    expect(shown(1)).toEqual({ rev: 0 })
    expect(saver.revOf(1)).toBe(9)
    expect(calls).toHaveLength(1)
  })

  it('is handed back whole where it is not kept on screen, and the others go on', async () => {
    const { saver, calls, shown, store, fail } = saverOver({ keepsRefused: false })
    saver.choose(1, { what: 'typed here' })
    saver.choose(2, { answer: 'yes' })
    saver.choose(1, { answer: 'no' })
    await fail('conflict')
    await store(1)
    expect(saver.getState().refused?.patch).toEqual({ what: 'typed here', answer: 'no' })
    expect(shown(1)).toEqual({ rev: 0 })
    expect(calls.map(({ id }) => id)).toEqual([1, 2])
    saver.know(1, 9)
    expect(saver.revOf(1)).toBe(9)
    await expect(saver.settle()).resolves.toBe(true)
  })
})

describe('what the core refuses', () => {
  it('lets the others pass, stays on screen and goes along with the next word', async () => {
    const { saver, calls, shown, fail, store } = saverOver()
    saver.choose(1, { what: 'left' })
    saver.choose(2, { what: 'fine' })
    await fail('refusal')
    await store(1)
    expect(saver.getState().refused).toMatchObject({ id: 1, isConflict: false })
    expect(shown(1)).toMatchObject({ what: 'left' })
    saver.choose(1, { answer: 'yes' })
    await store(1)
    expect(saver.getState().refused).toBeNull()
    expect(calls.at(-1)?.patch).toEqual({ what: 'left', answer: 'yes' })
  })
})
