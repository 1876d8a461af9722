import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import type { ReviewTask, Session } from '../../../shared/contract/reviews.ts'
import { formatDay, formatMinutes, formatMonth, formatMonthName } from '../../../shared/domain/format.ts'
import { sessionQuery } from '../../features/reviews/queries.ts'
import { nextTask, sessionSummary, taskRow } from '../../features/reviews/tasks.ts'
import { SaveWorkbook } from '../../parts/exports/SaveWorkbook.tsx'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import styles from '../../parts/tasks/lists.module.css'
import { TaskStateWords } from '../../parts/tasks/TaskStateWords.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { StatusShape } from '../../ui/marks/StatusBadge.tsx'

const eyebrow = <Link href="/reviews">Reviews</Link>

/** The task list of a month: collecting, drawing and reviewing are reached from here, in any order. */
export function SessionPage() {
  const { month } = useParams<{ month: string }>()
  const session = useQuery(sessionQuery(month))
  if (session.isPending) return <Loading />
  if (session.isError) {
    return (
      <Page eyebrow={eyebrow} title="Review">
        <ErrorNote error={session.error} />
      </Page>
    )
  }
  return <TaskList session={session.data} />
}

function TaskList({ session }: { session: Session }) {
  const { month, tasks, state } = session
  const next = nextTask(tasks)
  return (
    <Page
      eyebrow={eyebrow}
      title={`${formatMonthName(month, locale)} review`}
      aside={
        <span className={styles.year}>
          {formatMonth(month, locale).replace(formatMonthName(month, locale), '').trim()}
        </span>
      }
      actions={
        next ? (
          <GoButton path={taskRow(next, month, locale).path}>
            {next.state === 'in_progress'
              ? `Continue ${next.workflowName}`
              : taskRow(next, month, locale).title}
          </GoButton>
        ) : (
          state === 'completed' && <SaveWorkbook month={month} isPrimary />
        )
      }
    >
      <p className={styles.lead}>
        {tasks.length > 0 && `${sessionSummary(session)} `}
        {state === 'completed'
          ? `Finished, ${formatMinutes(session.secondsUsed / 60)} used.`
          : `Due ${formatDay(session.dueOn, locale)}.${usedWords(session.secondsUsed)}`}
      </p>
      {tasks.length === 0 ? (
        <EmptyState
          title="No workflow to review yet"
          action={<GoButton path="/workflows/new">Set up a workflow</GoButton>}
        />
      ) : (
        <Card className={styles.list}>
          <ul className={styles.rows}>
            {tasks.map((task) => (
              <Task key={task.workflowId} task={task} month={month} />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}

function Task({ task, month }: { task: ReviewTask; month: string }) {
  const { title, detail, path } = taskRow(task, month, locale)
  return (
    <li>
      <Link href={path} className={styles.row}>
        <span className={styles.title}>{title}</span>
        <span className={styles.detail}>
          {task.result && <StatusShape status={task.result.figure.status} />}
          {detail}
        </span>
        <TaskStateWords state={task.state} />
      </Link>
    </li>
  )
}

const usedWords = (seconds: number) => (seconds < 60 ? '' : ` ${formatMinutes(seconds / 60)} used so far.`)
