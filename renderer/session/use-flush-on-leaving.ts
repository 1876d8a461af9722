import { useEffect } from 'react'

/** Calls `flush` when the window is closed or hidden and when the screen is left. It must not change. */
export function useFlushOnLeaving(flush: () => void) {
  useEffect(() => {
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
      flush()
    }
  }, [flush])
}
