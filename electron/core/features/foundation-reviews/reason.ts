import { formatDay } from '../../../../shared/domain/format.ts'
import { type TriggerFacts, triggerSentence } from '../../../../shared/domain/foundation/triggers.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import { assertNever } from '../../../../shared/errors.ts'

/** Why a review is held, as it is kept: in facts, so that it reads in the language of whoever reads it. */
export type Reason =
  | { kind: 'undated' }
  | { kind: 'agreed'; dueOn: Day; lastHeldOn: Day }
  | { kind: 'scheduled'; dueOn: Day; cadence: 'monthly' | 'quarterly'; workflowName: string }
  | { kind: 'due'; dueOn: Day }
  | { kind: 'brought_forward'; triggers: TriggerFacts[] }

/** The reason in one sentence, or one for each thing that brought it forward. */
export function reasonSentence(reason: Reason, locale: string): string {
  switch (reason.kind) {
    case 'undated':
      return 'No date yet: it is counted from the day a workflow went live.'
    case 'agreed':
      return `${dueWords(reason, locale)}: the date agreed at the review of ${formatDay(reason.lastHeldOn, locale)}.`
    case 'scheduled':
      return reason.cadence === 'monthly'
        ? `${dueWords(reason, locale)}: monthly until six months after ${reason.workflowName} went live.`
        : `${dueWords(reason, locale)}: every three months, counted from the day ${reason.workflowName} went live.`
    case 'due':
      return `${dueWords(reason, locale)}.`
    case 'brought_forward':
      return `Brought forward: ${reason.triggers.map((facts) => triggerSentence(facts, locale)).join(' ')}`
    default:
      return assertNever(reason)
  }
}

const dueWords = ({ dueOn }: { dueOn: Day }, locale: string) => `Due on ${formatDay(dueOn, locale)}`
