import type { TrendPoint } from '../../../../shared/contract/results.ts'
import type { FindingOrigin } from '../../../../shared/contract/reviews/findings.ts'
import { linesOf } from '../../../../shared/domain/figures/status.ts'
import type { FindingInput } from '../../../../shared/domain/findings/finding.ts'
import type { Finding } from '../../../../shared/domain/findings/finding-types.ts'
import { type LevelToday, levelSince } from '../../../../shared/domain/findings/month-three.ts'
import {
  type ChartSegment,
  chartValues,
  firstWholeMonth,
  runChartSegments,
} from '../../../../shared/domain/findings/run-chart.ts'
import type { Context } from '../../context.ts'
import type { Workflows } from '../workflows/service.ts'
import { createFindingsRepository, type StoredFinding } from './repository.ts'
import { createReviewRows, type ReviewRow, toResult } from './rows.ts'

/** A finished review without its finding. */
export type Point = Omit<TrendPoint, 'finding' | 'origin'>

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

/** A finding without its step, which is read afresh by what stands above (reviews). */
export type Found = Omit<Finding, 'nextStep'>

/** The finding of every finished review (R3a), stored at the finish, and read by everything that speaks of it. */
export function createFindings(
  { db, clock, measured }: Pick<Context, 'db' | 'clock' | 'measured'>,
  workflows: Pick<Workflows, 'find'>,
) {
  const store = createFindingsRepository(db)
  const rows = createReviewRows(db)
  const nobody = 0

  /** What the finding of a review is computed from today; a review that is still open counts as finished today. */
  function inputOf(review: ReviewRow): Omit<FindingInput, 'context'> {
    return {
      month: review.month,
      reviews: store.reviews(review.workflow_id, review.id, finishedOn(review.id)),
      goLiveOn: workflows.find(review.workflow_id).goLiveOn,
      lines: linesOf({ targetLine: review.target_line, updateLine: review.update_line }),
      marks: store.marks(review.id),
      rebasedFrom: rebasedFrom(review.workflow_id),
    }
  }

  const finishedOn = (reviewId: number) => {
    const review = rows.find(reviewId)
    return review?.state === 'finished' && review.finished_on !== null ? review.finished_on : clock.today()
  }

  /** R6: the months that begin anew after a recorded change whose effect is settled. */
  const rebasedFrom = (workflowId: number) => store.settledFrom(workflowId).map(firstWholeMonth)

  function keep(reviewId: number, finding: Finding, cause: FindingOrigin['cause']) {
    forget()
    store.insert(reviewId, finding, { cause, computedAt: clock.now() })
    const review = rows.find(reviewId)
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
    const list = known.get(workflowId) ?? rows.finishedOf(workflowId).flatMap((row) => pointOf(row) ?? [])
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

  /** The finding of the newest finished month, and whose it is. */
  function latestStored(workflowId: number): StoredFinding | null {
    const kept = latestKnown.get(workflowId)
    const found = kept === undefined ? store.latest(workflowId) : kept
    latestKnown.set(workflowId, found)
    return found
  }

  /** The month-3 level of today where the newest finding was worked out with another one. */
  function levelToday(workflowId: number): LevelToday | null {
    const newest = latestStored(workflowId)
    // All outputs are read only where a month before it was finished, looked at again or corrected since.
    if (!newest || !store.isAnyBeforeNewer(workflowId, newest)) return null
    const reviews = store.reviews(workflowId, nobody, clock.today())
    return levelSince(newest.finding, reviews, workflows.find(workflowId).goLiveOn)
  }

  /** The run chart of a workflow as it stands: limits and signals over its newest measure. */
  function segments(workflowId: number): ChartSegment[] {
    const reviews = store.reviews(workflowId, nobody, clock.today())
    const last = reviews.at(-1)
    return last ? runChartSegments(chartValues(reviews, last.month), rebasedFrom(workflowId)) : []
  }

  return {
    inputOf,
    keep,
    forget,
    points,
    trend,
    latest: (workflowId: number): Found | null => latestStored(workflowId)?.finding ?? null,
    latestStored,
    levelToday,
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
