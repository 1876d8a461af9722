import { useState } from 'react'

/**
 * What only the core can do, as an undo, through the saver of a session. `isBusy` meanwhile, so that keys wait for
 * their turn.
 */
export function useAsking(saver: { ask: (request: () => Promise<void>) => Promise<void> }) {
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  async function ask(request: () => Promise<void>) {
    setIsBusy(true)
    setFailure(null)
    try {
      await saver.ask(request)
    } catch (error) {
      setFailure(error)
    } finally {
      setIsBusy(false)
    }
  }

  return { isBusy, failure, dismissFailure: () => setFailure(null), ask }
}
