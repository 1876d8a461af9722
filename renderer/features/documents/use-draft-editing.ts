import { ORPCError } from '@orpc/client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Document } from '../../../shared/contract/documents.ts'
import { client } from '../../api/client.ts'
import { useConnection } from '../../api/connection.ts'
import { createDraftSaver, type Wording } from '../../parts/saving/draft-saver.ts'
import { useFlushOnLeaving } from '../../session/use-flush-on-leaving.ts'

const nothing: Wording = { text: '', sectionIds: [] }

const wordingOf = ({ draft, current }: Document): Wording => draft ?? current ?? nothing

/** The wording as it is being written, stored while it is typed; `change` takes the parts that are new. */
export function useDraftEditing(document: Document) {
  const { id } = document
  const [wording, setWording] = useState(() => wordingOf(document))
  const [saver] = useState(() =>
    createDraftSaver({
      draft: document.draft,
      save: ({ text, sectionIds }, rev) =>
        client.documents.saveDraft({ id, rev, text, sectionIds: [...sectionIds] }),
      isConflict: (error) => error instanceof ORPCError && error.code === 'CONFLICT',
    }),
  )
  const saving = useSyncExternalStore(saver.subscribe, saver.getState)

  useEffect(() => {
    if (saver.adopt(document.draft)) setWording(wordingOf(document))
  }, [document, saver])

  const connection = useConnection()
  useEffect(() => {
    const { failure, isConflict } = saver.getState()
    if (connection === 'answering' && failure !== null && !isConflict) void saver.settle()
  }, [connection, saver])

  useFlushOnLeaving(saver.flush)

  return {
    wording,
    saving,
    flush: saver.flush,
    settle: saver.settle,
    change(part: Partial<Wording>) {
      const next = { ...wording, ...part }
      setWording(next)
      saver.change(next)
    },
    async keepMine() {
      const { draft } = await client.documents.get({ id })
      await saver.keepMine(draft?.rev ?? null)
    },
    async takeOther() {
      const other = await client.documents.get({ id })
      saver.drop(other.draft)
      setWording(wordingOf(other))
    },
    /** After the draft was published or discarded: what is in force is the wording again. */
    startOver(current: Wording | null) {
      saver.drop(null)
      setWording(current ?? nothing)
    },
  }
}

export type DraftEditing = ReturnType<typeof useDraftEditing>
