import type { ReviewTask, Session } from '../../../shared/contract/reviews/reviews.ts'
import { formatShare } from '../../../shared/domain/format.ts'
import { halfHoursInWords, sessionMinutes } from '../../../shared/domain/time/session-length.ts'
import { againWords, count, sizeWords } from '../../parts/tasks/words.ts'
import { workflowPath } from '../../ui/lib/workflow-path.ts'
import { words } from './words.ts'

/** A row of a month's task list: what to do, how far it is, and the page that does it. */
export type TaskRow = { readonly title: string; readonly detail: string; readonly path: string }

/** The row of a workflow; its title starts with what to do next. */
export function taskRow(task: ReviewTask, month: string, locale: string): TaskRow {
  const name = task.workflowName
  if (task.state === 'cannot_start') {
    const { message, tab } = task.obstacle ?? { message: '', tab: 'set-up' }
    return { title: words.setUp(name), detail: message, path: workflowPath(task.workflowId, tab) }
  }
  if (task.state === 'skipped') {
    const path = `/reviews/${month}/collect/${task.workflowId}`
    return { title: name, detail: task.skipReason ?? '', path }
  }
  if (task.reviewId === null) return collectRow(task, month)
  if (task.state === 'completed') {
    const mean = task.result?.figure.mean ?? null
    const figure = mean === null ? words.noEditingFigure : `Editing ${formatShare(mean, locale)}`
    return { title: words.review(name), detail: figure, path: `/review/${task.reviewId}/done` }
  }
  if (task.done === task.total) {
    const detail = words.allJudged(count(task.total, 'output'))
    return { title: words.checkAndFinish(name), detail, path: `/review/${task.reviewId}/check` }
  }
  const again = againWords(task)
  const detail = `${task.done} of ${count(task.total, 'output')} done${again && `: ${again}`}`
  return { title: words.review(name), detail, path: `/review/${task.reviewId}` }
}

function collectRow({ workflowId, workflowName, outputCount }: ReviewTask, month: string): TaskRow {
  const path = `/reviews/${month}/collect/${workflowId}`
  if (outputCount === 0) {
    return { title: words.collectOutputsFor(workflowName), detail: words.nothingCollectedForThisMonth, path }
  }
  return {
    title: words.drawTheSampleFor(workflowName),
    detail: `${count(outputCount, 'output')} collected`,
    path,
  }
}

/** The task to go on with: one under way, else the first that can be started; null when none is left. */
export function nextTask(tasks: readonly ReviewTask[], exceptReviewId?: number): ReviewTask | null {
  const open = tasks.filter((task) => task.reviewId !== exceptReviewId || task.reviewId === null)
  return (
    open.find(({ state }) => state === 'in_progress') ??
    open.find(({ state }) => state === 'not_started') ??
    null
  )
}

/** "About 2 hours. 3 workflows, 10 outputs each." */
export const sessionSummary = (session: Session): string =>
  words.about(halfHoursInWords(sessionMinutes(session.total)), sizeWords(session))
