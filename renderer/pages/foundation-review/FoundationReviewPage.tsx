import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { Link, Redirect, useParams } from 'wouter'
import type { FoundationReview } from '../../../shared/contract/foundation-reviews.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { isDecided } from '../../../shared/domain/foundation/foundation-answers.ts'
import styles from '../../features/foundation-reviews/foundation-reviews.module.css'
import { DiscardReview } from '../../features/foundation-reviews/prepare/DiscardReview.tsx'
import { NewReview } from '../../features/foundation-reviews/prepare/NewReview.tsx'
import { PreparedReview } from '../../features/foundation-reviews/prepare/PreparedReview.tsx'
import { companyQuery, planQuery, reviewQuery } from '../../features/foundation-reviews/queries.ts'
import { SaveDocument } from '../../features/foundation-reviews/SaveDocument.tsx'
import { SectionOrder } from '../../features/foundation-reviews/session/start/SectionOrder.tsx'
import { type TaskRow, taskRows } from '../../features/foundation-reviews/tasks.ts'
import { listPath, reviewPath } from '../../features/foundation-reviews/words.ts'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import lists from '../../parts/tasks/lists.module.css'
import { TaskStateWords } from '../../parts/tasks/TaskStateWords.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { classNames } from '../../ui/lib/class-names.ts'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

const eyebrow = <Link href={listPath}>{words.foundationReviews}</Link>
const title = words.foundationReview2

/** The task list of a Foundation review, also of one still to be prepared. */
export function FoundationReviewPage() {
  const { id } = useParams<{ id?: string }>()
  return id === undefined ? <ToPrepare /> : <Prepared key={id} id={Number(id)} />
}

function ToPrepare() {
  const plan = useQuery(planQuery())
  const company = useQuery(companyQuery())
  if (plan.isPending || company.isPending) return <Loading />
  const error = plan.error ?? company.error
  if (error || !plan.data || !company.data) {
    return (
      <Page eyebrow={eyebrow} title={title}>
        <ErrorNote error={error} />
      </Page>
    )
  }
  const { openReviewId, dueOn, reason, attendees } = plan.data
  if (openReviewId !== null) return <Redirect to={reviewPath(openReviewId)} replace />
  const { today } = company.data
  return (
    <Page eyebrow={eyebrow} title={title}>
      <p className={lists.lead}>{reason}</p>
      <TaskList review={null}>
        <NewReview heldOn={dueOn === null || dueOn < today ? today : dueOn} attendees={attendees} />
      </TaskList>
    </Page>
  )
}

function Prepared({ id }: { id: number }) {
  const review = useQuery(reviewQuery(id))
  if (review.isPending) return <Loading />
  if (review.isError) {
    return (
      <Page eyebrow={eyebrow} title={title}>
        <ErrorNote error={review.error} />
      </Page>
    )
  }
  const { data } = review
  return (
    <Page
      eyebrow={eyebrow}
      title={title}
      aside={formatDay(data.heldOn, locale)}
      actions={
        <>
          {data.state === 'preparing' && <DiscardReview id={id} />}
          <NextAction review={data} />
        </>
      }
    >
      <p className={lists.lead}>{data.reason}</p>
      <TaskList review={data}>{data.state !== 'finished' && <PreparedReview review={data} />}</TaskList>
      {data.state !== 'finished' && (
        <Section title={words.orderOfTheSession} aside={<SaveDocument review={data} kind="pre-read" />}>
          <SectionOrder review={data} />
        </Section>
      )}
    </Page>
  )
}

function NextAction({ review }: { review: FoundationReview }) {
  const path = reviewPath(review.id)
  if (review.cards.length === 0) return null
  if (review.state === 'finished') return <GoButton path={`${path}/done`}>{words.seeWhatWasDecided}</GoButton>
  if (review.state === 'preparing')
    return <GoButton path={`${path}/session`}>{words.holdTheSession}</GoButton>
  return review.cards.every(isDecided) ? (
    <GoButton path={`${path}/check`}>{words.checkYourAnswers}</GoButton>
  ) : (
    <GoButton path={`${path}/session`}>{words.goOnWithTheSession}</GoButton>
  )
}

type TaskListProps = { readonly review: FoundationReview | null; readonly children: ReactNode }

/** The rows, and below them the form that the first row stands for. */
function TaskList({ review, children }: TaskListProps) {
  const form = useRef<HTMLDivElement>(null)
  const toForm = () => form.current?.querySelector('input')?.focus()
  return (
    <>
      <Card className={lists.list}>
        <ul className={lists.rows}>
          {taskRows(review, locale).map((row) => (
            <li key={row.title}>
              <Row row={row} toForm={toForm} />
            </li>
          ))}
        </ul>
      </Card>
      <div ref={form}>{children}</div>
    </>
  )
}

function Row({ row, toForm }: { row: TaskRow; toForm: () => void }) {
  const content = (
    <>
      <span className={lists.title}>{row.title}</span>
      <span className={lists.detail}>{row.detail}</span>
      <TaskStateWords state={row.state} />
    </>
  )
  if (row.path === null) return <div className={classNames(lists.row, styles.stillRow)}>{content}</div>
  return row.path === 'here' ? (
    <button type="button" className={classNames(lists.row, styles.rowButton)} onClick={toForm}>
      {content}
    </button>
  ) : (
    <Link href={row.path} className={lists.row}>
      {content}
    </Link>
  )
}
