import type { Home } from '../../../shared/contract/results.ts'
import type { Session } from '../../../shared/contract/reviews.ts'
import { formatMinutes, formatMonthName } from '../../../shared/domain/format.ts'
import { addMonths } from '../../../shared/domain/time/dates.ts'
import { halfHoursInWords } from '../../../shared/domain/time/session-length.ts'
import { dayWithWeekday } from './words.ts'

/** The one thing to do next. `progress` is a fraction; `target` a path of the app. */
export type NextStep = {
  title: string
  detail: string
  progress: number | null
  action: string
  target: string
  isPrimary: boolean
}

/** Continue, start, wait for the next month, or set up the first workflow. */
export function nextStep(home: Home, locale: string): NextStep {
  const { session } = home
  if (home.workflows.length === 0 || session === null) return setUpStep
  if (session.state === 'completed') return waitStep(session, home, locale)
  if (home.continueAt) return continueStep(session, home.continueAt, home, locale)
  return startStep(session, home, locale)
}

const setUpStep: NextStep = {
  title: 'Set up your first workflow',
  detail: 'One job the AI does for you, for example customer replies. About 5 minutes.',
  progress: null,
  action: 'Set up a workflow',
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
    detail: [
      `Output ${at.position} of ${at.total}`,
      `${formatMinutes(session.secondsUsed / 60)} used of ${halfHoursInWords(budgetMinutes)}`,
      dueInWords(session, today, locale),
    ].join(' · '),
    progress: session.total === 0 ? 0 : session.done / session.total,
    action: `Continue at output ${at.position}`,
    target: `/review/${at.reviewId}`,
    isPrimary: true,
  }
}

function startStep(session: Session, { budgetMinutes, today }: Home, locale: string): NextStep {
  const month = formatMonthName(session.month, locale)
  const workflows = session.tasks.length
  const isStarted = session.state === 'in_progress'
  const finished = session.tasks.filter((task) => task.state === 'completed').length
  return {
    title: `${month} review`,
    detail: [
      isStarted
        ? `${finished} of ${workflows} workflows reviewed`
        : `About ${halfHoursInWords(budgetMinutes)} · ${workflows} ${workflows === 1 ? 'workflow' : 'workflows'}`,
      dueInWords(session, today, locale),
    ].join(' · '),
    progress: isStarted && session.total > 0 ? session.done / session.total : null,
    action: isStarted ? `Continue ${month} review` : `Start ${month} review`,
    target: `/reviews/${session.month}`,
    isPrimary: true,
  }
}

const dueInWords = ({ dueOn }: Session, today: string, locale: string) =>
  `${dueOn < today ? 'was due' : 'due'} ${dayWithWeekday(dueOn, locale)}`

function waitStep(session: Session, home: Home, locale: string): NextStep {
  const month = formatMonthName(session.month, locale)
  const next = home.dates.find((date) => date.on > home.today)
  return {
    title: `${month} review is done`,
    detail: next
      ? `Nothing to do until ${dayWithWeekday(next.on, locale)}: ${next.what}`
      : `The next one is about ${formatMonthName(addMonths(session.month, 1), locale)}`,
    progress: null,
    action: `See ${month} results`,
    target: `/reviews/${session.month}`,
    isPrimary: false,
  }
}
