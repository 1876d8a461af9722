import type {
  ReviewTask,
  Session,
  SessionSummary,
  TaskState,
} from '../../../../../shared/contract/reviews/reviews.ts'
import type { Workflow } from '../../../../../shared/contract/workflows.ts'
import { secondLookSize } from '../../../../../shared/domain/findings/update-due.ts'
import { type Month, monthOf } from '../../../../../shared/domain/time/dates.ts'
import { type MonthlyDue, monthlyDue } from '../../../../../shared/domain/time/months.ts'
import type { Context } from '../../../context.ts'
import { type ReviewRow, toResult } from '../../findings/rows.ts'
import type { Findings } from '../../findings/service.ts'
import type { MonthOfWorkflow, Months } from '../../months/service.ts'
import type { Outputs } from '../../outputs/service.ts'
import type { Standards } from '../../standards/service.ts'
import type { Workflows } from '../../workflows/service.ts'
import type { Steps } from '../done/steps.ts'
import type { ItemProgress, ReviewsRepository } from '../repository.ts'
import { toCursor } from '../rows.ts'
import { obstacleOf } from './draw.ts'
import { secondLookLeft } from './second-look.ts'

type Needs = {
  outputs: Outputs
  workflows: Workflows
  standards: Standards
  months: Months
  findings: Pick<Findings, 'stored'>
  steps: Pick<Steps, 'ofReview'>
  reviewDay: () => MonthlyDue
}

/** A month's task list, one row per workflow, and the months as a list. */
export function createSessions(
  { clock }: Context,
  repository: ReviewsRepository,
  { outputs, workflows, standards, months, findings, steps, reviewDay }: Needs,
) {
  const obstacle = (workflow: Workflow) => obstacleOf(workflow, standards.find(workflow.id))

  function task(
    workflow: Workflow,
    month: Month,
    review: ReviewRow | undefined,
    progress: ItemProgress | undefined,
    skipReason: string | null,
  ): ReviewTask {
    const hindered = review ? null : obstacle(workflow)
    return {
      workflowId: workflow.id,
      workflowName: workflow.name,
      state: stateOfTask(review, skipReason, hindered !== null),
      reviewId: review?.id ?? null,
      ...progressOf(workflow, progress),
      outputCount: review ? review.output_count : outputs.countOf(workflow.id, month),
      obstacle: hindered,
      skipReason,
      result: review ? toResult(review) : null,
      status: review ? (findings.stored(review.id)?.finding.status ?? null) : null,
      secondLook: review?.state === 'finished' ? secondLook(review) : null,
    }
  }

  /** The second look at a finished month: under way, or called for with outputs left. */
  function secondLook(review: ReviewRow): ReviewTask['secondLook'] {
    const begun = repository.secondLookOf(review.id)
    const isOpen = begun?.state === 'open'
    const step = isOpen ? null : steps.ofReview(review)?.nextStep
    if (!isOpen && step?.kind !== 'second_look') return null
    const { left, judged } = secondLookLeft(repository, review)
    return {
      reviewId: isOpen ? begun.id : null,
      done: judged,
      total: Math.min(secondLookSize, judged + left),
    }
  }

  /** The workflows on a month's list: those whose month it is, and those with outputs of it from before. */
  function listed(month: Month, own: readonly MonthOfWorkflow[]): Workflow[] {
    const ids = new Set(own.map(({ workflow }) => workflow.id))
    // Before the months begin every workflow may be filled from history.
    const isOpenToAll = own.every(({ isHistory }) => isHistory)
    return workflows
      .all()
      .filter(
        ({ id, stage }) =>
          ids.has(id) || (stage !== 'retired' && (isOpenToAll || outputs.countOf(id, month) > 0)),
      )
  }

  function session(month: Month): Session {
    const own = months.all().filter((each) => each.month === month)
    const rows = repository.ofMonth(month)
    const firsts = rows.filter(({ second_of }) => second_of === null)
    const reviews = new Map(firsts.map((review) => [review.workflow_id, review]))
    const progress = repository.progress(month)
    const byWorkflow = new Map(own.map((each) => [each.workflow.id, each]))
    const tasks = listed(month, own).map((workflow) => {
      const review = reviews.get(workflow.id)
      const skipReason = byWorkflow.get(workflow.id)?.reason ?? null
      return task(workflow, month, review, review && progress.get(review.id), skipReason)
    })
    const counted = own.length === 0 ? tasks : tasks.filter(({ workflowId }) => byWorkflow.has(workflowId))
    return {
      ...datesOf(month, own),
      ...howFar(counted),
      secondsUsed: sum(rows.map((review) => review.seconds_used)),
      tasks,
      continueReviewId: tasks.find(({ state }) => state === 'in_progress')?.reviewId ?? null,
    }
  }

  function datesOf(month: Month, own: readonly MonthOfWorkflow[]) {
    return {
      month,
      dueOn: monthlyDue(month, reviewDay()),
      daysOverdue: Math.max(0, ...own.map(({ daysOverdue }) => daysOverdue)),
      isHistory: own.length > 0 && own.every(({ isHistory }) => isHistory),
    }
  }

  /** The session to go on with: the oldest open month; where all are closed this one, or the first to come. */
  function next(): Session {
    const all = months.all()
    const current = monthOf(clock.today())
    const open = all.flatMap(({ state, month }) => (state === 'open' && month <= current ? [month] : []))
    const [oldest] = open.sort()
    if (oldest !== undefined) return session(oldest)
    if (all.some(({ month }) => month === current)) return session(current)
    const starts = workflows.all().flatMap((workflow) => months.nextOf(workflow, [])?.month ?? [])
    return session(starts.sort()[0] ?? current)
  }

  /** Where an open review stands: the output under the cursor, or the first one not done. */
  function place(reviewId: number): { position: number; total: number } | null {
    const review = repository.find(reviewId)
    if (!review) return null
    const items = repository.shown(reviewId)
    const { itemId } = toCursor(review)
    const index = items.findIndex(({ id }) => id === itemId)
    const first = items.findIndex(({ isDone }) => !isDone)
    return { position: Math.max(0, index >= 0 ? index : first) + 1, total: items.length }
  }

  function sessions(): SessionSummary[] {
    const progress = repository.progressOfAll()
    const seconds = repository.secondsOfMonths()
    const cannotStart = new Set(
      workflows.all().flatMap((workflow) => (obstacle(workflow) === null ? [] : [workflow.id])),
    )
    const stateOfMonth = ({ workflow, state, reviewId }: MonthOfWorkflow): TaskState => {
      if (state === 'open') {
        if (reviewId !== null) return 'in_progress'
        return cannotStart.has(workflow.id) ? 'cannot_start' : 'not_started'
      }
      return state === 'finished' ? 'completed' : 'skipped'
    }
    const list = [...Map.groupBy(months.all(), ({ month }) => month)].map(([month, own]): SessionSummary => {
      const parts = own.map((each) => ({
        state: stateOfMonth(each),
        ...progressOf(each.workflow, each.reviewId === null ? undefined : progress.get(each.reviewId)),
      }))
      const begun = own.find(({ state, reviewId }) => state === 'open' && reviewId !== null)
      return {
        ...datesOf(month, own),
        ...howFar(parts),
        secondsUsed: seconds.get(month) ?? 0,
        continueReviewId: begun?.reviewId ?? null,
      }
    })
    const byMonth = list.sort((a, b) => a.month.localeCompare(b.month))
    return [...byMonth.filter(isOpen), ...byMonth.filter((each) => !isOpen(each)).reverse()]
  }

  return { session, sessions, next, place }
}

