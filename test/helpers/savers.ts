import { vi } from 'vitest'
import { createSaver, standing } from '../../renderer/session/saver.ts'

type Patch = { readonly answer?: string; readonly what?: string }
type Stored = { readonly rev: number } & Patch
type Call = { readonly id: number; readonly rev: number; readonly patch: Patch }

const merge = <Known extends Patch>(first: Known, second: Patch): Known => ({ ...first, ...second })

/** A saver over a core that answers only when told to, one call at a time. */
export function saverOver({ keepsRefused = true } = {}) {
  const calls: Call[] = []
  const answers: { resolve: (rev: number) => void; reject: (error: unknown) => void }[] = []
  const onRefused = vi.fn()
  const saver = createSaver<Patch, Stored>({
    async save(id, rev, patch) {
      calls.push({ id, rev, patch })
      const stored = await new Promise<number>((resolve, reject) => answers.push({ resolve, reject }))
      return { stored: { ...patch, rev: stored }, savedAt: `at ${stored}` }
    },
    onRefused,
    merge,
    kindOf: (error) => (error === 'conflict' || error === 'refusal' ? error : 'failure'),
    keepsRefused,
  })
  const settle = () => vi.advanceTimersByTimeAsync(0)
  return {
    saver,
    calls,
    onRefused,
    shown: (id: number) =>
      standing<Stored, Patch, Stored>({ rev: 0 }, id, saver.getState(), merge, keepsRefused),
    async store(rev: number) {
      answers.shift()?.resolve(rev)
      await settle()
    },
    async fail(error: unknown) {
      answers.shift()?.reject(error)
      await settle()
    },
  }
}
