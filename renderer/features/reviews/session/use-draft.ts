import { useEffect, useRef, useState } from 'react'
import { createDraft } from '../../../parts/saving/draft.ts'
import type { DraftBook } from './draft-book.ts'

type Options = {
  readonly itemId: number
  readonly drafts: DraftBook
  /** The text as stored. */
  readonly stored: string
  readonly store: (text: string) => void
  /** What is wrong with the text, when it cannot be stored as typed. */
  readonly problemOf?: (text: string) => string | null
}

/** A text field that stores itself while typing, and shows what is stored when that changes elsewhere. */
export function useDraft({ itemId, drafts, stored, store, problemOf }: Options) {
  const [text, setText] = useState(stored)
  const [shown, setShown] = useState(stored)
  const latest = useRef({ store, problem: problemOf?.(text) ?? null })
  const [draft] = useState(() => createDraft<string>((value) => latest.current.store(value)))

  if (stored !== shown) {
    setShown(stored)
    if (!draft.isWaiting()) setText(stored)
  }

  useEffect(() => {
    latest.current = { store, problem: problemOf?.(text) ?? null }
  })
  useEffect(
    () => drafts.add({ itemId, draft, problem: () => latest.current.problem }),
    [drafts, draft, itemId],
  )

  return {
    text,
    flush: draft.flush,
    change(value: string) {
      setText(value)
      draft.change(value)
    },
  }
}
