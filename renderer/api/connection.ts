import { useSyncExternalStore } from 'react'

/** Whether the core answers: `silent` while it does not, `signed-out` when it no longer knows this page. */
export type Connection = 'answering' | 'silent' | 'signed-out'

let current: Connection = 'answering'
const listeners = new Set<() => void>()

/** Records what the last request met. */
export function noteConnection(next: Connection): void {
  if (next === current) return
  current = next
  for (const listener of listeners) listener()
}

/** Follows the connection. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => current)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
