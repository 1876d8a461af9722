import type { QueryClient } from '@tanstack/react-query'
import { withReaders } from '../../shared/contract/depends.ts'
import type { AppEvent } from '../../shared/contract/jobs.ts'
import { client, orpc, windowId } from './client.ts'

const retryAfterMs = 1000

/** Follows the core's live news until stopped: what changed is asked again, progress lands in its query. */
export function followEvents(queryClient: QueryClient): () => void {
  const stop = new AbortController()
  void follow(queryClient, stop.signal)
  return () => stop.abort()
}

async function follow(queryClient: QueryClient, signal: AbortSignal): Promise<void> {
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    try {
      const news = await client.events.live(undefined, { signal })
      // While nobody listened, anything may have changed.
      if (!isFirst) await queryClient.invalidateQueries()
      for await (const event of news) apply(queryClient, event)
    } catch {
      // What broke the stream also shows in the connection, which the shell tells the owner about.
    }
    await new Promise((resolve) => setTimeout(resolve, retryAfterMs))
  }
}

function apply(queryClient: QueryClient, event: AppEvent): void {
  if (event.type === 'progress') {
    queryClient.setQueryData(orpc.jobs.get.queryKey({ input: { id: event.job.id } }), event.job)
    return
  }
  // What the reply carried is on screen already; it is only asked again when it is shown anew.
  const refetchType = event.carriedTo === windowId ? 'none' : 'active'
  for (const feature of withReaders(event.features)) {
    void queryClient.invalidateQueries({ queryKey: orpc[feature].key(), refetchType })
  }
}
