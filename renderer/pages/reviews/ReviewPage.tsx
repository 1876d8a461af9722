import { useQuery } from '@tanstack/react-query'
import { Redirect, useParams } from 'wouter'
import { companyQuery, reviewQuery } from '../../features/reviews/queries.ts'
import { ReviewScreen } from '../../features/reviews/session/ReviewScreen.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { words } from './words.ts'

/** One review at work: the output on the left, the scorecard on the right. */
export function ReviewPage() {
  const reviewId = Number(useParams<{ reviewId: string }>().reviewId)
  const review = useQuery(reviewQuery(reviewId))
  const company = useQuery(companyQuery())
  const error = review.error ?? company.error
  if (review.data && company.data) {
    if (review.data.state === 'finished') {
      return <Redirect to={`/review/${review.data.secondOf ?? reviewId}/done`} replace />
    }
    return (
      <ReviewScreen key={reviewId} stored={review.data} singleKeys={company.data.preferences.singleKeys} />
    )
  }
  if (!error) return <Loading />
  return (
    <Page title={words.review2}>
      <ErrorNote error={error} />
    </Page>
  )
}
