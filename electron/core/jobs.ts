import { randomUUID } from 'node:crypto'
import type { Job } from '../../shared/contract/jobs.ts'
import { AppError } from '../../shared/errors.ts'
import type { Events } from './events.ts'
import type { Log } from './log.ts'

/** What a running job may do: report steps, and see that it was cancelled. */
export type JobControl = { report: (done: number, total: number) => void; signal: AbortSignal }
type Outcome = Partial<Pick<Job, 'importId' | 'outcome' | 'fileId' | 'fileName'>>

export type Jobs = {
  start: (kind: Job['kind'], run: (control: JobControl) => Promise<Outcome>) => string
  get: (id: string) => Job
  cancel: (id: string) => void
  /** How many are running. */
  count: () => number
  /** Resolves when none is running any more. */
  ended: () => Promise<void>
  /** Cancels everything and waits until it has stopped. */
  close: () => Promise<void>
}

/** Runs long work in the background; progress reaches the windows at most ten times a second. */
export function createJobs(events: Events, log: Log): Jobs {
  const jobs = new Map<string, { job: Job; abort: AbortController; ended: Promise<void> }>()

  const entry = (id: string) => {
    const found = jobs.get(id)
    if (!found) throw new AppError('NOT_FOUND', 'That task has ended. Start it again.')
    return found
  }

  async function ended() {
    await Promise.all([...jobs.values()].map(({ ended }) => ended))
  }

  return {
    start(kind, run) {
      const abort = new AbortController()
      const job: Job = {
        id: randomUUID(),
        kind,
        state: 'running',
        done: 0,
        total: 0,
        message: null,
        importId: null,
        outcome: null,
        fileId: null,
        fileName: null,
      }
      let lastSent = 0
      const report = (done: number, total: number) => {
        Object.assign(job, { done, total })
        const now = performance.now()
        if (now - lastSent < 100) return
        lastSent = now
        events.progress({ ...job })
      }
      const ended = run({ report, signal: abort.signal })
        .then((outcome) => {
          Object.assign(job, outcome, { state: 'done' })
        })
        .catch((error: unknown) => {
          const isExpected = error instanceof AppError
          job.state = isExpected && error.code === 'CANCELLED' ? 'cancelled' : 'failed'
          job.message = isExpected ? error.message : log.unexpected(error)
        })
        .finally(() => events.progress({ ...job }))
      jobs.set(job.id, { job, abort, ended })
      return job.id
    },
    get: (id) => ({ ...entry(id).job }),
    cancel: (id) => entry(id).abort.abort(),
    count: () => [...jobs.values()].filter(({ job }) => job.state === 'running').length,
    ended,
    async close() {
      for (const { abort } of jobs.values()) abort.abort()
      await ended()
    },
  }
}
