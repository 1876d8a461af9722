import { OutputsAsked } from '../../../../shared/contract/outputs.ts'
import type {
  DoneFacts,
  Home,
  Todo,
  UpcomingDate,
  WorkflowLine,
  WorkflowResults,
} from '../../../../shared/contract/results.ts'
import type { Workflow } from '../../../../shared/contract/workflows.ts'
import { lastDecidedOn } from '../../../../shared/domain/foundation/last-decided.ts'
import { addMonths, monthOf } from '../../../../shared/domain/time/dates.ts'
import type { WorkflowMonth } from '../../../../shared/domain/time/months.ts'
import { sessionMinutes } from '../../../../shared/domain/time/session-length.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { AttentionSource } from '../../attention.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { Changes } from '../changes/service.ts'
import type { Company } from '../company/service.ts'
import type { Effects } from '../effects/service.ts'
import type { Findings } from '../findings/service.ts'
import type { FoundationReviews } from '../foundation-reviews/service.ts'
import type { Months } from '../months/service.ts'
import type { Reviews } from '../reviews/service.ts'
import type { Standards } from '../standards/service.ts'
import type { Workflows } from '../workflows/service.ts'
import { dotRows, issueFacts } from './done.ts'
import { createJudgedOutput } from './judged-output.ts'
import { createOutputList } from './outputs.ts'
import { createResultsRepository, type MonthIssue, type SectionIssues } from './repository.ts'
import { reviewDates } from './review-dates.ts'
import { changeDates, oneAWorkflow, overdueChanges, todosOf } from './todos.ts'
import { createUpdatePlan } from './update-plan.ts'

type Needs = {
  workflows: Workflows
  standards: Standards
  findings: Pick<Findings, 'levelToday' | 'points' | 'trend' | 'segments' | 'reviews'>
  reviews: Reviews
  changes: Pick<Changes, 'ofWorkflow'>
  effects: Pick<Effects, 'waitingChanges' | 'sideBefore'>
  company: Pick<Company, 'ownerName' | 'reviewDay'>
  months: Pick<Months, 'all' | 'of' | 'nextOf'>
  foundationReviews: Pick<FoundationReviews, 'matter' | 'dueOn'>
  /** What the features below put on Home, in this order. */
  attention: readonly AttentionSource[]
}

const sparkMonths = 12
const issueMonths = 3

export type Results = Handlers<'results'> & {
  lineOf: (workflow: Workflow) => WorkflowLine
  resultsOf: (workflowId: number) => WorkflowResults
  /** The issues of one month's review, with the output each was found in. */
  issuesOf: (workflowId: number, month: string) => MonthIssue[]
}

