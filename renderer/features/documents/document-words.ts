import type { Document, Version } from '../../../shared/contract/documents.ts'
import { addDays } from '../../../shared/domain/dates.ts'
import { formatDay } from '../../../shared/domain/format.ts'

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

/** "Version 4, in force since 3 March 2026". */
export function standingOf({ number, liveOn }: Version, locale: string): string {
  return `Version ${number}, in force since ${formatDay(liveOn, locale)}`
}

/** "3 March 2026 by Dana Whitfield". Null while nobody has checked it. */
export function checkedWords(document: Document, locale: string): string | null {
  const { lastVerifiedOn, lastVerifiedBy } = document
  if (lastVerifiedOn === null) return null
  const day = formatDay(lastVerifiedOn, locale)
  return lastVerifiedBy ? `${day} by ${lastVerifiedBy}` : day
}

export type Due = { isDue: boolean; words: string }

/**
 * When the wording is to be checked next: its interval after the last check, or after it came into force
 * while nobody has checked it. Null before the first version.
 */
export function dueOf(document: Document, today: string, locale: string): Due | null {
  const { current, lastVerifiedOn, intervalDays } = document
  if (current === null) return null
  const on = addDays(lastVerifiedOn ?? current.liveOn, intervalDays)
  const isDue = on <= today
  return { isDue, words: `${isDue ? 'Due since' : 'Due'} ${formatDay(on, locale)}` }
}
