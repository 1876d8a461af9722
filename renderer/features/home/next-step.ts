import type { Home } from '../../../shared/contract/results.ts'
import type { Session } from '../../../shared/contract/reviews/reviews.ts'
import { formatDayOfYear, formatMinutes, formatMonthName } from '../../../shared/domain/format.ts'
import { addMonths, monthOf } from '../../../shared/domain/time/dates.ts'
import { halfHoursInWords } from '../../../shared/domain/time/session-length.ts'
import { againWords, doneWords, isClosed, sizeWords } from '../../parts/tasks/words.ts'
import { foundationStep } from './foundation-step.ts'
import type { NextStep } from './step.ts'
import { targetPath } from './target-path.ts'
import { dayWithWeekday, inWords, words } from './words.ts'

/** One card, one primary button: what to do next, and the matters after it. */
type Matters = {
  next: NextStep
  after: NextStep[]
  /** The row of "Needs you" that stands here instead. */
  taken: string | null
}

/**
 * What to do next. An update that is due is begun before the outputs of a month that still goes on are drawn; a
 * review that is under way or of a month that is over comes first.
 */
export function nextSteps(home: Home, locale: string): Matters {
  const step = monthStep(home, locale)
  const { foundation, today } = home
  const due = isReviewFirst(home) ? undefined : updateDue(home)
  if (due) {
    const foundations = foundation ? [foundationStep(foundation, today, locale, 'Then')] : []
    // Beside an update that is due, "nothing to do until" would be untrue.
    return {
      next: updateStep(due),
      after: [...foundations, ...(step.isPrimary ? [step] : [])],
      taken: due.id,
    }
  }
  if (foundation === null) return { next: step, after: [], taken: null }
  if (step.isPrimary) {
    return { next: step, after: [foundationStep(foundation, today, locale, 'Then')], taken: null }
  }
  const next = { ...foundationStep(foundation, today, locale, 'The'), isPrimary: true }
  return { next, after: [step], taken: null }
}

const isReviewFirst = ({ session, continueAt, today }: Home): boolean =>
  session === null ||
  continueAt !== null ||
  session.state === 'in_progress' ||
  (!isClosed(session) && session.month < monthOf(today))

/** The first workflow whose update is due and not under way. */
function updateDue({ workflows, todos }: Home): Home['todos'][number] | undefined {
  const open = new Set(
    workflows.flatMap(({ workflowId, finding }) =>
      finding?.status === 'update_due' && startsWork.has(finding.nextStep.kind)
        ? [`finding:${workflowId}`]
        : [],
    ),
  )
  return todos.find(({ id }) => open.has(id))
}

const startsWork: ReadonlySet<string> = new Set(['plan_update', 'go_back'])

const updateStep = ({ title, detail, action, target }: Home['todos'][number]): NextStep => ({
  ...{ title, detail, action },
  overdue: null,
  progress: null,
  target: targetPath(target),
  isPrimary: true,
})

/** Continue, begin, wait for the next month, or set up the first workflow. */
function monthStep(home: Home, locale: string): NextStep {
  const { session, today } = home
  if (home.workflows.length === 0 || session === null) return setUpStep
  if (session.month > monthOf(today)) return notYetStep(session, locale)
  if (isClosed(session)) return waitStep(session, home, locale)
  if (home.continueAt) return continueStep(session, home.continueAt, home, locale)
  return beginStep(session, home, locale)
}

const setUpStep: NextStep = {
  title: words.setUpYourFirstWorkflow,
  overdue: null,
  detail: words.oneJobTheAiDoes,
  progress: null,
  action: words.setUpAWorkflow,
  target: '/workflows/new',
  isPrimary: true,
}

function continueStep(
  session: Session,
  at: NonNullable<Home['continueAt']>,
  { budgetMinutes, today }: Home,
  locale: string,
): NextStep {
  return {
    title: `${formatMonthName(session.month, locale)} review`,
    overdue: overdueWords(session, today, locale),
    detail: [
      `${words.outputOf(at.position, at.total)}${againOf(session, at.reviewId)}`,
      words.usedOf(formatMinutes(session.secondsUsed / 60), halfHoursInWords(budgetMinutes)),
      ...dueWords(session, locale),
    ].join(' · '),
    progress: session.total === 0 ? 0 : session.done / session.total,
    action: words.continueAtOutput(at.position),
    target: `/review/${at.reviewId}`,
    isPrimary: true,
  }
}

function againOf({ tasks }: Session, reviewId: number): string {
  const task = tasks.find((each) => each.reviewId === reviewId)
  const again = task ? againWords(task) : ''
  return again && ` (${again})`
}

function beginStep(session: Session, home: Home, locale: string): NextStep {
  const month = formatMonthName(session.month, locale)
  const isStarted = session.state === 'in_progress'
  return {
    title: `${month} review`,
    overdue: overdueWords(session, home.today, locale),
    detail: [
      isStarted
        ? `${doneWords(session.tasks)}.`
        : words.about(sizeWords(session), halfHoursInWords(home.budgetMinutes)),
      ...dueWords(session, locale).map((due) => `${due.charAt(0).toUpperCase()}${due.slice(1)}.`),
      missingWords(session, month),
    ]
      .filter(Boolean)
      .join(' '),
    progress: isStarted && session.total > 0 ? session.done / session.total : null,
    action: isStarted ? words.continueTheReview(month) : words.beginTheReview(month),
    target: `/reviews/${session.month}`,
    isPrimary: true,
  }
}

/** "Two of them still need their October outputs." */
function missingWords({ tasks }: Session, month: string): string {
  const missing = tasks.filter(
    ({ state, outputCount }) => state === 'not_started' && outputCount === 0,
  ).length
  if (missing === 0) return ''
  if (missing === tasks.length) return words.theOutputsAreStillTo(month)
  const n = inWords(missing)
  const which = words.ofThemStill(n.charAt(0).toUpperCase(), n.slice(1))
  return `${which} ${missing === 1 ? words.needsIts : words.needTheir} ${month} outputs.`
}

const overdueWords = ({ daysOverdue, dueOn }: Session, today: string, locale: string): string | null =>
  daysOverdue > 0 ? words.overdueSince(formatDayOfYear(dueOn, today, locale)) : null

const dueWords = ({ daysOverdue, isHistory, dueOn }: Session, locale: string): string[] =>
  daysOverdue > 0 || isHistory ? [] : [`due ${dayWithWeekday(dueOn, locale)}`]

function waitStep(session: Session, home: Home, locale: string): NextStep {
  const month = formatMonthName(session.month, locale)
  const next = home.dates.find((date) => date.on > home.today)
  return {
    title: session.state === 'skipped' ? words.theReviewIsSkipped(month) : words.theReviewIsDone(month),
    overdue: null,
    detail: next
      ? words.nothingToDoUntil(dayWithWeekday(next.on, locale), next.what)
      : words.theNextOneIsAbout(formatMonthName(addMonths(session.month, 1), locale)),
    progress: null,
    action: session.state === 'skipped' ? `See ${month}` : words.seeResults(month),
    target: `/reviews/${session.month}`,
    isPrimary: false,
  }
}

function notYetStep(session: Session, locale: string): NextStep {
  const month = formatMonthName(session.month, locale)
  return {
    title: words.nothingToReviewYet,
    overdue: null,
    detail: words.yourFirstWorkflowGoesLive(month, dayWithWeekday(session.dueOn, locale, true)),
    progress: null,
    action: words.seeTheWorkflows,
    target: '/workflows',
    isPrimary: false,
  }
}
