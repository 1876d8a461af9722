import { describe, expect, it } from 'vitest'
import { createSaveQueue, mergePatches } from '../../renderer/features/reviews/session/save-queue.ts'
import type { ItemPatch, Mark, ReviewItem, Saved } from '../../shared/contract/reviews.ts'

type Call = { itemId: number; rev: number; patch: ItemPatch }

const item = (id: number, rev: number): ReviewItem => ({
  id,
  rev,
  position: id,
  marks: [],
  satisfaction: null,
  ratedBy: 'reviewer',
  editMinutes: null,
  minutesSource: null,
  isFlagged: false,
  note: '',
  isDone: false,
  editing: null,
  wordsChanged: null,
  wordsLonger: null,
  output: {
    id,
    request: null,
    aiText: '',
    finalText: null,
    occurredOn: null,
    externalId: null,
    person: null,
    copies: 1,
  },
})

/** A queue over a core that answers only when told to, one call at a time. */
function queueOver() {
  const calls: Call[] = []
  const answers: { resolve: (saved: Saved) => void; reject: (error: unknown) => void }[] = []
  const queue = createSaveQueue({
    save: (call) => {
      calls.push(call)
      return new Promise((resolve, reject) => answers.push({ resolve, reject }))
    },
    onSaved: () => {},
    onRefused: () => {},
    isRefusal: (error) => error === 'refused',
  })
  const store = async (id: number, rev: number) => {
    answers.shift()?.resolve({ item: item(id, rev), undoLabel: null, savedAt: `at ${rev}` })
    await new Promise(setImmediate)
  }
  const fail = async (error: unknown) => {
    answers.shift()?.reject(error)
    await new Promise(setImmediate)
  }
  return { queue, calls, store, fail }
}

describe('saving choices', () => {
  it('sends one at a time, in order, each with the revision the last one made', async () => {
    const { queue, calls, store } = queueOver()
    queue.know(1, 4)
    queue.push(1, { satisfaction: 3 })
    queue.push(1, { satisfaction: 4 })
    expect(calls).toHaveLength(1)
    await store(1, 5)
    await store(1, 6)
    expect(calls).toEqual([
      { itemId: 1, rev: 4, patch: { satisfaction: 3 } },
      { itemId: 1, rev: 5, patch: { satisfaction: 4 } },
    ])
    expect(queue.getState()).toMatchObject({ pending: [], savedAt: 'at 6', failure: null })
  })

  it('says saved only after the answer', async () => {
    const { queue, store } = queueOver()
    queue.push(1, { isFlagged: true })
    expect(queue.getState().savedAt).toBeNull()
    await store(1, 2)
    expect(queue.getState().savedAt).toBe('at 2')
  })

  it('keeps a choice that failed, holds the ones behind it and sends both again on retry', async () => {
    const { queue, calls, store, fail } = queueOver()
    queue.push(1, { note: 'first' })
    queue.push(1, { note: 'second' })
    await fail('no answer')
    expect(queue.getState().failure).toBe('no answer')
    expect(queue.getState().pending.map(({ patch }) => patch)).toEqual([
      { note: 'first' },
      { note: 'second' },
    ])
    queue.retry()
    await store(1, 1)
    await store(1, 2)
    expect(calls.map(({ patch }) => patch.note)).toEqual(['first', 'first', 'second'])
    expect(queue.getState()).toMatchObject({ pending: [], failure: null })
  })

  it('hands back all that was said of an output another window had changed, and goes on with the others', async () => {
    const { queue, calls, store, fail } = queueOver()
    queue.push(1, { note: 'typed here' })
    queue.push(2, { satisfaction: 5 })
    queue.push(1, { isFlagged: true })
    await fail('refused')
    await store(2, 1)
    expect(queue.getState().refused).toEqual({
      itemId: 1,
      error: 'refused',
      patch: { note: 'typed here', isFlagged: true },
    })
    expect(calls.map(({ itemId }) => itemId)).toEqual([1, 2])
    expect(queue.getState().pending).toEqual([])
  })

  it('does not take over a newer revision while a choice made on the older one is on its way', () => {
    const { queue } = queueOver()
    queue.know(1, 4)
    queue.push(1, { satisfaction: 3 })
    queue.know(1, 9)
    expect(queue.revOf(1)).toBe(4)
  })

  it('settles when nothing waits any more', async () => {
    const { queue, store, fail } = queueOver()
    expect(await queue.settle()).toBe(true)
    queue.push(1, { satisfaction: 3 })
    const settled = queue.settle()
    await store(1, 1)
    expect(await settled).toBe(true)
    queue.push(1, { satisfaction: 4 })
    const failed = queue.settle()
    await fail('no answer')
    expect(await failed).toBe(false)
  })

  it('merges patches mark by mark, the later one winning', () => {
    const mark = (standardId: number, note: string): Mark => ({
      standardId,
      verdict: 'not_met',
      issueType: null,
      section: null,
      sectionId: null,
      note,
    })
    expect(
      mergePatches(
        { marks: [mark(1, 'a'), mark(2, 'b')], note: 'x' },
        { marks: [mark(2, 'c')], isFlagged: true },
      ),
    ).toEqual({ marks: [mark(1, 'a'), mark(2, 'c')], note: 'x', isFlagged: true })
  })
})
