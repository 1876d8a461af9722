import { monthHeadline } from '../../../../shared/domain/findings/month-headline.ts'
import { formatMonth } from '../../../../shared/domain/format.ts'
import { addMonths } from '../../../../shared/domain/time/dates.ts'
import { heldAndMissed } from '../../../../shared/domain/time/months.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { loggedChanges } from '../../export/change-log.ts'
import type { OutputRow, ReviewedWorkflow, ReviewWorkbookModel } from '../../export/review-workbook-model.ts'
import type { Company } from '../company/service.ts'
import type { Effects } from '../effects/service.ts'
import type { Months } from '../months/service.ts'
import type { Results } from '../results/service.ts'
import type { Reviews } from '../reviews/service.ts'
import type { Workflows } from '../workflows/service.ts'

export type Sources = {
  company: Pick<Company, 'get' | 'name'>
  workflows: Workflows
  reviews: Reviews
  results: Results
  effects: Pick<Effects, 'all'>
  months: Pick<Months, 'of'>
}

/** Gathers one month's finished reviews for the workbook. Throws INVALID_INPUT when there is none. */
export function reviewModel(
  { clock, appVersion }: Context,
  { company, workflows, reviews, results, effects, months }: Sources,
  { month, withTexts, locale }: { month: string; withTexts: boolean; locale: string },
): ReviewWorkbookModel {
  const finished = reviews
    .sessionOf(month)
    .tasks.flatMap(({ reviewId, state }) => (reviewId !== null && state === 'completed' ? [reviewId] : []))
  if (finished.length === 0) {
    throw new AppError(
      'INVALID_INPUT',
      `No review of ${formatMonth(month, locale)} is finished yet. Finish one, then save the workbook.`,
    )
  }
  const read = finished.map((reviewId) => reviews.read(reviewId))
  const reviewed = read.flatMap((review): ReviewedWorkflow[] => {
    if (!review.result || !review.finding || review.finishedOn === null) return []
    const workflow = workflows.find(review.workflowId)
    return [
      {
        workflowId: review.workflowId,
        name: review.workflowName,
        result: review.result,
        finding: review.finding,
        nextReviewOn: results.lineOf(workflow).nextReviewOn,
        months: heldAndMissed(months.of(workflow.id), { from: addMonths(month, -11), to: month }),
        drawMethod: review.draw.method,
        finishedOn: review.finishedOn,
        points: results.resultsOf(workflow.id).points.filter((point) => point.month <= month),
        standards: review.standards,
      },
    ]
  })
  const names = company.get()
  return {
    company: names?.name ?? '',
    ownerName: names?.ownerName ?? '',
    month,
    createdAt: clock.now(),
    zone: clock.zone(),
    locale,
    appVersion,
    headline: monthHeadline(
      reviewed.map(({ name, finding }) => ({ name, status: finding.status })),
      locale,
    ),
    workflows: reviewed,
    outputs: read.flatMap(({ id, workflowId }) =>
      reviews.itemsOf(id).map((item): OutputRow => ({ workflowId, item })),
    ),
    issues: reviewed.flatMap(({ workflowId }) =>
      results.issuesOf(workflowId, month).map((issue) => ({ ...issue, workflowId })),
    ),
    changes: effects
      .all()
      .filter(({ onDate, plan }) => plan === null && onDate.slice(0, 7) <= month)
      .flatMap(loggedChanges),
    withTexts,
  }
}
