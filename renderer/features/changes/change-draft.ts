import type { Change, ChangeKind, NewChange } from '../../../shared/contract/changes.ts'
import type { Document } from '../../../shared/contract/documents.ts'
import { words } from './words.ts'

/** What of a change is kept here word for word: such a change is made by the next version. */
export type KeptWording = {
  /** The documents there are to choose from. */
  choices: readonly Document[]
  document: Document | null
  /** In force now, and as it is to be. */
  from: string
  text: string
}

/** A change as it is being written down; why and what led to it stand beside it. */
export type ChangeDraft = Omit<NewChange, 'kind' | 'why' | 'signalIds'> & {
  kind: ChangeKind | null
  /** The section that is chosen, where its wording is kept here. */
  documentId: number | null
}

export type ChangeProblems = Partial<Record<keyof NewChange, string>>

type Said = Pick<ChangeDraft, 'kind' | 'what' | 'from' | 'to' | 'reverts'>

export const nothingYet: Said = { kind: null, what: '', from: '', to: '', reverts: null }

/** The same change the other way round. */
export const goingBackOn = ({ number, kind, from, to }: Change): Said => ({
  kind,
  what: words.backOnChange(number),
  from: to,
  to: from,
  reverts: number,
})

/** A workflow's page says which one is meant; a company of one workflow needs no choice. */
export function firstWorkflows(workflows: readonly { id: number }[], asked: number | null): number[] {
  const meant = workflows.filter(({ id }) => id === asked)
  const chosen = meant.length === 0 && workflows.length === 1 ? workflows : meant
  return chosen.map(({ id }) => id)
}

/** What is still missing, by field. */
export function problemsOf(draft: ChangeDraft, why: string, kept: KeptWording): ChangeProblems {
  const problems: ChangeProblems = {}
  if (draft.onDate === '') problems.onDate = words.enterTheDateOfThe
  const isSection = kept.document !== null && draft.kind === 'foundation'
  if (draft.workflowIds.length === 0 && !isSection) problems.workflowIds = words.chooseAtLeastOneWorkflow
  if (draft.workflowIds.length > 1 && kept.document !== null && !isSection) {
    problems.workflowIds = words.chooseOneWorkflow
  }
  if (kept.document !== null && kept.text === kept.from) problems.to = words.writeTheNewWording
  if (draft.kind === null) problems.kind = words.chooseWhatKindOfChange
  if (draft.what.trim() === '') problems.what = words.enterWhatChanged
  if (why.trim() === '') problems.why = words.enterWhyItChanged
  return problems
}
