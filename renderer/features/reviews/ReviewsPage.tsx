import { useLocation } from 'wouter'
import { Page } from '../../ui/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { FoundationReviews } from '../foundation-reviews/FoundationReviews.tsx'
import { MonthlyReviews } from './MonthlyReviews.tsx'

const parts = [
  { label: 'Monthly reviews', path: '/reviews' },
  { label: 'Foundation reviews', path: '/reviews/foundation' },
] as const

/** The two kinds of sessions, each with what comes next and what was held. */
export function ReviewsPage() {
  const [path] = useLocation()
  return (
    <Page title="Reviews">
      <Tabs label="Reviews" tabs={parts} current={path} />
      {path === '/reviews/foundation' ? <FoundationReviews /> : <MonthlyReviews />}
    </Page>
  )
}
