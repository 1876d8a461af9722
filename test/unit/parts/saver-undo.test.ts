import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { saverOver } from '../../helpers/savers.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('an undo beside the saves', () => {
  /** An undo that the core answers only when told to; it leaves the thing unanswered. */
  function undoOver({ saver }: ReturnType<typeof saverOver>) {
    const answers: { resolve: (rev: number) => void; reject: (error: unknown) => void }[] = []
    const settle = () => vi.advanceTimersByTimeAsync(0)
    return {
      asked: () => answers.length,
      press: () =>
        saver.ask(async () => {
          const rev = await new Promise<number>((resolve, reject) => answers.push({ resolve, reject }))
          saver.take(1, { rev })
        }),
      async answer(rev: number) {
        answers.at(-1)?.resolve(rev)
        await settle()
      },
      async fail(error: unknown) {
        answers.at(-1)?.reject(error)
        await settle()
      },
      settle,
    }
  }

  it('is asked after the save on its way and after what waits behind it, so that it takes back the last', async () => {
    const session = saverOver()
    const undo = undoOver(session)
    session.saver.choose(1, { answer: 'yes' })
    session.saver.type(1, { what: 'typed' })
    void undo.press()
    await session.store(1)
    expect([undo.asked(), session.calls.length]).toEqual([0, 2])
    await session.store(2)
    expect(undo.asked()).toBe(1)
    await undo.answer(3)
    expect(session.shown(1)).toEqual({ rev: 3 })
    // The news of the save, come late.
    session.saver.know(1, 2)
    expect(session.saver.revOf(1)).toBe(3)
  })

  it('holds what is said meanwhile, and stores it in order on what the undo left', async () => {
    const session = saverOver()
    const undo = undoOver(session)
    session.saver.know(1, 4)
    void undo.press()
    await undo.settle()
    session.saver.choose(1, { answer: 'no' })
    session.saver.type(1, { what: 'why' })
    await vi.advanceTimersByTimeAsync(2000)
    const settled = session.saver.settle()
    expect(session.calls).toEqual([])
    expect(session.shown(1)).toMatchObject({ answer: 'no', what: 'why' })
    await undo.answer(5)
    expect(session.calls).toEqual([{ id: 1, rev: 5, patch: { answer: 'no' } }])
    await session.store(6)
    await session.store(7)
    await expect(settled).resolves.toBe(true)
    expect(session.calls[1]).toEqual({ id: 1, rev: 6, patch: { what: 'why' } })
    expect(session.saver.getState().refused).toBeNull()
  })

  it('waits for an undo before it', async () => {
    const session = saverOver()
    const undo = undoOver(session)
    void undo.press()
    await undo.settle()
    void undo.press()
    await undo.settle()
    expect(undo.asked()).toBe(1)
    await undo.answer(1)
    expect(undo.asked()).toBe(2)
    await undo.answer(2)
    expect(session.saver.revOf(1)).toBe(2)
  })

  it('is not asked where something cannot be stored; where it fails, the saves go on', async () => {
    const session = saverOver()
    const undo = undoOver(session)
    session.saver.choose(1, { answer: 'yes' })
    const first = undo.press()
    await session.fail('no answer')
    await first
    expect(undo.asked()).toBe(0)
    session.saver.retry()
    await session.store(1)
    const second = undo.press()
    const failed = expect(second).rejects.toBe('nothing left')
    await undo.settle()
    session.saver.choose(1, { answer: 'no' })
    await undo.fail('nothing left')
    await failed
    expect(session.calls.at(-1)).toEqual({ id: 1, rev: 1, patch: { answer: 'no' } })
  })
})
