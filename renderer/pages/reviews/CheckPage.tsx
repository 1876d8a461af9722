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
import { EnterHint } from '../../ui/keys/EnterHint.tsx'
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
  if (review.data.state === 'finished') {
    return <Redirect to={`/review/${review.data.secondOf ?? reviewId}/done`} replace />
  }
  return <Check review={review.data} />
}

function Check({ review }: { review: Review }) {
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const finish = useMutation(
    orpc.reviews.finish.mutationOptions({
      onSuccess: (finished) => {
        queryClient.setQueryData(reviewQuery(finished.id).queryKey, finished)
        navigate(`/review/${finished.id}/done`)
      },
    }),
  )
  const { draw, items, replaced } = review
  const month = formatMonthName(review.month, locale)
  const isSecond = review.secondOf !== null
  const done = items.filter(({ isDone }) => isDone).length
  const isWhole = done === items.length
  const finishIt = () => finish.mutate({ reviewId: review.id })
  return (
    <Page
      eyebrow={
        <Link href={`/reviews/${review.month}`}>
          {isSecond ? words.secondLook(month) : words.review(month)}
        </Link>
      }
      title={words.checkYourAnswers}
      aside={review.workflowName}
      actions={
        <Button
          loading={finish.isPending}
          rightSection={isWhole && <EnterHint act={finishIt} />}
          onClick={finishIt}
        >
          {isSecond ? finishWords(done, items.length) : words.finish(review.workflowName)}
        </Button>
      }
    >
      <p className={styles.lead}>
        {words.outputs(sampleWords(draw.method, items.length, draw.poolCount))}
        {replaced.length > 0 && ` ${count(replaced.length, 'output')} replaced.`}
        {words.usedOnceFinishedTheReview(formatMinutes(review.secondsUsed / 60))}
        {isSecond && !isWhole && words.theSecondLookCounts}
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

const finishWords = (done: number, total: number) =>
  done === total ? words.finishTheSecondLook : words.countTheSecondLook(done, total)
