import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import type { ReviewTask, Session } from '../../../shared/contract/reviews/reviews.ts'
import { formatDay, formatMinutes, formatMonthName } from '../../../shared/domain/format.ts'
import { monthPeriod } from '../../../shared/domain/report/period.ts'
import { canSkip } from '../../../shared/domain/time/months.ts'
import { orpc } from '../../api/client.ts'
import { sessionQuery } from '../../features/reviews/queries.ts'
import { nextTask, sessionSummary, taskRow } from '../../features/reviews/tasks.ts'
import { SaveWorkbook } from '../../parts/exports/SaveWorkbook.tsx'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import styles from '../../parts/tasks/lists.module.css'
import { Overdue } from '../../parts/tasks/Overdue.tsx'
import { SkipMonth } from '../../parts/tasks/SkipMonth.tsx'
import { TaskStateWords } from '../../parts/tasks/TaskStateWords.tsx'
import { count, sizeWords } from '../../parts/tasks/words.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { StatusShape } from '../../ui/marks/StatusBadge.tsx'
import { words } from './words.ts'

const reviews = <Link href="/reviews">{words.reviews}</Link>

/** The task list of a month: collecting, drawing and reviewing are reached from here, in any order. */
export function SessionPage() {
  const { month } = useParams<{ month: string }>()
  const session = useQuery(sessionQuery(month))
  if (session.isPending) return <Loading />
  if (session.isError) {
    return (
      <Page eyebrow={reviews} title={words.review2}>
        <ErrorNote error={session.error} />
      </Page>
    )
  }
  return <TaskList session={session.data} />
}

function TaskList({ session }: { session: Session }) {
  const { month, tasks, state } = session
  const company = useQuery(orpc.company.get.queryOptions())
  const next = nextTask(tasks)
  const name = formatMonthName(month, locale)
  return (
    <Page
      eyebrow={
        <>
          {reviews} · {month.slice(0, 4)}
        </>
      }
      title={`${name} review`}
      actions={
        <>
          {company.data && canSkip(session, company.data.today) && tasks.length > 0 && (
            <SkipMonth session={session} label={words.skip(name)} />
          )}
          {tasks.some((task) => task.state === 'skipped') && <TakeBack month={month} />}
          {next ? (
            <GoButton path={taskRow(next, month, locale).path}>
              {next.state === 'in_progress'
                ? words.continueWord(next.workflowName)
                : taskRow(next, month, locale).title}
            </GoButton>
          ) : (
            state === 'completed' && <SaveWorkbook period={monthPeriod(month)} variant="filled" />
          )}
        </>
      }
    >
      <p className={styles.lead}>
        {session.daysOverdue > 0 && <Overdue>{words.overdueSince(formatDay(session.dueOn, locale))}</Overdue>}{' '}
        {leadOf(session)}
      </p>
      {tasks.length === 0 ? (
        <EmptyState
          title={words.noWorkflowToReviewYet}
          action={<GoButton path="/workflows/new">{words.setUpAWorkflow}</GoButton>}
        />
      ) : (
        <Card className={styles.list}>
          <ul className={styles.rows}>
            {tasks.map((task) => (
              <Task key={task.workflowId} task={task} month={month} />
            ))}
            {tasks.map((task) => (
              <SecondLookRow key={task.workflowId} task={task} />
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
          {task.status && <StatusShape status={task.status} />}
          {detail}
        </span>
        <TaskStateWords state={task.state} />
      </Link>
    </li>
  )
}

/** A second look at a finished workflow: under way, or offered where its month is done. */
function SecondLookRow({ task: { workflowName, reviewId, secondLook } }: { task: ReviewTask }) {
  if (secondLook === null) return null
  const { done, total } = secondLook
  const path = secondLook.reviewId === null ? `/review/${reviewId}/done` : `/review/${secondLook.reviewId}`
  return (
    <li>
      <Link href={path} className={styles.row}>
        <span className={styles.title}>{words.secondLookAt(workflowName)}</span>
        <span className={styles.detail}>
          {done === 0 ? words.moreOfTheMonth(total) : words.ofJudged(done, total)}
        </span>
        <span className={styles.state}>
          {secondLook.reviewId === null ? words.offered : words.inProgress}
        </span>
      </Link>
    </li>
  )
}

function TakeBack({ month }: { month: string }) {
  const takeBack = useMutation(orpc.reviews.takeBackSkip.mutationOptions())
  return (
    <>
      <Button
        variant="default"
        loading={takeBack.isPending}
        onClick={() => takeBack.mutate({ month, workflowId: null })}
      >
        {words.takeTheSkipBack}
      </Button>
      {takeBack.isError && <ErrorNote error={takeBack.error} />}
    </>
  )
}

function leadOf(session: Session): string {
  const { state, tasks, secondsUsed, isHistory, daysOverdue, dueOn, skippedCount } = session
  if (state === 'skipped') return words.skippedItCountsAsSkipped
  const skipped = skippedCount === 0 ? '' : words.workflowsSkipped(count(skippedCount, 'workflow'))
  if (state === 'completed') {
    return words.finishedUsed(sizeWords(session), skipped, formatMinutes(secondsUsed / 60))
  }
  const summary = tasks.length > 0 ? `${sessionSummary(session)} ${skipped}` : ''
  const isLate = daysOverdue > 0
  const due = isHistory ? words.fromBeforeYouStartedNever : words.due(formatDay(dueOn, locale))
  return `${summary}${isLate ? '' : due}${usedWords(secondsUsed)}`
}

const usedWords = (seconds: number) => (seconds < 60 ? '' : words.usedSoFar(formatMinutes(seconds / 60)))
