import { useIsFetching } from '@tanstack/react-query'

/** `loading` while a question on this page has no answer yet; goes on `data-app-state`. */
export function useLoadState(): 'loading' | 'loaded' {
  const open = useIsFetching({ predicate: (query) => query.state.status === 'pending' })
  return open > 0 ? 'loading' : 'loaded'
}
