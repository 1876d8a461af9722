import { useEffect, useId, useSyncExternalStore } from 'react'
import { navigate } from '../lib/hash-location.ts'

/** An address somebody wants to go to while something typed is not saved. */
type Leaving = { readonly url: string; readonly state: unknown }

const unsaved = new Set<string>()
/** The page in view, to come back to. */
let page: Leaving = { url: location.href, state: history.state }
let leaving: Leaving | null = null
const listeners = new Set<() => void>()

/** While `isUnsaved`, leaving by a link, a key, Back or the window's close button asks first. */
export function useUnsaved(isUnsaved: boolean): void {
  const id = useId()
  useEffect(() => {
    if (!isUnsaved) return
    if (unsaved.size === 0) page = { url: location.href, state: history.state }
    unsaved.add(id)
    return () => {
      unsaved.delete(id)
    }
  }, [id, isUnsaved])
}

/** Where somebody wants to go; null while nobody has to be asked. */
export function useLeaving(): Leaving | null {
  return useSyncExternalStore(subscribe, () => leaving)
}

export function stay(): void {
  set(null)
}

/** Goes where it was asked to go; what was typed is lost. */
export function leave(): void {
  const { url, state } = leaving ?? page
  unsaved.clear()
  set(null)
  navigate(new URL(url).hash, { state, replace: true })
}

function set(next: Leaving | null) {
  leaving = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

// The router listens to these as well, but later: it never hears of a move that waits for an answer.
addEventListener('popstate', (event) => {
  if (unsaved.size > 0) event.stopImmediatePropagation()
})
addEventListener('hashchange', (event) => {
  if (unsaved.size === 0) return
  event.stopImmediatePropagation()
  if (location.href === page.url) return
  const next = { url: location.href, state: history.state }
  history.replaceState(page.state, '', page.url)
  set(next)
})
// A browser asks in its own words; a window of the desktop app would only refuse to close, without a word.
addEventListener('beforeunload', (event) => {
  if (unsaved.size > 0 && !('evenkeel' in window)) event.preventDefault()
})
