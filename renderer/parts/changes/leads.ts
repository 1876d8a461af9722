import type { Action } from '../../../shared/contract/foundation-reviews.ts'
import type { Signal } from '../../../shared/contract/signals.ts'

/** What is about to change: a Foundation section, or something of these workflows. */
export type ChangeSubject = { sectionId: number | null; workflowIds: readonly number[] }

/** Something that can have led to a change, and the words it gives the why. */
export type Lead = { key: string; kind: 'signal' | 'action'; id: number; text: string }

/**
 * The open signals that fit what is about to change: those that name its section or one of its workflows
 * first, then those that name neither. A change that is no section's also fits signals about any section.
 */
export function fittingSignals(signals: readonly Signal[], subject: ChangeSubject): Signal[] {
  const named = signals.filter((signal) => isNamed(signal, subject))
  const general = signals.filter((signal) => !named.includes(signal) && isGeneral(signal, subject))
  return [...named, ...general]
}

function isNamed({ workflowId, sectionId }: Signal, subject: ChangeSubject): boolean {
  if (sectionId !== null && sectionId === subject.sectionId) return true
  return workflowId !== null && subject.workflowIds.includes(workflowId)
}

const isGeneral = ({ workflowId, sectionId }: Signal, subject: ChangeSubject) =>
  workflowId === null && (sectionId === null || subject.sectionId === null)

export const leadOfSignal = ({ id, text }: Signal): Lead => ({
  key: `signal ${id}`,
  kind: 'signal',
  id,
  text,
})

export const leadOfAction = ({ id, what }: Action): Lead => ({
  key: `action ${id}`,
  kind: 'action',
  id,
  text: what,
})

/** The why that the chosen leads give: their words, one below the other. */
export const whyOf = (leads: readonly Lead[]): string => leads.map(({ text }) => text).join('\n')
