import { AsyncLocalStorage } from 'node:async_hooks'
import { EventPublisher } from '@orpc/server'
import { carriedByReply } from '../../shared/contract/depends.ts'
import type { AppEvent, Feature, Job } from '../../shared/contract/jobs.ts'

export type Events = ReturnType<typeof createEvents>

const carriedTo = new AsyncLocalStorage<string | null>()

/** Runs a call of the contract for a window; what it announces is not asked again where its reply carries it. */
export function onBehalfOf<T>(window: string | null, procedure: string, call: () => T): T {
  return carriedTo.run(carriedByReply.has(procedure) ? window : null, call)
}

/** News for every open window: what was written, after the commit, and how far a job is. */
export function createEvents() {
  const publisher = new EventPublisher<{ live: AppEvent }>()
  return {
    /** Takes what was written; whoever listens widens it by what is read from it (`withReaders`). */
    changed: (...written: Feature[]) =>
      publisher.publish('live', {
        type: 'changed',
        features: written,
        carriedTo: carriedTo.getStore() ?? null,
      }),
    progress: (job: Job) => publisher.publish('live', { type: 'progress', job }),
    subscribe: (signal?: AbortSignal) => publisher.subscribe('live', signal ? { signal } : {}),
  }
}
