import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { WorkflowLine } from '../../../shared/contract/results.ts'
import { searchable, wordFinder } from '../../../shared/domain/text/find-words.ts'
import { orpc } from '../../api/client.ts'
import { SaveList, useSaveList } from '../../parts/exports/SaveList.tsx'
import { type LineOrder, mostPressingFirst, sortLines } from '../../parts/figures/order-lines.ts'
import { StatusTable } from '../../parts/figures/StatusTable.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { Matches } from '../../ui/tables/Matches.tsx'
import { words } from './words.ts'

/** Every workflow with its owner, stage and standing. */
export function WorkflowsPage() {
  const [, navigate] = useLocation()
  const overview = useQuery(orpc.results.overview.queryOptions())
  const saveRegister = useSaveList({ kind: 'register' })
  if (overview.isPending) return <Loading />
  const newWorkflow = <Button onClick={() => navigate('/workflows/new')}>{words.newWorkflow}</Button>
  return (
    <Page
      title={words.workflows}
      actions={
        overview.data?.length ? (
          <>
            <SaveList save={saveRegister} excelLabel={words.saveTheRegister} />
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
      {overview.data && overview.data.length > 0 && <WorkflowList lines={overview.data} />}
    </Page>
  )
}

/** So many rows are seen at once; more are searched. */
const mostUnsearched = 8

function WorkflowList({ lines }: { lines: readonly WorkflowLine[] }) {
  const [search, setSearch] = useState('')
  const [order, setOrder] = useState<LineOrder | null>(null)
  const finds = wordFinder(search)
  const found = lines.filter(({ name, processOwner }) => finds(searchable(`${name}\n${processOwner}`)))
  const sorted = order === null ? mostPressingFirst(found) : sortLines(found, order, locale)
  const sortBy = (by: LineOrder['by']) =>
    setOrder({ by, isAscending: order?.by === by ? !order.isAscending : by !== 'editing' })
  return (
    <div className={layout.stack}>
      {lines.length > mostUnsearched && (
        <TextInput
          label={words.search}
          maxLength={200}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <Matches isEmpty={found.length === 0} none={words.noWorkflowMatches}>
        <Card>
          <StatusTable
            lines={sorted}
            withOwners
            withNumbers
            sorting={{ order, onSort: sortBy }}
            end={lines.length > 1 && words.howMany(found.length, lines.length, order !== null)}
          />
        </Card>
      </Matches>
    </div>
  )
}
