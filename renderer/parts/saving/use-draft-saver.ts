import { ORPCError } from '@orpc/client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useConnection } from '../../api/connection.ts'
import { useFlushOnLeaving } from '../../session/use-flush-on-leaving.ts'
import { createDraftSaver, type Stored, type Wording } from './draft-saver.ts'

/** A draft saver that goes on when the connection is back, and leaves nothing behind when the screen is left. */
export function useDraftSaver<Value = Wording>(
  draft: Stored | null,
  save: (value: Value, rev: number | null) => Promise<Stored>,
) {
  const [saver] = useState(() =>
    createDraftSaver<Value>({
      draft,
      save,
      isConflict: (error) => error instanceof ORPCError && error.code === 'CONFLICT',
    }),
  )
  const saving = useSyncExternalStore(saver.subscribe, saver.getState)

  const connection = useConnection()
  useEffect(() => {
    const { failure, isConflict } = saver.getState()
    if (connection === 'answering' && failure !== null && !isConflict) void saver.settle()
  }, [connection, saver])

  useFlushOnLeaving(saver.flush)
  return { saver, saving }
}
