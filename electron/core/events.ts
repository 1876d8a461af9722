import { EventPublisher } from '@orpc/server'
import { withReaders } from '../../shared/contract/depends.ts'
import type { AppEvent, Feature, Job } from '../../shared/contract/jobs.ts'

export type Events = ReturnType<typeof createEvents>

/** News for every open window: whose answers changed, after the commit, and how far a job is. */
export function createEvents() {
  const publisher = new EventPublisher<{ live: AppEvent }>()
  return {
    /** Takes what was written; those whose answers are read from it are told along. */
    changed: (...written: Feature[]) =>
      publisher.publish('live', { type: 'changed', features: withReaders(written) }),
    progress: (job: Job) => publisher.publish('live', { type: 'progress', job }),
    subscribe: (signal?: AbortSignal) => publisher.subscribe('live', signal ? { signal } : {}),
  }
}
