import { useQuery } from '@tanstack/react-query'
import { Redirect, useParams } from 'wouter'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FullPage } from '../../ui/FullPage.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { GoButton } from '../reviews/GoButton.tsx'
import { FoundationSessionScreen } from './FoundationSessionScreen.tsx'
import { companyQuery, reviewQuery } from './queries.ts'
import { StartSession } from './StartSession.tsx'
import { listPath, reviewPath } from './words.ts'

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
        review={review.data}
        singleKeys={company.data.preferences.singleKeys}
        today={company.data.today}
      />
    )
  }
  if (!error) return <Loading />
  return (
    <FullPage title="Foundation review">
      <ErrorNote error={error} />
      <div>
        <GoButton path={listPath}>Foundation reviews</GoButton>
      </div>
    </FullPage>
  )
}
