import { measures } from '../figures/measures/index.ts'
import { formatDayOfYear } from '../format.ts'
import type { Day } from '../time/dates.ts'
import { nearMonth } from '../time/month-words.ts'
import type { NextStep } from './finding-types.ts'

/** The step as a button says it: short, where its sentence is long. */
export function stepAction(step: NextStep, today: Day, locale: string): string {
  if (step.kind === 'wait_for_effect') return `See change ${step.changeNumber}`
  if (step.kind === 'second_look' && step.judged > 0) return 'Go on with the second look'
  return stepWords(step, today, locale)
}

/** The step as a sentence says it. */
export function stepWords(step: NextStep, today: Day, locale: string): string {
  switch (step.kind) {
    case 'plan_update':
      return 'Plan an update'
    case 'second_look':
      return step.judged === 0
        ? `Take a second look: ${step.outputs} more`
        : `Go on with the second look: ${step.judged} of ${step.judged + step.outputs} done`
    case 'set_lines':
      return 'Find or set your lines'
    case 'draw_at_random':
      return 'Draw the next outputs at random'
    case 'collect_outputs':
      return 'Bring in more outputs'
    case 'bring_what_lacks':
      return `Bring the next outputs in with ${measures[step.measure].lacks} each`
    case 'hold_foundation_review':
      return `Hold the Foundation review, ${formatDayOfYear(step.on, today, locale)}`
    case 'wait_for_effect':
      return `The ${nearMonth(step.month, today, locale)} review shows whether change ${step.changeNumber} helped`
    case 'go_back':
      return `Take change ${step.changeNumber} back, or plan an update`
    case 'retired':
      return 'Nothing more to do: it is retired'
    case 'nothing_until':
      return `Next: ${nearMonth(step.month, today, locale)} review, due ${formatDayOfYear(step.due, today, locale)}`
  }
}
