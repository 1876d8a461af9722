import type { Home } from '../../../shared/contract/results.ts'
import type { Session } from '../../../shared/contract/reviews/reviews.ts'
import { formatDayOfYear, formatMinutes, formatMonthName } from '../../../shared/domain/format.ts'
import { addMonths, monthOf } from '../../../shared/domain/time/dates.ts'
import { halfHoursInWords } from '../../../shared/domain/time/session-length.ts'
import { againWords, doneWords, isClosed, sizeWords } from '../../parts/tasks/words.ts'
import { foundationStep } from './foundation-step.ts'
import type { NextStep } from './step.ts'
import { dayWithWeekday, inWords, words } from './words.ts'

/** What to do next, and the second matter after it: one card, one primary button. */
export function nextSteps(home: Home, locale: string): { next: NextStep; second: NextStep | null } {
  const step = monthStep(home, locale)
  const { foundation, today } = home
  if (foundation === null) return { next: step, second: null }
  if (step.isPrimary) return { next: step, second: foundationStep(foundation, today, locale, 'Then') }
  return { next: { ...foundationStep(foundation, today, locale, 'The'), isPrimary: true }, second: step }
}

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
