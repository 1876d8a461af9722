import { useEffect, useState, useSyncExternalStore } from 'react'
import { useConnection } from '../api/connection.ts'
import { createSaver, type SaverOptions } from './saver.ts'
import { useFlushOnLeaving } from './use-flush-on-leaving.ts'

/** The saver of a session: it goes on by itself once the core answers again, and loses nothing on leaving. */
export function useSaver<Patch, Stored extends { readonly rev: number }>(
  options: SaverOptions<Patch, Stored>,
) {
  const [saver] = useState(() => createSaver(options))
  const saving = useSyncExternalStore(saver.subscribe, saver.getState)
  const connection = useConnection()
  useEffect(() => {
    if (connection === 'answering' && saver.getState().failure !== null) saver.retry()
  }, [connection, saver])
  useFlushOnLeaving(saver.flush)
  return { saver, saving }
}
