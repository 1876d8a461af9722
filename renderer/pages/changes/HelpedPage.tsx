import { WhichHelped } from '../../features/changes/WhichHelped.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { ChangesTabs } from './ChangesTabs.tsx'
import { words } from './words.ts'

/** Every change that something is told of, by what it did and how sure that is. */
export function HelpedPage() {
  return (
    <Page title={words.changes}>
      <ChangesTabs current="/changes/helped" />
      <WhichHelped />
    </Page>
  )
}
