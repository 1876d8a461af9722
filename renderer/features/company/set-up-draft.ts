import { useCallback, useState } from 'react'
import type { StandardInput } from '../../../shared/contract/workflows.ts'
import { defaultStandards } from '../../parts/workflows/default-standards.ts'
import { newWorkflowValues, type WorkflowValues } from '../../parts/workflows/workflow-values.ts'

/** What was typed in the set-up so far, until it is saved as a workflow. */
export type SetUpDraft = { workflow: WorkflowValues; standards: readonly StandardInput[] }

const draftKey = 'evenkeel-set-up'

/** The set-up's draft; it outlives going back, leaving the set-up and loading the page again. */
export function useSetUpDraft() {
  const [draft, setDraft] = useState(readDraft)
  const change = (patch: Partial<SetUpDraft>) => {
    setDraft((before) => {
      const after = { ...before, ...patch }
      sessionStorage.setItem(draftKey, JSON.stringify(after))
      return after
    })
  }
  const clear = useCallback(() => {
    sessionStorage.removeItem(draftKey)
    setDraft(readDraft())
  }, [])
  return { draft, change, clear }
}

function readDraft(): SetUpDraft {
  const kept = sessionStorage.getItem(draftKey)
  if (kept !== null) return JSON.parse(kept) as SetUpDraft
  return { workflow: newWorkflowValues(), standards: defaultStandards }
}
