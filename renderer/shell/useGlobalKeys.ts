import { useEffect } from 'react'
import { openCapture } from '../features/signals/capture.ts'
import { hasModKey } from '../ui/keys/Keys.tsx'
import { places, settings } from './places.ts'

type GlobalKeys = { singleKeys: boolean; navigate: (path: string) => void; showKeys: () => void }

/** Ctrl or Command with 1 to 6 and comma go to a place, with Shift and L notes a signal; `?` shows the keys. */
export function useGlobalKeys({ singleKeys, navigate, showKeys }: GlobalKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return
      const isCapture = hasModKey(event) && event.shiftKey && event.key.toLowerCase() === 'l'
      if (!isCapture && document.querySelector('dialog[open]')) return
      const place = hasModKey(event) ? [...places, settings].find(({ key }) => key === event.key) : undefined
      if (isCapture) openCapture()
      else if (place) navigate(place.path)
      else if (event.key === '?' && singleKeys && !hasModKey(event) && !isWriting(event.target)) showKeys()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [singleKeys, navigate, showKeys])
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('textarea, select, input:not([type=radio], [type=checkbox])') !== null
  )
}
