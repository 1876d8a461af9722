import { useQuery } from '@tanstack/react-query'
import { Redirect, useParams } from 'wouter'
import { companyQuery, reviewQuery } from '../../features/foundation-reviews/queries.ts'
import { FoundationSessionScreen } from '../../features/foundation-reviews/session/FoundationSessionScreen.tsx'
import { StartSession } from '../../features/foundation-reviews/session/start/StartSession.tsx'
import { listPath, reviewPath } from '../../features/foundation-reviews/words.ts'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { FullPage } from '../../ui/layout/FullPage.tsx'
import { words } from './words.ts'

/** The session of a Foundation review, over the whole window. */
export function FoundationSessionPage() {
  const id = Number(useParams<{ id: string }>().id)
  const review = useQuery(reviewQuery(id))
  const company = useQuery(companyQuery())
  const error = review.error ?? company.error
  if (review.data && company.data) {
    if (review.data.state === 'finished') return <Redirect to={`${reviewPath(id)}/done`} replace />
    if (review.data.state === 'preparing')
      return <StartSession review={review.data} today={company.data.today} />
    return (
      <FoundationSessionScreen
        key={id}
        stored={review.data}
        singleKeys={company.data.preferences.singleKeys}
        today={company.data.today}
      />
    )
  }
  if (!error) return <Loading />
  return (
    <FullPage title={words.foundationReview2}>
      <ErrorNote error={error} />
      <div>
        <GoButton path={listPath}>{words.foundationReviews}</GoButton>
      </div>
    </FullPage>
  )
}
