import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraftSaver, type Wording } from '../../../renderer/parts/saving/draft-saver.ts'
import type { Draft } from '../../../shared/contract/documents.ts'

const wordingOf = (text: string): Wording => ({ text, sectionIds: [] })
const draftOf = (text: string, rev: number): Draft => ({ text, sectionIds: [], rev, savedAt: `saved ${rev}` })

/** A saver on a store that keeps one draft and refuses a save on any other revision. */
function setUp(stored: Draft | null = null) {
  const store = { draft: stored, isAnswering: true, saves: [] as string[] }
  const saver = createDraftSaver({
    draft: stored,
    isConflict: (error) => error === 'conflict',
    save: async ({ text }, rev) => {
      if (!store.isAnswering) throw 'silent'
      if ((store.draft?.rev ?? null) !== rev) throw 'conflict'
      store.saves.push(text)
      store.draft = draftOf(text, (rev ?? 0) + 1)
      return store.draft
    },
  })
  return { store, saver }
}

describe('a draft while it is written', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is stored 400 ms after the last key, each save on the revision of the one before', async () => {
    const { store, saver } = setUp()
    saver.change(wordingOf('a'))
    await vi.advanceTimersByTimeAsync(399)
    saver.change(wordingOf('ab'))
    await vi.advanceTimersByTimeAsync(400)
    saver.change(wordingOf('abc'))
    await vi.advanceTimersByTimeAsync(400)
    expect(store.saves).toEqual(['ab', 'abc'])
    expect(saver.getState()).toEqual({ savedAt: 'saved 2', failure: null, isConflict: false })
  })

  it('keeps what could not be stored, and stores it when asked again', async () => {
    const { store, saver } = setUp()
    store.isAnswering = false
    saver.change(wordingOf('kept'))
    expect(await saver.settle()).toBe(false)
    expect(saver.getState()).toEqual({ savedAt: null, failure: 'silent', isConflict: false })
    store.isAnswering = true
    expect(await saver.settle()).toBe(true)
    expect(store.saves).toEqual(['kept'])
  })

  it('stores nothing over another window’s draft until that is chosen', async () => {
    const { store, saver } = setUp(draftOf('first', 1))
    store.draft = draftOf('theirs', 4)
    saver.change(wordingOf('mine'))
    expect(await saver.settle()).toBe(false)
    saver.change(wordingOf('mine, more'))
    await vi.advanceTimersByTimeAsync(400)
    expect(saver.getState().isConflict).toBe(true)
    expect(saver.adopt(store.draft)).toBe(false)
    await saver.keepMine(4)
    expect(store.draft).toEqual(draftOf('mine, more', 5))
  })

  it('drops what was typed where the other wording is chosen', async () => {
    const { store, saver } = setUp(draftOf('first', 1))
    store.draft = draftOf('theirs', 4)
    saver.change(wordingOf('mine'))
    await saver.settle()
    saver.drop(store.draft)
    expect(await saver.settle()).toBe(true)
    expect(store.saves).toEqual([])
    saver.change(wordingOf('on theirs'))
    expect(await saver.settle()).toBe(true)
    expect(store.draft).toEqual(draftOf('on theirs', 5))
  })

  it('takes over what another window stored, but never an older answer or while something is typed', () => {
    const { saver } = setUp(draftOf('second', 2))
    expect(saver.adopt(draftOf('first', 1))).toBe(false)
    expect(saver.adopt(draftOf('third', 3))).toBe(true)
    saver.change(wordingOf('typing'))
    expect(saver.adopt(draftOf('fourth', 4))).toBe(false)
  })
})
