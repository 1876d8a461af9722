import { Link } from 'wouter'
import { Page } from '../layout/Page.tsx'
import { EmptyState } from './EmptyState.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <Page title="Nothing here">
      <EmptyState title="This page does not exist" action={<Link href="/">Go to Home</Link>}>
        It may have been part of another company or an older version.
      </EmptyState>
    </Page>
  )
}
