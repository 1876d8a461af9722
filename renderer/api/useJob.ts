import { skipToken, useQuery } from '@tanstack/react-query'
import type { Job } from '../../shared/contract/jobs.ts'
import { orpc } from './client.ts'

/** A job as it runs, kept current by the live events; undefined until it is known. */
export function useJob(jobId: string | null): Job | undefined {
  return useQuery(
    orpc.jobs.get.queryOptions({
      input: jobId === null ? skipToken : { id: jobId },
      // An answer given while it ran can arrive after the news that it has ended.
      structuralSharing: (known, fetched) => (hasEnded(known as Job | undefined) ? known : fetched) as Job,
    }),
  ).data
}

const hasEnded = (job: Job | undefined) => job !== undefined && job.state !== 'running'
