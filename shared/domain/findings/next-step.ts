import type { Day, Month } from '../time/dates.ts'
import type { Finding, NextStep } from './finding-types.ts'
import type { FinishedReview } from './finished-review.ts'
import { isIncomplete } from './status.ts'
import { isSecondLookDone, secondLookSize } from './update-due.ts'

/** What a step depends on beside the figures. */
export type StepContext = {
  /** Outputs of the month's frozen pool that nobody has looked at; how many a second look under way has judged. */
  secondLookLeft: number
  secondLookJudged?: number
  /** The newest live change of the workflow whose effect is not settled, and the month whose review is next. */
  openChange: { number: number; month: Month } | null
  /** The change that is told to have made it worse, and neither kept nor gone back on. */
  worseChange: number | null
  /** The day of the next Foundation review where one is due, overdue or called for early. */
  foundationReviewOn: Day | null
  /** Null once the workflow is retired and its last month is closed. */
  next: { month: Month; due: Day } | null
  isRetired?: boolean
}

type StepFacts = Pick<Finding, 'status' | 'sample' | 'headline' | 'figure' | 'measure'> &
  Pick<FinishedReview, 'secondLook'>

export function nextStepOf(
  { status, sample, headline, secondLook, figure, measure }: StepFacts,
  context: StepContext,
): NextStep {
  const { secondLookLeft, secondLookJudged = 0, openChange, worseChange, foundationReviewOn, next } = context
  const act = (step: NextStep): NextStep =>
    openChange ? { kind: 'wait_for_effect', changeNumber: openChange.number, month: openChange.month } : step
  const update: NextStep =
    worseChange === null ? { kind: 'plan_update' } : { kind: 'go_back', changeNumber: worseChange }
  // Nobody uses its wording any more.
  if (context.isRetired || next === null)
    return next ? { kind: 'nothing_until', ...next } : { kind: 'retired' }
  if (status === 'finding_lines') return { kind: 'set_lines' }
  if (status === 'update_due') return act(update)
  if (status === 'update_suggested') {
    if (sample === 'by_hand') return { kind: 'draw_at_random' }
    if (secondLookLeft > 0 && !isSecondLookDone({ secondLook })) {
      const outputs = Math.min(secondLookSize - secondLookJudged, secondLookLeft)
      return { kind: 'second_look', outputs, judged: secondLookJudged }
    }
    return act(update)
  }
  if (headline.kind === 'early_sign') return act(update)
  // A pool is frozen at the draw: a month of few outputs can't be added to, only the next one can.
  if (status === 'not_enough' && isIncomplete(figure)) return { kind: 'bring_what_lacks', measure }
  if (status === 'not_enough' && sample === 'by_hand') return { kind: 'draw_at_random' }
  const isUp =
    (headline.kind === 'signal' && headline.signal.side === 'above') ||
    (headline.kind === 'moved' && headline.direction !== 'less')
  if (isUp && openChange) return act(update)
  if (foundationReviewOn !== null) return { kind: 'hold_foundation_review', on: foundationReviewOn }
  return { kind: 'nothing_until', ...next }
}
