import { useEffect, useState } from 'react'
import type { Document } from '../../../shared/contract/documents.ts'
import { client } from '../../api/client.ts'
import type { Wording } from '../../parts/saving/draft-saver.ts'
import { useDraftSaver } from '../../parts/saving/use-draft-saver.ts'

const nothing: Wording = { text: '', sectionIds: [] }

const wordingOf = ({ draft, current }: Document): Wording => draft ?? current ?? nothing

/** The wording as it is being written, stored while it is typed; `change` takes the parts that are new. */
export function useDraftEditing(document: Document) {
  const { id } = document
  const [wording, setWording] = useState(() => wordingOf(document))
  const { saver, saving } = useDraftSaver(document.draft, ({ text, sectionIds }: Wording, rev) =>
    client.documents.saveDraft({ id, rev, text, sectionIds: [...sectionIds] }),
  )

  useEffect(() => {
    if (saver.adopt(document.draft)) setWording(wordingOf(document))
  }, [document, saver])

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
