import type { Result } from '../../../../../shared/contract/reviews/figures.ts'
import type { ReviewItem } from '../../../../../shared/contract/reviews/reviews.ts'
import type { StandardsVersion } from '../../../../../shared/contract/workflows.ts'
import { editingRuleVersion } from '../../../../../shared/domain/figures/editing.ts'
import type { Finding } from '../../../../../shared/domain/findings/finding-types.ts'
import { monthStatusRuleVersion } from '../../../../../shared/domain/findings/status.ts'
import {
  countStandards,
  isFitToSend,
  meanSatisfaction,
  topIssue,
} from '../../../../../shared/domain/reviews/judgement.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { ReviewRow } from '../../findings/rows.ts'

/** Throws INVALID_INPUT naming every output that is not judged yet. */
export function assertAllDone(items: readonly ReviewItem[]) {
  const open = items.filter((item) => !item.isDone)
  if (open.length === 0) return
  const places = open.map(({ position }) => position).join(', ')
  throw new AppError(
    'INVALID_INPUT',
    open.length === 1
      ? `Output ${places} is not finished yet. Judge it or set it aside, then finish.`
      : `Outputs ${places} are not finished yet. Judge them or set them aside, then finish.`,
    open.map(({ id, position }) => ({
      field: `item:${id}`,
      message: `Output ${position} is not finished yet.`,
    })),
  )
}

/** The figures of a finished review, from its outputs, its finding and the settings frozen at the draw. */
export function resultOf(
  review: ReviewRow,
  items: readonly ReviewItem[],
  version: StandardsVersion,
  { finding, replacedCount }: { finding: Finding; replacedCount: number },
): Result {
  const { mean, range, known, unknown } = finding.figure
  const { met, judged } = countStandards(items)
  return {
    figure: {
      measure: review.measure,
      mean,
      low: range?.low ?? null,
      high: range?.high ?? null,
      known,
      unknown,
      targetLine: review.target_line,
      updateLine: review.update_line,
      byHandMinutes: review.by_hand_minutes,
      ruleVersion: `editing ${editingRuleVersion}, status ${monthStatusRuleVersion}, finding ${finding.ruleVersion}`,
      standardsVersion: version.version,
    },
    reviewed: items.length,
    standardsMet: met,
    standardsJudged: judged,
    notFitToSend: items.filter((item) => !isFitToSend(item, version.standards)).length,
    satisfactionUsers: meanSatisfaction(items, 'user'),
    satisfactionReviewer: meanSatisfaction(items, 'reviewer'),
    replaced: replacedCount,
    flagged: items.filter((item) => item.isFlagged).length,
    topIssue: topIssue(items),
    secondsUsed: review.seconds_used,
  }
}
