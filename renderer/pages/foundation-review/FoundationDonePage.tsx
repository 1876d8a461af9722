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
import { words } from './words.ts'

/** What a finished review decided, who agreed to it, and what comes of it. */
export function FoundationDonePage() {
  const id = Number(useParams<{ id: string }>().id)
  const review = useQuery(reviewQuery(id))
  const company = useQuery(companyQuery())
  if (review.isPending) return <Loading />
  if (review.isError) {
    return (
      <Page title={words.foundationReview2}>
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
      eyebrow={<Link href={listPath}>{words.foundationReviews}</Link>}
      title={words.foundationReviewIsDone}
      aside={words.used(formatDay(review.heldOn, locale), formatMinutes(review.secondsUsed / 60))}
    >
      <p className={done.sentence}>
        {decidedSentence(review, locale)}
        {nextOn !== null && words.theNextFoundationReviewIs(formatDay(nextOn, locale))}
      </p>
      <Decided title={words.changesToWrite} actions={changes} today={today} />
      <Decided title={words.toFindOut} actions={questions} today={today} />
      {review.attendees.length > 0 && (
        <Section title={words.whoAgreed}>
          <Card className={styles.answerList}>
            <AgreedList review={review} />
          </Card>
        </Section>
      )}
      <Actions>
        {isFinishedToday && <GoButton path={listPath}>{words.close}</GoButton>}
        <SaveDocument review={review} kind="record" isMain={!isFinishedToday} />
        <GoButton path={`${reviewPath(review.id)}/owners`} variant="default">
          {words.onePagePerOwner}
        </GoButton>
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
