import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Redirect, useLocation, useParams } from 'wouter'
import type { Review } from '../../../shared/contract/reviews/reviews.ts'
import { formatMinutes, formatMonthName } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { CheckTable } from '../../features/reviews/check/CheckTable.tsx'
import styles from '../../features/reviews/check/check.module.css'
import { checkGroups } from '../../features/reviews/check/check-groups.ts'
import { reviewQuery } from '../../features/reviews/queries.ts'
import { count, sampleWords } from '../../parts/tasks/words.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

/** Everything said in a review before it is finished; each row leads to its output and back here. */
export function CheckPage() {
  const reviewId = Number(useParams<{ reviewId: string }>().reviewId)
  const review = useQuery(reviewQuery(reviewId))
  if (review.isPending) return <Loading />
  if (review.isError) {
    return (
      <Page title={words.checkYourAnswers}>
        <ErrorNote error={review.error} />
      </Page>
    )
  }
  if (review.data.state === 'finished') return <Redirect to={`/review/${reviewId}/done`} replace />
  return <Check review={review.data} />
}

function Check({ review }: { review: Review }) {
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const finish = useMutation(
    orpc.reviews.finish.mutationOptions({
      onSuccess: (finished) => {
        queryClient.setQueryData(reviewQuery(review.id).queryKey, finished)
        navigate(`/review/${review.id}/done`)
      },
    }),
  )
  const { draw, items, replaced } = review
  return (
    <Page
      eyebrow={
        <Link href={`/reviews/${review.month}`}>{words.review(formatMonthName(review.month, locale))}</Link>
      }
      title={words.checkYourAnswers}
      aside={review.workflowName}
      actions={
        <Button loading={finish.isPending} onClick={() => finish.mutate({ reviewId: review.id })}>
          {words.finish(review.workflowName)}
        </Button>
      }
    >
      <p className={styles.lead}>
        {words.outputs(sampleWords(draw.method, items.length, draw.poolCount))}
        {replaced.length > 0 && ` ${count(replaced.length, 'output')} replaced.`}
        {words.usedOnceFinishedTheReview(formatMinutes(review.secondsUsed / 60))}
      </p>
      {finish.isError && <ErrorNote error={finish.error} />}
      {checkGroups(review).map((group) => (
        <section key={group.title} className={styles.group} aria-label={group.title}>
          <h2>{group.title}</h2>
          <Card>
            <CheckTable label={group.title} items={group.items} review={review} />
          </Card>
        </section>
      ))}
    </Page>
  )
}
