import { useState } from 'react'

/**
 * What only the core can do, as an undo: it is asked with everything said stored first. `isBusy` meanwhile, so
 * that keys wait for their turn.
 */
export function useAsking(settle: () => Promise<boolean>) {
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  async function ask(action: () => Promise<void>) {
    setIsBusy(true)
    setFailure(null)
    try {
      if (await settle()) await action()
    } catch (error) {
      setFailure(error)
    } finally {
      setIsBusy(false)
    }
  }

  return { isBusy, failure, dismissFailure: () => setFailure(null), ask }
}
