import { setTimeout as sleep } from 'node:timers/promises'
import type { RunState } from './repository.ts'

/** How a run ends, and why in words. */
export type RunEnd = { state: RunState; message: string | null }

export type RunControl = ReturnType<typeof createRunControl>

/** What one run of a test listens to: whether to go on, and from when. Times are of a clock that is never set. */
export function createRunControl() {
  const halted = new AbortController()
  const cut = new AbortController()
  let end: RunEnd | null = null
  let notBefore = 0

  /** Resolves early when the run ends. */
  async function pause(milliseconds: number) {
    await sleep(milliseconds, undefined, { signal: halted.signal }).catch(() => {})
  }

  return {
    /** Aborts the answers that are on their way. */
    cut: cut.signal,
    end: () => end,
    /** No new calls; the answers on their way come in. The first reason stands. */
    halt(reason: RunEnd) {
      end ??= reason
      halted.abort()
    },
    /** No new calls, and the answers on their way are given up. This reason stands. */
    stop(reason: RunEnd) {
      end = reason
      halted.abort()
      cut.abort()
    },
    pause,
    /** No call of this run before so many milliseconds have passed. */
    holdFor(milliseconds: number) {
      notBefore = Math.max(notBefore, performance.now() + milliseconds)
    },
    /** Resolves when a call may be made, or the run has ended. */
    async gate() {
      while (end === null && notBefore > performance.now()) await pause(notBefore - performance.now())
    },
    /** While the provider asks to wait; null otherwise. */
    heldMs: () => (end === null && notBefore > performance.now() ? notBefore - performance.now() : null),
  }
}
