import { useEffect, useState } from 'react'
import { type RegisterEntry, RegisterFields } from '../../../shared/contract/register.ts'
import { client } from '../../api/client.ts'
import { useDraftSaver } from '../../parts/saving/use-draft-saver.ts'

const fieldsOf = (entry: RegisterEntry): RegisterFields => RegisterFields.parse(entry)

/** A workflow's register entry as it is being written, stored while it is typed. */
export function useRegisterEditing(entry: RegisterEntry) {
  const { workflowId } = entry
  const [fields, setFields] = useState(() => fieldsOf(entry))
  const { saver, saving } = useDraftSaver<RegisterFields>(
    { rev: entry.rev, savedAt: null },
    async (typed, rev) => {
      const saved = await client.register.save({ workflowId, rev: rev ?? 0, ...RegisterFields.parse(typed) })
      return { rev: saved.rev, savedAt: new Date().toISOString() }
    },
  )

  useEffect(() => {
    const { savedAt } = saver.getState()
    if (saver.adopt({ rev: entry.rev, savedAt })) setFields(fieldsOf(entry))
  }, [entry, saver])

  return {
    fields,
    ...saving,
    flush: saver.flush,
    settle: saver.settle,
    change(part: Partial<RegisterFields>) {
      const next = { ...fields, ...part }
      setFields(next)
      saver.change(next)
    },
    keepMine: () => saver.keepMine(entry.rev),
    async takeOther() {
      saver.drop({ rev: entry.rev, savedAt: null })
      setFields(fieldsOf(entry))
    },
  }
}

export type RegisterEditing = ReturnType<typeof useRegisterEditing>
