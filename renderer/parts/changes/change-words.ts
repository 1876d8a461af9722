import type { ChangeKind, LiveStep, LogField } from '../../../shared/contract/changes.ts'
import type { Action } from '../../../shared/contract/foundation-reviews.ts'
import { formatShare } from '../../../shared/domain/format.ts'
import { signalKinds } from '../../../shared/domain/foundation/signal-kinds.ts'
import type { FieldWords } from '../../files/preview/field-words.ts'

export const kindLabels: Readonly<Record<ChangeKind, string>> = {
  foundation: 'Foundation',
  prompt: 'Prompt',
  model: 'Model',
  measure: 'Measure',
  other: 'Other',
}

/** What is done by hand in the live tool after a change. */
export const liveStepLabels: Readonly<Record<LiveStep, string>> = {
  pasted: 'Pasted into the live tool',
  tested: 'Tested one output',
}

/** The usual reasons, one click each. */
export const commonReasons: readonly string[] = [
  'Editing above the line',
  ...Object.values(signalKinds).map(({ label }) => label),
]

/** The columns of a change log, as they are offered for the columns of a file. */
export const logFields: FieldWords<LogField> = {
  labels: {
    onDate: 'Date',
    workflow: 'Workflow',
    kind: 'Kind',
    what: 'What changed',
    from: 'From',
    to: 'To',
    why: 'Why',
    before: 'Editing before',
    after: 'Editing after',
    decidedBy: 'Decided by',
    approvedBy: 'Approved by',
  },
  said: {
    what: 'what changed',
    from: 'what it was before',
    to: 'what it became',
    why: 'why',
    before: 'the editing before',
    after: 'the editing after',
    decidedBy: 'who decided',
    approvedBy: 'who approved',
  },
  texts: ['what', 'why'],
}

/** "before 17.8%", or by workflow "before 17.8% Proposals, 12.4% Job adverts"; null where nothing is measured. */
export function beforeWords(before: Action['before'], locale: string): string | null {
  const known = before.flatMap(({ workflowName, figure }) => (figure ? [{ workflowName, figure }] : []))
  const [first] = known
  if (!first) return null
  if (before.length === 1) return `before ${formatShare(first.figure.mean, locale)}`
  const each = known.map(({ workflowName, figure }) => `${workflowName} ${formatShare(figure.mean, locale)}`)
  return `before: ${each.join(', ')}`
}
