import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { orpc } from '../../api/client.ts'
import { SaveRegister, useSaveRegister } from '../../parts/exports/SaveRegister.tsx'
import { StatusTable } from '../../parts/figures/StatusTable.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { words } from './words.ts'

/** Every workflow with its owner, stage and standing. */
export function WorkflowsPage() {
  const [, navigate] = useLocation()
  const overview = useQuery(orpc.results.overview.queryOptions())
  const saveRegister = useSaveRegister()
  if (overview.isPending) return <Loading />
  const newWorkflow = <Button onClick={() => navigate('/workflows/new')}>{words.newWorkflow}</Button>
  return (
    <Page
      title={words.workflows}
      actions={
        overview.data?.length ? (
          <>
            <SaveRegister save={saveRegister} />
            {newWorkflow}
          </>
        ) : undefined
      }
    >
      {saveRegister.isError && <ErrorNote error={saveRegister.error} />}
      {overview.isError && <ErrorNote error={overview.error} />}
      {overview.data?.length === 0 && (
        <EmptyState title={words.noWorkflowsYet} action={newWorkflow}>
          {words.aWorkflowIsOneJob}
        </EmptyState>
      )}
      {overview.data && overview.data.length > 0 && (
        <Card>
          <StatusTable lines={overview.data} withOwners />
        </Card>
      )}
    </Page>
  )
}
