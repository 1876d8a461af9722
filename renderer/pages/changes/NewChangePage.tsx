import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { orpc } from '../../api/client.ts'
import { ChangeForm } from '../../features/changes/ChangeForm.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { words } from './words.ts'

/** What the page that led here means: its workflow, also named by `?for=`, and the signal a change is made of. */
type Asked = { workflowId?: number | null; signalId?: number }

/** Writing down a change: three minutes, most of it chosen rather than typed. */
export function NewChangePage() {
  const workflows = useQuery(orpc.workflows.list.queryOptions())
  const company = useQuery(orpc.company.get.queryOptions())
  const asked = useHistoryState<Asked | null>()
  const plannedFor = Number(new URLSearchParams(useSearch()).get('for'))
  if (workflows.isPending || company.isPending) return <Loading />
  return (
    <Page eyebrow={<Link href="/changes">{words.changes}</Link>} title={words.newChange}>
      {workflows.isError || company.isError ? (
        <ErrorNote error={workflows.error ?? company.error} />
      ) : (
        <ChangeForm
          workflows={workflows.data}
          workflowId={asked?.workflowId ?? (plannedFor || null)}
          signalId={asked?.signalId ?? null}
          today={company.data.today}
          decidedBy={company.data.company?.ownerName ?? ''}
        />
      )}
    </Page>
  )
}
