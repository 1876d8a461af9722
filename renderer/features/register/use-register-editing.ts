import { ORPCError } from '@orpc/client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { type RegisterEntry, RegisterFields } from '../../../shared/contract/register.ts'
import { client } from '../../api/client.ts'
import { useConnection } from '../../api/connection.ts'
import { createDraftSaver } from '../../parts/saving/draft-saver.ts'
import { useFlushOnLeaving } from '../../session/use-flush-on-leaving.ts'

const fieldsOf = (entry: RegisterEntry): RegisterFields => RegisterFields.parse(entry)

/** A workflow's register entry as it is being written, stored while it is typed. */
export function useRegisterEditing(entry: RegisterEntry) {
  const { workflowId } = entry
  const [fields, setFields] = useState(() => fieldsOf(entry))
  const [saver] = useState(() =>
    createDraftSaver<RegisterFields>({
      draft: { rev: entry.rev, savedAt: null },
      save: async (typed, rev) => {
        const saved = await client.register.save({
          workflowId,
          rev: rev ?? 0,
          ...RegisterFields.parse(typed),
        })
        return { rev: saved.rev, savedAt: new Date().toISOString() }
      },
      isConflict: (error) => error instanceof ORPCError && error.code === 'CONFLICT',
    }),
  )
  const saving = useSyncExternalStore(saver.subscribe, saver.getState)

  const { failure, isConflict } = saving
  useEffect(() => {
    const { savedAt } = saver.getState()
    if (saver.adopt({ rev: entry.rev, savedAt })) setFields(fieldsOf(entry))
  }, [entry, saver])

  const connection = useConnection()
  useEffect(() => {
    const unsaved = saver.getState()
    if (connection === 'answering' && unsaved.failure !== null && !unsaved.isConflict) void saver.settle()
  }, [connection, saver])

  useFlushOnLeaving(saver.flush)

  return {
    fields,
    savedAt: saving.savedAt,
    failure,
    isConflict,
    flush: saver.flush,
    settle: saver.settle,
    change(part: Partial<RegisterFields>) {
      const next = { ...fields, ...part }
      setFields(next)
      saver.change(next)
    },
    keepMine: () => saver.keepMine(entry.rev),
    takeOther() {
      saver.drop({ rev: entry.rev, savedAt: null })
      setFields(fieldsOf(entry))
    },
  }
}

export type RegisterEditing = ReturnType<typeof useRegisterEditing>
