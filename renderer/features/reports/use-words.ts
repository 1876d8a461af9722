import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ReportPage, ReportWords } from '../../../shared/contract/reports/reports.ts'
import { orpc } from '../../api/client.ts'
import { createDraft } from '../../session/draft.ts'
import { useFlushOnLeaving } from '../../session/use-flush-on-leaving.ts'

export type Said = {
  words: ReportWords
  state: 'untouched' | 'saving' | 'saved' | 'failed'
  error: unknown
  /** Resolves when all that was typed is stored; rejects when it could not be. */
  settle: () => Promise<ReportWords>
}

/** The owner's words of a page, stored while they are typed. */
export function useWords({ period, words }: ReportPage): [Said, (words: ReportWords) => void] {
  const [typed, setTyped] = useState(words)
  const [isTouched, setIsTouched] = useState(false)
  const save = useMutation(orpc.reports.saveWords.mutationOptions())
  const running = useRef<Promise<ReportWords>>(Promise.resolve(words))
  const store = (value: ReportWords) => {
    // One after the other, so that what was typed last is what stays.
    running.current = running.current.catch(() => value).then(() => save.mutateAsync({ ...period, ...value }))
    running.current.catch(() => undefined)
  }
  const latest = useRef(store)
  latest.current = store
  const [draft] = useState(() => createDraft<ReportWords>((value) => latest.current(value)))
  useFlushOnLeaving(draft.flush)
  const change = (value: ReportWords) => {
    setTyped(value)
    setIsTouched(true)
    draft.change(value)
  }
  const state = !isTouched
    ? 'untouched'
    : save.isError
      ? 'failed'
      : save.isPending || draft.isWaiting()
        ? 'saving'
        : 'saved'
  const settle = () => {
    draft.flush()
    return running.current
  }
  return [{ words: typed, state, error: save.error, settle }, change]
}
