import { skipToken, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { orpc } from '../../api/client.ts'
import { ChangeForm } from '../../features/changes/ChangeForm.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { words } from './words.ts'

/** What the page that led here means: its workflow, also named by `?for=`, and the signal a change is made of. `?back=` names the change to go back on. */
type Asked = { workflowId?: number | null; signalId?: number }

/** Writing down a change: three minutes, most of it chosen rather than typed. */
export function NewChangePage() {
  const workflows = useQuery(orpc.workflows.list.queryOptions())
  const company = useQuery(orpc.company.get.queryOptions())
  const asked = useHistoryState<Asked | null>()
  const search = new URLSearchParams(useSearch())
  const plannedFor = Number(search.get('for'))
  const number = Number(search.get('back'))
  const back = useQuery(orpc.changes.get.queryOptions({ input: number ? { number } : skipToken }))
  if (workflows.isPending || company.isPending || (number > 0 && back.isPending)) return <Loading />
  return (
    <Page eyebrow={<Link href="/changes">{words.changes}</Link>} title={words.newChange}>
      {workflows.isError || company.isError || back.isError ? (
        <ErrorNote error={workflows.error ?? company.error ?? back.error} />
      ) : (
        <ChangeForm
          workflows={workflows.data}
          workflowId={asked?.workflowId ?? (plannedFor || null)}
          signalId={asked?.signalId ?? null}
          back={back.data ?? null}
          today={company.data.today}
          decidedBy={company.data.company?.ownerName ?? ''}
        />
      )}
    </Page>
  )
}
