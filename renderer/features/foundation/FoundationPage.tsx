import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'

/** Says what this place is for, and that it is not there yet. */
export function FoundationPage() {
  return (
    <Page title="Foundation">
      <EmptyState title="Not here yet">
        Your facts, tone and rules the AI works from will live here, section by section, with every earlier
        wording and who checked it last. Until then, log what you change in them under Changes.
      </EmptyState>
    </Page>
  )
}
