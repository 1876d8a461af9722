import type {
  DrawMethod,
  ReviewTask,
  Session,
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

/** What a month's sitting is of: "3 workflows, 10 outputs each", "2 workflows, 40 outputs, 20 of them in a second look". */
export function sizeWords(session: Pick<Session, 'tasks' | 'total' | 'secondLookCount'>): string {
  const tasks = session.tasks.filter(({ state }) => state !== 'skipped')
  const own = tasks.map((task) => task.total - task.againCount)
  const [first] = own
  const isEven = tasks.length > 1 && own.every((size) => size === first)
  const again = tasks.reduce((sum, { againCount }) => sum + againCount, 0)
  const outputs =
    first && isEven ? `${count(first, 'output')} each` : outputWords(session.total - again, session)
  return `${count(tasks.length, 'workflow')}, ${outputs}`
}

/** "40 outputs, 20 of them in a second look". */
export const outputWords = (total: number, { secondLookCount }: Pick<Session, 'secondLookCount'>): string =>
  `${count(total, 'output')}${secondLookCount === 0 ? '' : words.inASecondLook(secondLookCount)}`

/** "1 of 3 workflows done, 1 skipped". */
export function doneWords(tasks: readonly Pick<ReviewTask, 'state'>[]): string {
  const done = tasks.filter(({ state }) => state === 'completed').length
  const skipped = tasks.filter(({ state }) => state === 'skipped').length
  return (
    words.ofDone(done, count(tasks.length, 'workflow')) + (skipped === 0 ? '' : `, ${words.skipped(skipped)}`)
  )
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
  inASecondLook: (added: Shown) => `, ${added} of them in a second look`,
  skipped: (number: Shown) => `${number} skipped`,
  ofDone: (done: Shown, workflows: Shown) => `${done} of ${workflows} done`,
  discard: 'Discard',
  keepIt: 'Keep it',
  skip: (name: Shown) => `Skip ${name}`,
  itCountsAsSkippedIn:
    'It counts as skipped in reports, with your reason, and can be taken back at any time.',
  whatIsSkipped: 'What is skipped',
  everythingThatIsOpenWorkflows: (length: Shown) => `Everything that is open (${length} workflows)`,
  whyIsItSkipped: 'Why is it skipped?',
}
