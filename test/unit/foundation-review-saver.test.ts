import { describe, expect, it, vi } from 'vitest'
import type { CardSaid } from '../../renderer/features/foundation-reviews/session/card-said.ts'
import { createSaver } from '../../renderer/session/saver.ts'
import type { ReviewCard } from '../../shared/contract/foundation-reviews.ts'

const said = (what: string): CardSaid => ({ answer: 'change', what, who: '', dueOn: null, isParked: false })

type Call = { sectionId: number; rev: number; what: string }

const conflict = new Error('conflict')
const refusal = new Error('refusal')

/** A saver over a core that answers only when told to, one call at a time. */
function saverOver() {
  const calls: Call[] = []
  const answers: { resolve: (card: ReviewCard) => void; reject: (error: unknown) => void }[] = []
  const onConflict = vi.fn()
  const saver = createSaver<CardSaid, ReviewCard>({
    revOf: ({ rev }) => rev,
    save: (sectionId, rev, { what }) => {
      calls.push({ sectionId, rev, what })
      return new Promise((resolve, reject) => answers.push({ resolve, reject }))
    },
    onSaved: () => undefined,
    onConflict,
    kindOf: (error) => (error === conflict ? 'conflict' : error === refusal ? 'refusal' : 'failure'),
    now: () => '2026-11-21T14:02:00Z',
  })
  const settle = () => new Promise((resolve) => setTimeout(resolve))
  return {
    saver,
    calls,
    onConflict,
    async store(rev: number) {
      answers.shift()?.resolve({ rev } as ReviewCard)
      await settle()
    },
    async fail(error: unknown) {
      answers.shift()?.reject(error)
      await settle()
    },
  }
}

describe('saving what is said of sections', () => {
  it('stores a choice at once, one after the other, each on the revision of the one before', async () => {
    const { saver, calls, store } = saverOver()
    saver.know(1, 4)
    saver.change(1, said('a'), false)
    saver.change(1, said('b'), false)
    saver.change(2, said('c'), false)
    expect(calls).toEqual([{ sectionId: 1, rev: 4, what: 'a' }])
    await store(5)
    await store(6)
    await store(1)
    expect(calls.slice(1)).toEqual([
      { sectionId: 1, rev: 5, what: 'b' },
      { sectionId: 2, rev: 0, what: 'c' },
    ])
    expect(saver.getState()).toMatchObject({
      isSaving: false,
      savedAt: '2026-11-21T14:02:00Z',
      failure: null,
    })
    await expect(saver.settle()).resolves.toBe(true)
  })

  it('waits with typing until it pauses, the field is left or another section is opened', async () => {
    vi.useFakeTimers()
    const { saver, calls } = saverOver()
    saver.change(1, said('N'), true)
    saver.change(1, said('Ne'), true)
    expect(calls).toEqual([])
    vi.advanceTimersByTime(400)
    expect(calls).toEqual([{ sectionId: 1, rev: 0, what: 'Ne' }])
    saver.change(2, said('other'), true)
    saver.flush()
    expect(saver.getState().local.get(2)).toEqual(said('other'))
    vi.useRealTimers()
  })

  it('keeps on screen what could not be stored, says why, and stores it when asked again', async () => {
    const { saver, calls, fail, store } = saverOver()
    saver.change(1, said('a'), false)
    const broken = new Error('silent')
    await fail(broken)
    expect(saver.getState()).toMatchObject({ failure: broken, isSaving: false })
    expect(saver.getState().local.get(1)).toEqual(said('a'))
    saver.retry()
    await store(1)
    expect(saver.getState().failure).toBeNull()
    expect(calls).toHaveLength(2)
  })

  it('stores nothing more of a section that another window answered until one answer is chosen', async () => {
    const { saver, calls, fail, store, onConflict } = saverOver()
    saver.change(1, said('mine'), false)
    await fail(conflict)
    expect(onConflict).toHaveBeenCalledOnce()
    expect(saver.getState().refused).toEqual({ id: 1, error: conflict, isConflict: true })
    saver.know(1, 9)
    saver.change(1, said('mine too'), false)
    expect(calls).toHaveLength(1)
    await expect(saver.settle()).resolves.toBe(false)
    saver.keepMine(1, 9)
    expect(calls[1]).toEqual({ sectionId: 1, rev: 9, what: 'mine too' })
    await store(10)
    expect(saver.getState().refused).toBeNull()
  })

  it('drops what was said here for what is stored when that is chosen', async () => {
    const { saver, fail } = saverOver()
    saver.change(1, said('mine'), false)
    await fail(conflict)
    saver.takeStored(1, 9)
    expect(saver.getState()).toMatchObject({ refused: null, local: new Map() })
  })

  it('lets the others pass where one is refused, and tries it again once it was changed', async () => {
    const { saver, calls, fail, store } = saverOver()
    saver.change(1, said('left'), false)
    saver.change(2, said('fine'), false)
    await fail(refusal)
    await store(1)
    expect(saver.getState().refused).toEqual({ id: 1, error: refusal, isConflict: false })
    saver.change(1, said('here'), false)
    await store(1)
    expect(saver.getState().refused).toBeNull()
    expect(calls.map(({ what }) => what)).toEqual(['left', 'fine', 'here'])
  })

  it('shows what another window stored, unless something said here is on its way', async () => {
    const { saver, store } = saverOver()
    saver.know(1, 1)
    saver.change(1, said('a'), false)
    saver.know(1, 5)
    expect(saver.getState().local.has(1)).toBe(true)
    await store(2)
    saver.know(1, 5)
    expect(saver.getState().local.has(1)).toBe(false)
  })
})
