import { skipToken, useQuery } from '@tanstack/react-query'
import type { ChangeKind } from '../../../shared/contract/changes.ts'
import type { Document } from '../../../shared/contract/documents.ts'
import { orpc } from '../../api/client.ts'
import type { ChangeDraft } from './change-draft.ts'

/** What of a change is kept here word for word: such a change is made by the next version. */
export type KeptWording = {
  /** The documents there are to choose from. */
  choices: readonly Document[]
  document: Document | null
  /** In force now, and as it is to be. */
  from: string
  text: string
}

const kinds: Partial<Record<ChangeKind, Document['kind']>> = {
  foundation: 'section',
  prompt: 'prompt',
  model: 'model',
}

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
