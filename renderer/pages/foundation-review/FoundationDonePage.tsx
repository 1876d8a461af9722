import { useQuery } from '@tanstack/react-query'
import { Link, Redirect, useParams } from 'wouter'
import type { Action, FoundationReview } from '../../../shared/contract/foundation-reviews.ts'
import { formatDay, formatMinutes } from '../../../shared/domain/format.ts'
import { ActionRow } from '../../features/foundation-reviews/ActionRow.tsx'
import { AgreedList } from '../../features/foundation-reviews/AgreedList.tsx'
import styles from '../../features/foundation-reviews/foundation-reviews.module.css'
import { companyQuery, reviewQuery } from '../../features/foundation-reviews/queries.ts'
import { SaveDocument } from '../../features/foundation-reviews/SaveDocument.tsx'
import { decidedSentence, listPath, reviewPath } from '../../features/foundation-reviews/words.ts'
import done from '../../parts/tasks/done.module.css'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { dayOfMoment } from '../../ui/lib/moments.ts'

/** What a finished review decided, who agreed to it, and what comes of it. */
export function FoundationDonePage() {
  const id = Number(useParams<{ id: string }>().id)
  const review = useQuery(reviewQuery(id))
  const company = useQuery(companyQuery())
  if (review.isPending) return <Loading />
  if (review.isError) {
    return (
      <Page title="Foundation review">
        <ErrorNote error={review.error} />
      </Page>
    )
  }
  if (review.data.state !== 'finished') return <Redirect to={reviewPath(id)} replace />
  return <Done review={review.data} today={company.data?.today ?? ''} />
}

function Done({ review, today }: { review: FoundationReview; today: string }) {
  const { actions, nextOn, finishedAt } = review
  // Who comes back on a later day wants to read it; whoever just held it is through.
  const isFinishedToday = finishedAt !== null && dayOfMoment(finishedAt) === today
  const changes = actions.filter(({ kind }) => kind === 'change')
  const questions = actions.filter(({ kind }) => kind === 'find_out')
  return (
    <Page
      eyebrow={<Link href={listPath}>Foundation reviews</Link>}
      title="Foundation review is done"
      aside={`${formatDay(review.heldOn, locale)} · ${formatMinutes(review.secondsUsed / 60)} used`}
    >
      <p className={done.sentence}>
        {decidedSentence(review, locale)}
        {nextOn !== null && ` The next Foundation review is on ${formatDay(nextOn, locale)}.`}
      </p>
      <Decided title="Changes to write" actions={changes} today={today} />
      <Decided title="To find out" actions={questions} today={today} />
      {review.attendees.length > 0 && (
        <Section title="Who agreed">
          <Card className={styles.answerList}>
            <AgreedList review={review} />
          </Card>
        </Section>
      )}
      <Actions>
        {isFinishedToday && <GoButton path={listPath}>Close</GoButton>}
        <SaveDocument review={review} kind="record" isMain={!isFinishedToday} />
      </Actions>
    </Page>
  )
}

type DecidedProps = {
  readonly title: string
  readonly actions: readonly Action[]
  readonly today: string
}

function Decided({ title, actions, today }: DecidedProps) {
  if (actions.length === 0) return null
  return (
    <Section title={title}>
      <Card className={styles.actionList}>
        <ul className={styles.plainList}>
          {actions.map((action) => (
            <ActionRow key={action.id} action={action} today={today} />
          ))}
        </ul>
      </Card>
    </Section>
  )
}