export function createResults({ db, clock }: Context, needs: Needs): Results {
  const { workflows, reviews, changes, findings } = needs
  const repository = createResultsRepository(db)
  const outputs = createOutputList(db)
  const judgedOutput = createJudgedOutput(db)

  function lineOf(workflow: Workflow, months: readonly WorkflowMonth[]): WorkflowLine {
    const finding = reviews.latest(workflow.id)
    const next = needs.months.nextOf(workflow, months)
    return {
      workflowId: workflow.id,
      name: workflow.name,
      stage: workflow.stage,
      processOwner: workflow.processOwner,
      measure: workflow.measure,
      finding,
      spark: findings
        .points(workflow.id)
        .filter(({ result }) => result.figure.measure === workflow.measure)
        .slice(-sparkMonths)
        .flatMap(({ month, result }) =>
          result.figure.mean === null ? [] : [{ month, mean: result.figure.mean }],
        ),
      nextMonth: next?.month ?? null,
      nextReviewOn: next?.due ?? null,
    }
  }

  /** Each workflow's line; the months are read once. */
  function linesOf(list: readonly Workflow[]): WorkflowLine[] {
    const months = Map.groupBy(needs.months.all(), ({ workflow }) => workflow.id)
    return list.map((workflow) => lineOf(workflow, months.get(workflow.id) ?? []))
  }

  const active = () => workflows.all().filter(({ stage }) => stage !== 'retired')

  function resultsOf(workflowId: number): WorkflowResults {
    const workflow = workflows.find(workflowId)
    const points = findings.trend(workflowId)
    const next = needs.months.nextOf(workflow, needs.months.of(workflowId))
    return {
      workflowId,
      measure: workflow.measure,
      targetLine: workflow.targetLine,
      updateLine: workflow.updateLine,
      points,
      nextReview: next && { ...next, isOverdue: next.due < clock.today() },
      finding: reviews.latest(workflowId),
      segments: findings.segments(workflowId),
      markers: changes
        .ofWorkflow(workflowId)
        .filter(({ plan, isStartingPoint }) => plan === null && !isStartingPoint)
        .map(({ number, onDate, what, isMeasureChange }) => ({ number, onDate, what, isMeasureChange })),
      issues: issuesBySection(workflowId, points.at(-1)?.month),
      levelToday: findings.levelToday(workflowId),
    }
  }

  /** The issues of the three months to its latest one, by section, most first. */
  function issuesBySection(workflowId: number, latest: WorkflowMonth['month'] | undefined) {
    const from = addMonths(latest ?? monthOf(clock.today()), 1 - issueMonths)
    return bySection(repository.sections(workflowId, from))
  }
  const sectionOf = (workflowId: number) =>
    issuesBySection(workflowId, findings.points(workflowId).at(-1)?.month)[0]?.sectionId ?? null

  const reviewOf = (workflowId: number) => findings.points(workflowId).at(-1)?.reviewId ?? null

  return {
    resultsOf,
    lineOf: (workflow) => lineOf(workflow, needs.months.of(workflow.id)),
    issuesOf: (workflowId, month) => repository.issuesOf(workflowId, month),
    home(_input, { locale }): Home {
      const list = active()
      const lines = linesOf(list)
      const next = reviews.nextSession()
      const { continueReviewId } = next
      const task = next.tasks.find(({ reviewId }) => reviewId === continueReviewId)
      const place = continueReviewId === null ? null : reviews.place(continueReviewId)
      const today = clock.today()
      const waiting = needs.effects.waitingChanges()
      const others = needs.attention.map((source) => source(locale))
      const todos: Todo[] = [
        ...todosOf(list, lines, next, {
          ...{ today, locale, sectionOf, reviewOf },
          guideOf: reviews.linesGuide,
          levelOf: findings.levelToday,
        }),
        ...overdueChanges(waiting, { today, next: next.month, locale }),
        ...others.flatMap((other) => other.todos),
      ]
      const due = needs.company.reviewDay()
      const ofReviews = () => [
        ...reviewDates(needs.months.all(), { today, due, from: next.month, locale }),
        ...changeDates(waiting, { today, next: next.month, due, locale }),
      ]
      return {
        ownerName: needs.company.ownerName(),
        today,
        session: list.length === 0 && continueReviewId === null ? null : next,
        foundation: needs.foundationReviews.matter(locale),
        continueAt:
          continueReviewId !== null && task && place
            ? { reviewId: continueReviewId, workflowName: task.workflowName, ...place }
            : null,
        budgetMinutes: sessionMinutes(next.total),
        workflows: lines,
        todos: oneAWorkflow(todos),
        dates: [...(list.length === 0 ? [] : ofReviews()), ...others.flatMap((other) => other.dates)].sort(
          byDay,
        ),
      }
    },
    updatePlan: createUpdatePlan(db, needs),
    overview: () => linesOf(workflows.all()),
    workflow: ({ workflowId }) => resultsOf(workflowId),
    done({ reviewId }): DoneFacts {
      const { workflowId, month, finding } = reviews.read(reviewId)
      if (!finding) throw new AppError('CONFLICT', 'This review is open. Finish it first.')
      const points = findings.trend(workflowId)
      const line = lineOf(workflows.find(workflowId), needs.months.of(workflowId))
      const foundationReview = needs.foundationReviews.dueOn()
      return {
        rows: dotRows(finding, findings.reviews(workflowId)),
        statusBefore: points.findLast((point) => point.month < month)?.finding.status ?? null,
        issues: issueFacts(repository.issuesOf(workflowId, month)),
        next: [
          ...(line.nextReviewOn === null
            ? []
            : [{ kind: 'monthly_review' as const, on: line.nextReviewOn, month: line.nextMonth }]),
          ...(foundationReview === null
            ? []
            : [{ kind: 'foundation_review' as const, on: foundationReview, month: null }]),
        ]
          .map((date) => ({ ...date, isOverdue: date.on < clock.today() }))
          .toSorted((first, second) => first.on.localeCompare(second.on)),
      }
    },
    outputs: (asked) => outputs.page(OutputsAsked.parse(asked)),
    outputChoices: ({ workflowId }) => outputs.choices(workflowId),
    output: ({ itemId }) => judgedOutput(itemId),
  }
}

const byDay = (a: UpcomingDate, b: UpcomingDate) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)

/** Issues per Foundation section, most first; rows come with the most frequent type of a section first. */
function bySection(rows: readonly SectionIssues[]): WorkflowResults['issues'] {
  return [...Map.groupBy(rows, ({ section }) => section)]
    .map(([section, types]) => ({
      section,
      sectionId: types[0]?.sectionId ?? null,
      lastDecided: lastDecidedOn(types[0]?.liveOn ?? null, types[0]?.checkedOn ?? null),
      note: types[0]?.note ?? '',
      count: types.reduce((sum, { count }) => sum + count, 0),
      mostOften: types[0]?.type ?? '',
    }))
    .sort((first, second) => second.count - first.count)
}
