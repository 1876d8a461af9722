import { useSyncExternalStore } from 'react'

/** What stands behind the #: a path of the app, and after a ? what its list is narrowed to. */
const address = () => location.hash.replace(/^#?\/?/, '/')
const path = () => address().split('?')[0] ?? '/'
const search = () => address().split('?')[1] ?? ''

const listeners = new Set<() => void>()

// One listener for all: between two of its own the browser would let a page draw itself at an address that the
// routes, which take it away, have not heard of yet.
const tellAll = () => {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) addEventListener('hashchange', tellAll)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('hashchange', tellAll)
  }
}

type Options = { state?: unknown; replace?: boolean }

/** Goes to an address of the app, "/workflows/2?q=price"; `replace` takes the place of the one in view. */
export function navigate(to: string, { state = null, replace = false }: Options = {}): void {
  const oldURL = location.href
  const newURL = new URL(`#${to.replace(/^#?\/?/, '/')}`, oldURL).href
  history[replace ? 'replaceState' : 'pushState'](state, '', newURL)
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL }))
}

const useHashSearch = () => useSyncExternalStore(subscribe, search)

/** The router's own keeps a search before the #, where it outlives the page it belongs to. */
export const useHashLocation = (): [string, typeof navigate] => [
  useSyncExternalStore(subscribe, path),
  navigate,
]
useHashLocation.hrefs = (href: string) => `#${href}`
useHashLocation.searchHook = useHashSearch
