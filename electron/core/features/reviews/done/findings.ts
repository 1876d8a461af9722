import type { TrendPoint } from '../../../../../shared/contract/results.ts'
import type { FindingOrigin } from '../../../../../shared/contract/reviews/findings.ts'
import { linesOf } from '../../../../../shared/domain/figures/status.ts'
import { findingOf } from '../../../../../shared/domain/findings/finding.ts'
import type { Finding } from '../../../../../shared/domain/findings/finding-types.ts'
import type { StepContext } from '../../../../../shared/domain/findings/next-step.ts'
import { nextStepOf } from '../../../../../shared/domain/findings/next-step.ts'
import {
  type ChartSegment,
  chartValues,
  firstWholeMonth,
  runChartSegments,
} from '../../../../../shared/domain/findings/run-chart.ts'
import type { Context } from '../../../context.ts'
import type { Workflows } from '../../workflows/service.ts'
import { secondLookLeft } from '../prepare/second-look.ts'
import type { ReviewsRepository } from '../repository.ts'
import { type ReviewRow, toResult } from '../rows.ts'
import { createFindingStore, type StoredFinding } from './finding-store.ts'

/** A finished review without its finding. */
export type Point = Omit<TrendPoint, 'finding' | 'origin'>

/** What the step of a workflow's latest finding depends on beside its figures. */
export type StepFacts = (workflowId: number) => Omit<StepContext, 'secondLookLeft' | 'secondLookJudged'>

type Needs = {
  workflows: Pick<Workflows, 'find'>
  stepFacts: StepFacts
}

function pointOf(row: ReviewRow): Point | null {
  const result = toResult(row)
  if (!result || row.finished_on === null) return null
  return {
    reviewId: row.id,
    month: row.month,
    finishedOn: row.finished_on,
    drawMethod: row.draw_method,
    poolCount: row.pool_count,
    result,
  }
}

/** The finding of every finished review (R3a): computed at the finish, stored, and read by everything that speaks of it. */
export function createFindings(
  { db, clock, measured }: Pick<Context, 'db' | 'clock' | 'measured'>,
  repository: ReviewsRepository,
  { workflows, stepFacts }: Needs,
) {
  const store = createFindingStore(db)
  const nobody = 0

  /** The finding of a review by today's rules; one that is still open counts as finished today. */
  function compute(review: ReviewRow) {
    return findingOf({
      month: review.month,
      reviews: store.reviews(review.workflow_id, review.id, finishedOn(review.id)),
      goLiveOn: workflows.find(review.workflow_id).goLiveOn,
      lines: linesOf({ targetLine: review.target_line, updateLine: review.update_line }),
      marks: store.marks(review.id),
      rebasedFrom: rebasedFrom(review.workflow_id),
      context: stepContext(review),
    })
  }

  const finishedOn = (reviewId: number) => {
    const review = repository.find(reviewId)
    return review?.state === 'finished' && review.finished_on !== null ? review.finished_on : clock.today()
  }

  /** R6: the months that begin anew after a recorded change whose effect is settled. */
  const rebasedFrom = (workflowId: number) => store.settledFrom(workflowId).map(firstWholeMonth)

  function stepContext(review: ReviewRow): StepContext {
    const { left, judged } = secondLookLeft(repository, review)
    return { secondLookLeft: left, secondLookJudged: judged, ...stepFacts(review.workflow_id) }
  }

  function keep(reviewId: number, finding: Finding, cause: FindingOrigin['cause']) {
    forget()
    store.insert(reviewId, finding, { cause, computedAt: clock.now() })
    const review = repository.find(reviewId)
    if (review) measured.tell([review.workflow_id])
  }

  // Home asks for the points and the latest finding of every workflow each time; both change with a finish only.
  const known = new Map<number, readonly Point[]>()
  const latestKnown = new Map<number, StoredFinding | null>()

  function forget() {
    known.clear()
    latestKnown.clear()
  }

  /** Oldest first. */
  function points(workflowId: number): readonly Point[] {
    const list =
      known.get(workflowId) ?? repository.finishedOf(workflowId).flatMap((row) => pointOf(row) ?? [])
    known.set(workflowId, list)
    return list
  }

  /** The same, each with its finding. */
  function trend(workflowId: number): TrendPoint[] {
    const findings = new Map(store.ofWorkflow(workflowId).map((each) => [each.reviewId, each]))
    return points(workflowId).flatMap((point) => {
      const found = findings.get(point.reviewId)
      return found ? [{ ...point, finding: found.finding, origin: found.origin }] : []
    })
  }

  /** The finding of the newest finished month, with the step that is right today. */
  function latest(workflowId: number): Finding | null {
    const kept = latestKnown.get(workflowId)
    const found = kept === undefined ? store.latest(workflowId) : kept
    latestKnown.set(workflowId, found)
    return found && withStep(workflowId, found)
  }

  function withStep(workflowId: number, { finding, reviewId }: Pick<StoredFinding, 'finding' | 'reviewId'>) {
    const { secondLook = null, status } = finding
    const review = status === 'update_suggested' ? repository.find(reviewId) : undefined
    // Only a month above its line asks what is left of its pool.
    const context = review ? stepContext(review) : { secondLookLeft: 0, ...stepFacts(workflowId) }
    return { ...finding, nextStep: nextStepOf({ ...finding, secondLook }, context) }
  }

  function ofReview(row: ReviewRow): Finding | null {
    const found = store.ofReview(row.id)
    const isLatest = points(row.workflow_id).at(-1)?.reviewId === row.id
    return found && (isLatest ? withStep(row.workflow_id, found) : found.finding)
  }

  /** The run chart of a workflow as it stands: limits and signals over its newest measure. */
  function segments(workflowId: number): ChartSegment[] {
    const reviews = store.reviews(workflowId, nobody, clock.today())
    const last = reviews.at(-1)
    return last ? runChartSegments(chartValues(reviews, last.month), rebasedFrom(workflowId)) : []
  }

  return {
    compute,
    keep,
    forget,
    points,
    trend,
    latest,
    ofReview,
    segments,
    /** The finished reviews of a workflow as the rules read them, oldest first. */
    reviews: (workflowId: number) => store.reviews(workflowId, nobody, clock.today()),
    /** The finding in force of a finished review, as it was computed. */
    stored: (reviewId: number) => store.ofReview(reviewId),
    /** Finished reviews from before findings were kept, oldest month first. */
    without: store.without,
  }
}

export type Findings = ReturnType<typeof createFindings>
