import type { Document } from '../../../shared/contract/documents.ts'
import { type DecidedOn, lastDecidedOn } from '../../../shared/domain/foundation/last-decided.ts'
import { addDays, type Day } from '../../../shared/domain/time/dates.ts'

const longestSummary = 140

/** Where a document lives in the app; its views hang below. */
export function documentPath({ id, workflowId }: Pick<Document, 'id' | 'workflowId'>): string {
  return workflowId === null ? `/foundation/${id}` : `/workflows/${workflowId}/prompt/${id}`
}

/** What a document's next version changes: the section, or something of its workflow. */
export function subjectOf({ id, kind, workflowId }: Pick<Document, 'id' | 'kind' | 'workflowId'>) {
  return { sectionId: kind === 'section' ? id : null, workflowIds: workflowId === null ? [] : [workflowId] }
}

/** What a text says in one line: its first line with words, without the marks of a heading or list. */
export function summaryOf(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^[\s#>*•-]+/, '').trim())
  const first = lines.find((line) => /[\p{L}\p{N}]/u.test(line)) ?? ''
  if (first.length <= longestSummary) return first
  return `${first.slice(0, longestSummary).replace(/\s+\S*$/, '')}…`
}

/** The day the wording was last decided, and by whom it was checked. Null before the first version. */
export function lastDecided({ current, lastVerifiedOn, lastVerifiedBy }: Document): Decided | null {
  const decided = lastDecidedOn(current?.liveOn ?? null, lastVerifiedOn)
  return decided && { ...decided, by: decided.how === 'checked' ? (lastVerifiedBy ?? '') : '' }
}

export type Decided = DecidedOn & { by: string }

/** "3 March 2026", or "Written 3 March 2026" where it stands as it was written; `day` as it is to be shown. */
export const decidedOn = ({ how }: DecidedOn, day: string) => (how === 'written' ? `Written ${day}` : day)

export type Due = { isDue: boolean; on: Day }

/** When the wording is to be checked next: its interval after it was last decided. Null before the first version. */
export function dueOf(document: Document, today: Day): Due | null {
  const last = lastDecided(document)
  if (last === null) return null
  const on = addDays(last.on, document.intervalDays)
  return { on, isDue: on <= today }
}

/** "Due since 3 March 2026"; `day` as it is to be shown. */
export const dueWords = ({ isDue }: Due, day: string) => `${isDue ? 'Due since' : 'Due'} ${day}`
