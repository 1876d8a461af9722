import type {
  DrawMethod,
  ReviewTask,
  SessionSummary,
  TaskState,
} from '../../../shared/contract/reviews/reviews.ts'

/** "1 output", "10 outputs". */
export function count(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n} ${noun}s`
}

/** Of an open review with outputs of earlier months among its own, never which: "10 new, 2 of earlier months". */
export function againWords({ total, againCount }: Pick<ReviewTask, 'total' | 'againCount'>): string {
  return againCount === 0 ? '' : `${total - againCount} new, ${againCount} of earlier months`
}

export const taskStates: Readonly<Record<TaskState, string>> = {
  not_started: 'Not started',
  in_progress: 'In progress',
  completed: 'Completed',
  cannot_start: 'Cannot start yet',
  skipped: 'Skipped',
}

/** Whether nothing is left to do of a month. */
export const isClosed = ({ state }: Pick<SessionSummary, 'state'>): boolean =>
  state === 'completed' || state === 'skipped'

/** How a sample came about: "10 of 214, random", "all 6", "8 chosen by hand". */
export function sampleWords(method: DrawMethod, reviewed: number, pool: number): string {
  if (method === 'by_hand') return `${reviewed} chosen by hand`
  return method === 'all' ? `all ${reviewed}` : `${reviewed} of ${pool}, random`
}

type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  discard: 'Discard',
  keepIt: 'Keep it',
  skip: (name: Shown) => `Skip ${name}`,
  itCountsAsSkippedIn:
    'It counts as skipped in reports, with your reason, and can be taken back at any time.',
  whatIsSkipped: 'What is skipped',
  everythingThatIsOpenWorkflows: (length: Shown) => `Everything that is open (${length} workflows)`,
  whyIsItSkipped: 'Why is it skipped?',
}
