import type { TrendPoint } from '../../../../../shared/contract/results.ts'
import type { DrawMethod } from '../../../../../shared/contract/reviews.ts'
import type { Workflow } from '../../../../../shared/contract/workflows.ts'
import type { MeasuredReview } from '../../../../../shared/domain/figures/change-effect.ts'
import { measures } from '../../../../../shared/domain/figures/measures/index.ts'
import { type MonthThreeLevel, monthThreeLevel } from '../../../../../shared/domain/figures/month-three.ts'
import {
  chartTitle,
  type Reference,
  resultSentence,
  whatThisTells,
} from '../../../../../shared/domain/figures/sentences.ts'
import { compareMeans } from '../../../../../shared/domain/figures/statistics.ts'
import { monthlyFigure, type SampleKind } from '../../../../../shared/domain/figures/status.ts'
import type { Db } from '../../../db/open.ts'
import type { Workflows } from '../../workflows/service.ts'
import type { ReviewsRepository } from '../repository.ts'
import { type ReviewRow, toResult } from '../rows.ts'

/** A finished review with the known editing values of its outputs. */
type Finding = { row: ReviewRow; point: TrendPoint; values: number[] }

const sampleOf = (method: DrawMethod): SampleKind => (method === 'by_hand' ? 'by_hand' : 'random')

function pointOf(row: ReviewRow): TrendPoint | null {
  const result = toResult(row)
  if (!result || row.finished_on === null) return null
  return {
    reviewId: row.id,
    month: row.month,
    finishedOn: row.finished_on,
    drawMethod: row.draw_method,
    result,
  }
}

/** What a workflow's finished reviews say together: trend, month-3 level and the sentences. */
export function createFindings(db: Db, repository: ReviewsRepository, workflows: Workflows) {
  const editings = db.prepare<[number], { review_id: number; editing: number }>(`
    SELECT i.review_id, i.editing FROM reviews r
    JOIN review_items i ON i.review_id = r.id AND i.state = 'active'
    WHERE r.workflow_id = ? AND r.state = 'finished' AND i.editing IS NOT NULL`)

  /** Oldest first. */
  function ofWorkflow(workflowId: number): Finding[] {
    const values = Map.groupBy(editings.all(workflowId), (row) => row.review_id)
    return repository.finishedOf(workflowId).flatMap((row) => {
      const point = pointOf(row)
      return point ? [{ row, point, values: (values.get(row.id) ?? []).map(({ editing }) => editing) }] : []
    })
  }

  // Home asks for the points of every workflow each time; they change only when a review is finished or reopened.
  const known = new Map<number, readonly TrendPoint[]>()

  /** Oldest first. */
  function points(workflowId: number): readonly TrendPoint[] {
    const list =
      known.get(workflowId) ?? repository.finishedOf(workflowId).flatMap((row) => pointOf(row) ?? [])
    known.set(workflowId, list)
    return list
  }

  /** The reviews that have a figure, as a change's before and after. */
  const measured = (workflowId: number): MeasuredReview[] =>
    ofWorkflow(workflowId).flatMap(({ point, values }) => {
      const { mean, low, high, known, measure } = point.result.figure
      const { month, finishedOn, drawMethod } = point
      return mean === null ? [] : [{ month, finishedOn, drawMethod, measure, mean, low, high, known, values }]
    })

  function monthThree(points: readonly TrendPoint[], workflow: Workflow): MonthThreeLevel | null {
    // Figures by another measure cannot be a reference for this one (UX 3D, rule 3).
    const comparable = points.filter(({ result }) => result.figure.measure === workflow.measure)
    return monthThreeLevel(
      comparable.map(({ month, finishedOn, result }) => ({
        period: month,
        finishedOn,
        mean: result.figure.mean,
      })),
      workflow.goLiveOn,
    )
  }

  function referenceTo(current: Finding, earlier: Finding | undefined): Reference | null {
    const mean = earlier?.point.result.figure.mean
    if (!earlier || mean === null || mean === undefined) return null
    const isRandom = [current, earlier].every(({ point }) => point.drawMethod !== 'by_hand')
    return {
      period: earlier.point.month,
      mean,
      comparison: isRandom ? compareMeans(current.values, earlier.values) : null,
    }
  }

  function references(current: Finding, all: readonly Finding[], workflow: Workflow) {
    const comparable = all.filter(
      ({ point }) =>
        point.month < current.point.month &&
        point.result.figure.measure === current.point.result.figure.measure,
    )
    const level = monthThree(
      comparable.map(({ point }) => point),
      { ...workflow, measure: current.point.result.figure.measure },
    )
    const third = level && comparable.find(({ point }) => point.month === level.period)
    const reference = third ? referenceTo(current, third) : null
    return {
      previous: referenceTo(current, comparable.at(-1)),
      monthThree: reference && level ? { ...reference, isProvisional: level.isProvisional } : null,
      wasAbove: comparable.some(({ point }) => point.result.figure.status === 'update_suggested'),
    }
  }

  const figureOf = ({ row, values, point }: Finding) =>
    monthlyFigure(
      [...values, ...Array<null>(point.result.figure.unknown).fill(null)],
      { target: row.target_line, update: row.update_line },
      { sample: sampleOf(row.draw_method), max: measures[row.measure].most },
    )

  /** The result of a finished review in words. */
  function sentence(review: ReviewRow, locale: string): string | null {
    const all = ofWorkflow(review.workflow_id)
    const current = all.find(({ row }) => row.id === review.id)
    if (!current) return null
    const { previous, monthThree: third } = references(current, all, workflows.find(review.workflow_id))
    return resultSentence({
      workflowName: review.workflow_name,
      figure: figureOf(current),
      previous,
      monthThree: third,
      sample: sampleOf(review.draw_method),
      locale,
    })
  }

  /** Title of the run chart, and what the latest figure can and cannot tell. */
  function story(workflow: Workflow, locale: string): { title: string; meaning: string | null } {
    const all = ofWorkflow(workflow.id)
    const latest = all.at(-1)
    if (!latest) return { title: 'No review finished yet', meaning: null }
    const { measure } = latest.point.result.figure
    const comparable = all.filter(({ point }) => point.result.figure.measure === measure)
    const { previous, wasAbove } = references(latest, all, workflow)
    const level = monthThree(
      comparable.map(({ point }) => point),
      { ...workflow, measure },
    )
    return {
      title: chartTitle(
        comparable.map(({ row, values }) => ({
          period: row.month,
          values,
          sample: sampleOf(row.draw_method),
        })),
        { locale, referencePeriod: level && !level.isProvisional ? level.period : null },
      ),
      meaning: whatThisTells({
        figure: figureOf(latest),
        previous,
        sample: sampleOf(latest.row.draw_method),
        lines: { target: latest.row.target_line, update: latest.row.update_line },
        isFirstAboveLine: !wasAbove,
        secondLook: null,
        locale,
      }),
    }
  }

  /** The latest review against the one before it; null where the two cannot be compared. */
  function latestMove(workflow: Workflow): { month: string; previous: Reference } | null {
    const all = ofWorkflow(workflow.id)
    const latest = all.at(-1)
    const previous = latest ? references(latest, all, workflow).previous : null
    return latest && previous?.comparison ? { month: latest.row.month, previous } : null
  }

  return {
    /** Reads the points again from now on. Call when a review is finished or reopened. */
    forget: () => known.clear(),
    points,
    measured,
    monthThree,
    sentence,
    story,
    latestMove,
  }
}

export type Findings = ReturnType<typeof createFindings>
