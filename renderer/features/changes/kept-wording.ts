import { skipToken, useQuery } from '@tanstack/react-query'
import type { ChangeKind } from '../../../shared/contract/changes.ts'
import type { Document } from '../../../shared/contract/documents.ts'
import { orpc } from '../../api/client.ts'
import type { ChangeDraft, KeptWording } from './change-draft.ts'

const kinds: Partial<Record<ChangeKind, Document['kind']>> = {
  foundation: 'section',
  prompt: 'prompt',
  model: 'model',
}

/** What there is to choose from, and the wording in force of what is chosen. */
export function useKeptWording({ kind, workflowIds, documentId, to }: ChangeDraft): KeptWording {
  const own = kind === null ? undefined : kinds[kind]
  const workflowId = own === 'section' ? null : workflowIds[0]
  const list = useQuery(
    orpc.documents.list.queryOptions({
      input: own === undefined || workflowId === undefined ? skipToken : { workflowId },
    }),
  )
  const choices = (list.data ?? []).filter((each) => each.kind === own && each.current !== null)
  const chosen = choices.find(({ id }) => id === documentId) ?? choices[0] ?? null
  const whole = useQuery(
    orpc.documents.get.queryOptions({ input: chosen === null ? skipToken : { id: chosen.id } }),
  )
  const from = whole.data?.current?.text ?? ''
  return { choices, document: chosen, from, text: to === '' ? from : to }
}
