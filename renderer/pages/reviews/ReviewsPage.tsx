import { useLocation } from 'wouter'
import { FoundationReviews } from '../../features/foundation-reviews/FoundationReviews.tsx'
import { ModelTests } from '../../features/model-tests/ModelTests.tsx'
import { MonthlyReviews } from '../../features/reviews/prepare/MonthlyReviews.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { Tabs } from '../../ui/layout/Tabs.tsx'
import { words } from './words.ts'

const parts = [
  { label: words.monthlyReviews, path: '/reviews' },
  { label: words.foundationReviews, path: '/reviews/foundation' },
  { label: words.modelTests, path: '/reviews/model-tests' },
] as const

/** The kinds of sessions, each with what comes next and what was held. */
export function ReviewsPage() {
  const [path] = useLocation()
  return (
    <Page title={words.reviews}>
      <Tabs label={words.reviews} tabs={parts} current={path} />
      <Part path={path} />
    </Page>
  )
}

function Part({ path }: { path: string }) {
  if (path === '/reviews/foundation') return <FoundationReviews />
  return path === '/reviews/model-tests' ? <ModelTests /> : <MonthlyReviews />
}
