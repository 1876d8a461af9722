import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { SessionSummary } from '../../../../shared/contract/reviews.ts'
import { formatDay, formatMinutes, formatMonth } from '../../../../shared/domain/format.ts'
import { GoButton } from '../../../parts/tasks/GoButton.tsx'
import styles from '../../../parts/tasks/lists.module.css'
import { TaskStateWords } from '../../../parts/tasks/TaskStateWords.tsx'
import { count } from '../../../parts/tasks/words.ts'
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../../ui/feedback/Loading.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import { sessionsQuery } from '../queries.ts'

/** Every month with a review, and the current one, newest first. */
export function MonthlyReviews() {
  const sessions = useQuery(sessionsQuery())
  if (sessions.isPending) return <Loading />
  if (sessions.isError) return <ErrorNote error={sessions.error} />
  if (sessions.data.length === 0) {
    return (
      <EmptyState
        title="Monthly reviews will stand here"
        action={<GoButton path="/workflows/new">Set up a workflow</GoButton>}
      >
        Once a month you judge ten outputs of each AI workflow. It starts with one workflow.
      </EmptyState>
    )
  }
  return (
    <Card className={styles.list}>
      <ul className={styles.rows}>
        {sessions.data.map((session) => (
          <MonthRow key={session.month} session={session} />
        ))}
      </ul>
    </Card>
  )
}

function MonthRow({ session }: { session: SessionSummary }) {
  return (
    <li>
      <Link href={`/reviews/${session.month}`} className={styles.row}>
        <span className={styles.title}>{formatMonth(session.month, locale)}</span>
        <span className={styles.detail}>{monthDetail(session)}</span>
        <TaskStateWords state={session.state} />
      </Link>
    </li>
  )
}

function monthDetail({ state, done, total, dueOn, secondsUsed }: SessionSummary): string {
  if (state === 'completed') {
    return `${count(total, 'output')} · ${formatMinutes(secondsUsed / 60)} used`
  }
  const due = `due ${formatDay(dueOn, locale)}`
  return state === 'in_progress' ? `${done} of ${count(total, 'output')} · ${due}` : due
}
