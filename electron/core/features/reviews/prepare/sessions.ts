import type {
  ReviewTask,
  Session,
  SessionSummary,
  TaskState,
} from '../../../../../shared/contract/reviews.ts'
import type { Workflow } from '../../../../../shared/contract/workflows.ts'
import { monthlyReviewDue } from '../../../../../shared/domain/time/cadence.ts'
import { monthOf } from '../../../../../shared/domain/time/dates.ts'
import type { Context } from '../../../context.ts'
import type { Outputs } from '../../outputs/service.ts'
import type { Standards } from '../../standards/service.ts'
import type { Workflows } from '../../workflows/service.ts'
import type { ItemProgress, ReviewsRepository } from '../repository.ts'
import { type ReviewRow, toCursor, toResult } from '../rows.ts'
import { obstacleOf } from './draw.ts'

type Needs = { outputs: Outputs; workflows: Workflows; standards: Standards; reviewDay: () => number | null }

/** A month's task list: one row per workflow. */
export function createSessions({ clock }: Context, repository: ReviewsRepository, needs: Needs) {
  const { outputs, workflows, standards, reviewDay } = needs

  function task(
    workflow: Workflow,
    month: string,
    review: ReviewRow | undefined,
    progress: ItemProgress | undefined,
  ): ReviewTask {
    const obstacle = review ? null : obstacleOf(workflow, standards.find(workflow.id))
    const outputCount = review ? review.output_count : outputs.countOf(workflow.id, month)
    const state: TaskState = review
      ? review.state === 'finished'
        ? 'completed'
        : 'in_progress'
      : obstacle
        ? 'cannot_start'
        : 'not_started'
    return {
      workflowId: workflow.id,
      workflowName: workflow.name,
      state,
      reviewId: review?.id ?? null,
      done: progress?.done ?? 0,
      total: progress?.total ?? workflow.sampleSize,
      outputCount,
      obstacle,
      result: review ? toResult(review) : null,
    }
  }

  function session(month: string): Session {
    const reviews = new Map(repository.ofMonth(month).map((review) => [review.workflow_id, review]))
    const progress = repository.progress(month)
    const tasks = workflows
      .all()
      .filter(({ id, stage }) => stage !== 'retired' || reviews.has(id))
      .map((workflow) => {
        const review = reviews.get(workflow.id)
        return task(workflow, month, review, review && progress.get(review.id))
      })
    return {
      month,
      dueOn: monthlyReviewDue(month, reviewDay()),
      state: stateOfTasks(tasks),
      done: sum(tasks.map(({ done }) => done)),
      total: sum(tasks.map(({ total }) => total)),
      secondsUsed: sum([...reviews.values()].map((review) => review.seconds_used)),
      tasks,
      continueReviewId: tasks.find(({ state }) => state === 'in_progress')?.reviewId ?? null,
    }
  }

  /** The session to go on with: an earlier month whose review was left open comes before the current one. */
  function next(): Session {
    const current = monthOf(clock.today())
    const open = repository.oldestOpenMonth()
    return session(open !== null && open < current ? open : current)
  }

  /** Where an open review stands: the output under the cursor, or the first one not done. */
  function place(reviewId: number): { position: number; total: number } | null {
    const review = repository.find(reviewId)
    if (!review) return null
    const items = repository.items(reviewId)
    const { itemId } = toCursor(review)
    const index = items.findIndex(({ id }) => id === itemId)
    const first = items.findIndex(({ isDone }) => !isDone)
    return { position: Math.max(0, index >= 0 ? index : first) + 1, total: items.length }
  }

  function sessions(): SessionSummary[] {
    const current = monthOf(clock.today())
    const past = repository
      .months()
      .filter(({ month }) => month !== current)
      .map(
        ({ month, total, done, seconds, reviews, finished }): SessionSummary => ({
          month,
          dueOn: monthlyReviewDue(month, reviewDay()),
          state: reviews === finished ? 'completed' : 'in_progress',
          done,
          total,
          secondsUsed: seconds,
          continueReviewId: null,
        }),
      )
    const { tasks, ...now } = session(current)
    const months = tasks.length === 0 ? past : [now, ...past]
    return months.sort((first, second) => second.month.localeCompare(first.month))
  }

  return { session, sessions, next, place }
}

function stateOfTasks(tasks: readonly ReviewTask[]): TaskState {
  const states = new Set(tasks.map(({ state }) => state))
  if (states.size === 0) return 'cannot_start'
  if (states.has('in_progress')) return 'in_progress'
  if (!states.has('completed')) return states.has('not_started') ? 'not_started' : 'cannot_start'
  return states.size === 1 ? 'completed' : 'in_progress'
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
