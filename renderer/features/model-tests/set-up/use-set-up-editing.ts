import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { client, orpc } from '../../../api/client.ts'
import { fieldErrorsOf } from '../../../api/errors.ts'
import { useDraftSaver } from '../../../parts/saving/use-draft-saver.ts'
import { locale } from '../../../ui/lib/locale.ts'
import { draftOf, type SetUpDraft, setUpOf, type WorkflowDraft } from './set-up-draft.ts'

/** A test's set-up as it is being written, stored while it is typed. */
export function useSetUpEditing(test: ModelTest) {
  const queryClient = useQueryClient()
  const known = useRef(test.rev)
  const [draft, setDraft] = useState(() => draftOf(test, locale))
  const { saver, saving } = useDraftSaver<SetUpDraft>(
    { rev: test.rev, savedAt: null },
    async (typed, rev) => {
      const saved = await client.modelTests.update({ id: test.id, rev: rev ?? 0, ...setUpOf(typed, locale) })
      known.current = saved.rev
      queryClient.setQueryData(orpc.modelTests.get.queryKey({ input: { id: test.id } }), saved)
      return { rev: saved.rev, savedAt: new Date().toISOString() }
    },
  )

  useEffect(() => {
    // Only what another window saved comes in: one's own save must not move what is being typed.
    if (test.rev <= known.current) return
    const { savedAt } = saver.getState()
    if (!saver.adopt({ rev: test.rev, savedAt })) return
    known.current = test.rev
    setDraft(draftOf(test, locale))
  }, [test, saver])

  const change = (part: Partial<SetUpDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    saver.change(next)
  }
  return {
    draft,
    ...saving,
    problems: saving.failure === null ? {} : fieldErrorsOf(saving.failure),
    change,
    changeWorkflow(workflowId: number, part: Partial<WorkflowDraft>) {
      const workflows = draft.workflows.map((workflow) =>
        workflow.workflowId === workflowId ? { ...workflow, ...part } : workflow,
      )
      change({ workflows })
    },
    settle: saver.settle,
    keepMine: () => saver.keepMine(test.rev),
    async takeOther() {
      known.current = test.rev
      saver.drop({ rev: test.rev, savedAt: null })
      setDraft(draftOf(test, locale))
    },
  }
}

export type SetUpEditing = ReturnType<typeof useSetUpEditing>
