import { useEffect } from 'react'
import { hasModKey } from '../ui/Keys.tsx'
import { places, settings } from './places.ts'

type GlobalKeys = { singleKeys: boolean; navigate: (path: string) => void; showKeys: () => void }

/** Ctrl or Command with 1 to 6 and comma go to a place; `?` shows the keys. */
export function useGlobalKeys({ singleKeys, navigate, showKeys }: GlobalKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        event.altKey ||
        document.querySelector('dialog[open]')
      )
        return
      const place = hasModKey(event) ? [...places, settings].find(({ key }) => key === event.key) : undefined
      if (place) navigate(place.path)
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
