import { setImmediate as nextTurn } from 'node:timers/promises'
import { monthHeadline } from '../../../../shared/domain/findings/month-headline.ts'
import { periodName, type ReportPeriod } from '../../../../shared/domain/report/period.ts'
import { addMonths, lastDayOf, monthOf } from '../../../../shared/domain/time/dates.ts'
import { heldAndMissed, isRetiredBy } from '../../../../shared/domain/time/months.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { loggedChanges } from '../../export/change-log.ts'
import type {
  OutputRow,
  ReviewedWorkflow,
  ReviewWorkbookModel,
  WorkbookIssue,
  WorkbookReview,
} from '../../export/review-workbook-model.ts'
import type { Company } from '../company/service.ts'
import type { Effects } from '../effects/service.ts'
import type { FoundationReviews } from '../foundation-reviews/service.ts'
import type { ModelTests } from '../model-tests/service.ts'
import type { Months } from '../months/service.ts'
import type { Reports } from '../reports/service.ts'
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
  foundationReviews: Pick<FoundationReviews, 'read' | 'heldTo'>
  modelTests: Pick<ModelTests, 'revealedTo'>
  reports: Pick<Reports, 'usedOf'>
}

type Asked = { period: ReportPeriod; withTexts: boolean; locale: string }
type Read = ReturnType<Reviews['read']>

/** Gathers the finished reviews of a period for the workbook. Throws INVALID_INPUT when there is none. */
export async function reviewModel(
  context: Context,
  sources: Sources,
  asked: Asked,
): Promise<ReviewWorkbookModel> {
  const { clock, appVersion } = context
  const { company, workflows, reviews, results, effects } = sources
  const { period, withTexts, locale } = asked
  const reviewed: Reviewed[] = []
  for (const { id } of workflows.all()) reviewed.push(...(await reviewedIn(id, sources, period)))
  if (reviewed.length === 0) {
    throw new AppError(
      'INVALID_INPUT',
      `No review of ${periodName(period, locale)} is finished yet. Finish one, then save the workbook.`,
    )
  }
  const all = reviewed.flatMap((each) => each.reviews)
  const end = lastDayOf(period.to)
  const names = company.get()
  return {
    company: names?.name ?? '',
    ownerName: names?.ownerName ?? '',
    period,
    createdAt: clock.now(),
    zone: clock.zone(),
    locale,
    appVersion,
    headline: monthHeadline(
      reviewed.map(({ latest: { name, finding, inUseTo } }) => ({ name, status: finding.status, inUseTo })),
      locale,
    ),
    workflows: reviewed.map(({ latest }) => latest),
    reviews: all,
    outputs: outputsOf(reviews, all),
    issues: await issuesOf(results, all),
    foundationReviews: sources.foundationReviews
      .heldTo(end)
      .map((id) => sources.foundationReviews.read(id, locale)),
    modelTests: await sources.modelTests.revealedTo(end),
    changes: effects
      .all()
      .filter(({ onDate, plan }) => plan === null && monthOf(onDate) <= period.to)
      .flatMap(loggedChanges),
    withTexts,
  }
}

type Reviewed = { reviews: WorkbookReview[]; latest: ReviewedWorkflow }

/**
 * A workflow's finished reviews of the period, oldest first, and what the latest of them says; none or one. Reading
 * a review takes milliseconds, so others have their turn between two.
 */
async function reviewedIn(
  workflowId: number,
  { workflows, reviews, results, months, reports }: Sources,
  { from, to }: ReportPeriod,
): Promise<Reviewed[]> {
  const own = months.of(workflowId)
  const read: Read[] = []
  for (const { month, state, reviewId } of own) {
    if (state !== 'finished' || reviewId === null || month < from || month > to) continue
    read.push(reviews.read(reviewId))
    await nextTurn()
  }
  const finished = read.flatMap(toReview)
  const latest = finished.at(-1)
  const finding = read.at(-1)?.finding
  if (!latest || !finding) return []
  const year = { from: addMonths(to, -11), to }
  const workflow = workflows.find(workflowId)
  return [
    {
      reviews: finished,
      latest: {
        ...latest,
        finding,
        nextReviewOn: results.lineOf(workflow).nextReviewOn,
        inUseTo: isRetiredBy(workflow.retiredOn, to) ? workflow.retiredOn : null,
        months: heldAndMissed(own, year),
        used: reports.usedOf(workflowId),
        points: results.resultsOf(workflowId).points.filter(({ month }) => month <= to),
      },
    },
  ]
}

async function issuesOf(
  results: Pick<Results, 'issuesOf'>,
  all: readonly WorkbookReview[],
): Promise<WorkbookIssue[]> {
  const issues: WorkbookIssue[] = []
  for (const { reviewId, workflowId, month } of all) {
    issues.push(...results.issuesOf(workflowId, month).map((issue) => ({ ...issue, reviewId })))
    await nextTurn()
  }
  return issues
}

function toReview(review: Read): WorkbookReview[] {
  const { id, workflowId, workflowName, month, result, draw, finishedOn, standards } = review
  if (!result || finishedOn === null) return []
  const drawMethod = draw.method
  return [{ reviewId: id, workflowId, name: workflowName, month, result, drawMethod, finishedOn, standards }]
}

/** One review after the other, so that only one is held in memory. */
function* outputsOf(reviews: Reviews, all: readonly WorkbookReview[]): Generator<OutputRow> {
  for (const { reviewId } of all) {
    for (const item of reviews.itemsOf(reviewId)) yield { reviewId, item }
  }
}
