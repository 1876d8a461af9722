import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, Redirect, useLocation, useParams } from 'wouter'
import type { FoundationReview } from '../../../shared/contract/foundation-reviews.ts'
import { formatDay, formatMinutes } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { CheckRow } from '../../features/foundation-reviews/CheckRow.tsx'
import { checkGroups } from '../../features/foundation-reviews/check-groups.ts'
import { FinishProblems } from '../../features/foundation-reviews/FinishProblems.tsx'
import styles from '../../features/foundation-reviews/foundation-reviews.module.css'
import { reviewQuery } from '../../features/foundation-reviews/queries.ts'
import { reviewPath } from '../../features/foundation-reviews/words.ts'
import lists from '../../parts/tasks/lists.module.css'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

/** Everything said in the session before the review is finished; each row leads to its section and back. */
export function FoundationCheckPage() {
  const id = Number(useParams<{ id: string }>().id)
  const review = useQuery(reviewQuery(id))
  if (review.isPending) return <Loading />
  if (review.isError) {
    return (
      <Page title={words.checkYourAnswers}>
        <ErrorNote error={review.error} />
      </Page>
    )
  }
  const { state } = review.data
  if (state === 'finished') return <Redirect to={`${reviewPath(id)}/done`} replace />
  if (state === 'preparing') return <Redirect to={reviewPath(id)} replace />
  return <Check review={review.data} />
}

function Check({ review }: { review: FoundationReview }) {
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const path = reviewPath(review.id)
  const [nextOn, setNextOn] = useState('')
  const finish = useMutation(
    orpc.foundationReviews.finish.mutationOptions({
      onSuccess: (finished) => {
        queryClient.setQueryData(reviewQuery(review.id).queryKey, finished)
        navigate(`${path}/done`)
      },
    }),
  )
  return (
    <Page
      eyebrow={<Link href={path}>{words.foundationReview(formatDay(review.heldOn, locale))}</Link>}
      title={words.checkYourAnswers}
      actions={
        <Button
          loading={finish.isPending}
          onClick={() => finish.mutate({ id: review.id, nextOn: nextOn || null })}
        >
          {words.finishTheReview}
        </Button>
      }
    >
      <p className={lists.lead}>{words.usedOnceFinishedTheAnswers(formatMinutes(review.secondsUsed / 60))}</p>
      {finish.isError && <FinishProblems review={review} error={finish.error} />}
      {checkGroups(review.cards).map((group) => (
        <section key={group.title} className={styles.section} aria-label={group.title}>
          <h2 className={styles.groupHeading}>{group.title}</h2>
          <Card className={styles.answerList}>
            <ul className={styles.plainList}>
              {group.cards.map((card) => (
                <CheckRow key={card.sectionId} reviewId={review.id} card={card} />
              ))}
            </ul>
          </Card>
        </section>
      ))}
      <TextInput
        type="date"
        label={words.nextFoundationReview}
        description={words.leaveItEmptyForThe}
        className={styles.date}
        min={review.heldOn}
        value={nextOn}
        error={finish.isError ? fieldErrorsOf(finish.error).nextOn : undefined}
        onChange={(event) => setNextOn(event.currentTarget.value)}
      />
    </Page>
  )
}
