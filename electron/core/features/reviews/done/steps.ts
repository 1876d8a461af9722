import type { Finding } from '../../../../../shared/contract/reviews/findings.ts'
import { findingOf } from '../../../../../shared/domain/findings/finding.ts'
import { nextStepOf, type StepContext } from '../../../../../shared/domain/findings/next-step.ts'
import type { ReviewRow } from '../../findings/rows.ts'
import type { Findings } from '../../findings/service.ts'
import { secondLookLeft } from '../prepare/second-look.ts'
import type { ReviewsRepository } from '../repository.ts'
import type { StepFacts } from './step-facts.ts'

/** Findings with their next step: as it was at the finish, or as it is today for a workflow's newest month. */
export function createSteps(repository: ReviewsRepository, findings: Findings, stepFacts: StepFacts) {
  function stepContext(review: ReviewRow): StepContext {
    const { left, judged } = secondLookLeft(repository, review)
    return { secondLookLeft: left, secondLookJudged: judged, ...stepFacts(review.workflow_id) }
  }

  function latest(workflowId: number): Finding | null {
    const found = findings.latestStored(workflowId)
    if (!found) return null
    const { finding, reviewId } = found
    const { secondLook = null, status } = finding
    // Only a month above its line asks what is left of its pool.
    const review = status === 'update_suggested' ? repository.find(reviewId) : undefined
    const context = review ? stepContext(review) : { secondLookLeft: 0, ...stepFacts(workflowId) }
    return { ...finding, nextStep: nextStepOf({ ...finding, secondLook }, context) }
  }

  return {
    latest,
    /** The finding of a review by today's rules; one that is still open counts as finished today. */
    compute: (review: ReviewRow) => findingOf({ ...findings.inputOf(review), context: stepContext(review) }),
    ofReview(row: ReviewRow): Finding | null {
      const isLatest = findings.points(row.workflow_id).at(-1)?.reviewId === row.id
      return isLatest ? latest(row.workflow_id) : (findings.stored(row.id)?.finding ?? null)
    },
  }
}

export type Steps = ReturnType<typeof createSteps>
