import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import type { SessionSummary } from '../../../../shared/contract/reviews/reviews.ts'
import { formatDay, formatMinutes, formatMonth } from '../../../../shared/domain/format.ts'
import { addMonths } from '../../../../shared/domain/time/dates.ts'
import { GoButton } from '../../../parts/tasks/GoButton.tsx'
import styles from '../../../parts/tasks/lists.module.css'
import { Overdue } from '../../../parts/tasks/Overdue.tsx'
import { TaskStateWords } from '../../../parts/tasks/TaskStateWords.tsx'
import { count, isClosed, outputWords } from '../../../parts/tasks/words.ts'
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../../ui/feedback/Loading.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import { sessionsQuery } from '../queries.ts'
import { words } from './words.ts'

/** The open months, oldest first, then those that are closed, newest first. */
export function MonthlyReviews() {
  const sessions = useQuery(sessionsQuery())
  if (sessions.isPending) return <Loading />
  if (sessions.isError) return <ErrorNote error={sessions.error} />
  if (sessions.data.length === 0) {
    return (
      <EmptyState
        title={words.monthlyReviewsWillStandHere}
        action={<GoButton path="/workflows/new">{words.setUpAWorkflow}</GoButton>}
      >
        {words.onceAMonthYouJudge}
      </EmptyState>
    )
  }
  return (
    <div className={styles.parts}>
      <Months title={words.open} sessions={sessions.data.filter((session) => !isClosed(session))} />
      <Months title={words.closed} sessions={sessions.data.filter(isClosed)} />
      <EarlierMonth sessions={sessions.data} />
    </div>
  )
}

function Months({ title, sessions }: { title: string; sessions: readonly SessionSummary[] }) {
  if (sessions.length === 0) return null
  return (
    <section aria-label={`${title} months`}>
      <h2 className={styles.part}>{title}</h2>
      <Card className={styles.list}>
        <ul className={styles.rows}>
          {sessions.map((session) => (
            <MonthRow key={session.month} session={session} />
          ))}
        </ul>
      </Card>
    </section>
  )
}

function MonthRow({ session }: { session: SessionSummary }) {
  const { month, daysOverdue, state, dueOn } = session
  return (
    <li>
      <Link href={`/reviews/${month}`} className={styles.row}>
        <span className={styles.title}>{formatMonth(month, locale)}</span>
        <span className={styles.detail}>
          {daysOverdue > 0 && <Overdue>{words.overdueSince(formatDay(dueOn, locale))}</Overdue>}
          {monthDetail(session)}
        </span>
        <TaskStateWords state={state} />
      </Link>
    </li>
  )
}

function monthDetail(session: SessionSummary) {
  const { state, done, total, dueOn, daysOverdue, isHistory, secondsUsed, skippedCount } = session
  if (state === 'skipped') return ''
  const skipped = skippedCount === 0 ? '' : words.skipped(count(skippedCount, 'workflow'))
  if (state === 'completed') {
    const used = words.used(formatMinutes(secondsUsed / 60))
    return [outputWords(total, session), skipped, used].filter(Boolean).join(' · ')
  }
  const progress = state === 'in_progress' ? `${done} of ${count(total, 'output')}` : ''
  const due = isHistory ? words.fromBeforeYouStarted : `Due ${formatDay(dueOn, locale)}`
  return [daysOverdue > 0 ? '' : due, progress, skipped].filter(Boolean).join(' · ')
}

const monthsOffered = 24

/** Months before the first one, which may be filled from history and are due never. */
function EarlierMonth({ sessions }: { sessions: readonly SessionSummary[] }) {
  const [, navigate] = useLocation()
  const [first] = sessions.map(({ month }) => month).sort()
  if (first === undefined) return null
  const months = Array.from({ length: monthsOffered }, (_, index) => addMonths(first, -1 - index))
  return (
    <NativeSelect
      className={styles.narrow ?? ''}
      label={words.fillAnEarlierMonthFrom}
      description={words.itIsNeverOverdue}
      value=""
      data={[
        { value: '', label: words.chooseAMonth },
        ...months.map((month) => ({ value: month, label: formatMonth(month, locale) })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        if (value !== '') navigate(`/reviews/${value}`)
      }}
    />
  )
}
