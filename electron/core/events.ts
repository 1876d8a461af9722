import { EventPublisher } from '@orpc/server'
import type { AppEvent, Feature, Job } from '../../shared/contract/jobs.ts'

export type Events = ReturnType<typeof createEvents>

/** News for every open window: what changed, after the commit, and how far a job is. */
export function createEvents() {
  const publisher = new EventPublisher<{ live: AppEvent }>()
  return {
    changed: (...features: Feature[]) => publisher.publish('live', { type: 'changed', features }),
    progress: (job: Job) => publisher.publish('live', { type: 'progress', job }),
    subscribe: (signal?: AbortSignal) => publisher.subscribe('live', signal ? { signal } : {}),
  }
}
