import { useIsFetching } from '@tanstack/react-query'
import { useLayoutEffect, useSyncExternalStore } from 'react'

let undrawn = 0
const listeners = new Set<() => void>()

function add(number: number) {
  undrawn += number
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** `loading` while a question on this page has no answer yet or a picture no ink; goes on `data-app-state`. */
export function useLoadState(): 'loading' | 'loaded' {
  const open = useIsFetching({ predicate: (query) => query.state.status === 'pending' })
  const isUndrawn = useSyncExternalStore(subscribe, () => undrawn > 0)
  return open > 0 || isUndrawn ? 'loading' : 'loaded'
}

/** Keeps the page `loading` while a picture on it is not drawn. */
export function useUndrawn(isUndrawn: boolean): void {
  useLayoutEffect(() => {
    if (!isUndrawn) return
    add(1)
    return () => add(-1)
  }, [isUndrawn])
}
