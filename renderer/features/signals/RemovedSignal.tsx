import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import layout from '../../ui/layout/layout.module.css'
import { words } from './words.ts'

/** That a signal went into the Bin, with the way back; nothing while `binId` is null. */
export function RemovedSignal({ binId, onBack }: { binId: number | null; onBack: () => void }) {
  const undo = useRef<HTMLButtonElement>(null)
  const putBack = useMutation(orpc.bin.putBack.mutationOptions({ onSuccess: onBack }))
  useEffect(() => {
    // The row that was left is gone, so the keyboard goes on at the way back.
    if (binId !== null) undo.current?.focus()
  }, [binId])
  return (
    <div className={layout.live} role="status">
      {binId !== null && (
        <p className={layout.notice}>
          {words.theSignalWasDeleted}
          <button
            ref={undo}
            type="button"
            className={layout.textButton}
            disabled={putBack.isPending}
            onClick={() => putBack.mutate({ id: binId })}
          >
            {words.undo}
          </button>
        </p>
      )}
      {putBack.isError && <ErrorNote error={putBack.error} />}
    </div>
  )
}
