import { useCallback, useState } from 'react'
import type { StandardInput } from '../../../shared/contract/workflows.ts'
import { defaultStandards } from './default-standards.ts'
import { newWorkflowValues, type WorkflowValues } from './workflow-values.ts'

/** What was typed in the set-up so far. */
export type SetUpDraft = {
  workflow: WorkflowValues
  standards: readonly StandardInput[]
  /** The workflow it was saved as, while the way back to its steps is open. */
  savedAs?: number
}

/** The sample company and the owner’s own keep theirs apart. */
const draftKeyOf = (isSample: boolean) => (isSample ? 'evenkeel-set-up-sample' : 'evenkeel-set-up')

/** The draft of a workflow being set up; it outlives going back, leaving the set-up and loading the page again. */
export function useSetUpDraft(isSample: boolean) {
  const draftKey = draftKeyOf(isSample)
  const [draft, setDraft] = useState(() => readDraft(draftKey))
  const change = (patch: Partial<SetUpDraft>) => {
    setDraft((before) => {
      const after = { ...before, ...patch }
      sessionStorage.setItem(draftKey, JSON.stringify(after))
      return after
    })
  }
  const clear = useCallback(() => {
    sessionStorage.removeItem(draftKey)
    setDraft(readDraft(draftKey))
  }, [draftKey])
  return { draft, change, clear }
}

function readDraft(draftKey: string): SetUpDraft {
  const kept = sessionStorage.getItem(draftKey)
  if (kept !== null) return JSON.parse(kept) as SetUpDraft
  return { workflow: newWorkflowValues(), standards: defaultStandards }
}
