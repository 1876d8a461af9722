import { useLocation } from 'wouter'
import { FoundationReviews } from '../../features/foundation-reviews/FoundationReviews.tsx'
import { ModelTests } from '../../features/model-tests/ModelTests.tsx'
import { MonthlyReviews } from '../../features/reviews/prepare/MonthlyReviews.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { Tabs } from '../../ui/layout/Tabs.tsx'

const parts = [
  { label: 'Monthly reviews', path: '/reviews' },
  { label: 'Foundation reviews', path: '/reviews/foundation' },
  { label: 'Model tests', path: '/reviews/model-tests' },
] as const

/** The kinds of sessions, each with what comes next and what was held. */
export function ReviewsPage() {
  const [path] = useLocation()
  return (
    <Page title="Reviews">
      <Tabs label="Reviews" tabs={parts} current={path} />
      <Part path={path} />
    </Page>
  )
}

function Part({ path }: { path: string }) {
  if (path === '/reviews/foundation') return <FoundationReviews />
  return path === '/reviews/model-tests' ? <ModelTests /> : <MonthlyReviews />
}
