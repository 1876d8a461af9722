import { Link } from 'wouter'
import { Page } from '../layout/Page.tsx'
import { EmptyState } from './EmptyState.tsx'
import { words } from './words.ts'

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <Page title={words.nothingHere}>
      <EmptyState title={words.thisPageDoesNotExist} action={<Link href="/">{words.goToHome}</Link>}>
        {words.itMayHaveBeenPart}
      </EmptyState>
    </Page>
  )
}