const isOpen = ({ state }: Pick<SessionSummary, 'state'>) => state !== 'completed' && state !== 'skipped'

function stateOfTask(
  review: ReviewRow | undefined,
  skipReason: string | null,
  isHindered: boolean,
): TaskState {
  if (review?.state === 'finished') return 'completed'
  if (skipReason !== null) return 'skipped'
  if (review) return 'in_progress'
  return isHindered ? 'cannot_start' : 'not_started'
}

type Part = Pick<ReviewTask, 'state' | 'done' | 'total' | 'againCount' | 'secondLookCount'>

const progressOf = (workflow: Workflow, progress: ItemProgress | undefined): Omit<Part, 'state'> => ({
  done: progress?.done ?? 0,
  total: progress?.total ?? workflow.sampleSize,
  againCount: progress?.again ?? 0,
  secondLookCount: progress?.second ?? 0,
})

/** What a month's parts come to; what was skipped is counted, its outputs are not. */
function howFar(
  parts: readonly Part[],
): Pick<Session, 'state' | 'done' | 'total' | 'secondLookCount' | 'skippedCount'> {
  const reviewed = parts.filter(({ state }) => state !== 'skipped')
  return {
    state: stateOf(parts.map(({ state }) => state)),
    done: sum(reviewed.map(({ done }) => done)),
    total: sum(reviewed.map(({ total }) => total)),
    secondLookCount: sum(reviewed.map(({ secondLookCount }) => secondLookCount)),
    skippedCount: parts.length - reviewed.length,
  }
}

/** How far a month is: closed once every workflow's is, completed where one of them was reviewed. */
function stateOf(list: readonly TaskState[]): TaskState {
  const states = new Set(list)
  if (states.size === 0) return 'cannot_start'
  if (states.has('in_progress')) return 'in_progress'
  if (!states.has('not_started') && !states.has('cannot_start')) {
    return states.has('completed') ? 'completed' : 'skipped'
  }
  if (states.has('completed')) return 'in_progress'
  return states.has('not_started') ? 'not_started' : 'cannot_start'
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
