import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useLocation } from 'wouter'
import { orpc } from '../../api/client.ts'
import {
  type ChangeFilter,
  ChangeFilters,
  isFiltering,
  noFilter,
} from '../../features/changes/ChangeFilters.tsx'
import { ChangeTable } from '../../features/changes/ChangeTable.tsx'
import { PlannedChanges } from '../../features/changes/planned/PlannedChanges.tsx'
import { WaitingChanges } from '../../features/changes/WaitingChanges.tsx'
import { SaveList, useSaveList } from '../../parts/exports/SaveList.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Page } from '../../ui/layout/Page.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { Matches } from '../../ui/tables/Matches.tsx'
import { Pager } from '../../ui/tables/Pager.tsx'
import { ChangesTabs } from './ChangesTabs.tsx'
import { words } from './words.ts'

const limit = 100

/** The change log: what was altered, what it did, and the whole log as a file. */
export function ChangesPage() {
  const [, navigate] = useLocation()
  const [filter, setFilter] = useState(noFilter)
  const [offset, setOffset] = useState(0)
  const search = useDeferredValue(filter.search)
  const save = useSaveList({ kind: 'changes' })
  const changes = useQuery(
    orpc.changes.list.queryOptions({
      input: { ...filter, search, offset },
      placeholderData: keepPreviousData,
    }),
  )
  const isEmpty = changes.data?.total === 0 && !isFiltering(filter)
  const narrow = (next: ChangeFilter) => {
    setFilter(next)
    setOffset(0)
  }
  return (
    <Page
      title={words.changes}
      actions={
        <>
          {!isEmpty && <SaveList save={save} />}
          <Button variant="default" onClick={() => navigate('/changes/import')}>
            {words.importALog}
          </Button>
          <Button onClick={() => navigate('/changes/new')}>{words.newChange}</Button>
        </>
      }
    >
      <ChangesTabs current="/changes" />
      <PlannedChanges />
      {isEmpty ? (
        <EmptyState title={words.noChangesYet}>{words.writeDownEveryChangeTo}</EmptyState>
      ) : (
        <div className={layout.stack}>
          {save.isError && <ErrorNote error={save.error} />}
          <WaitingChanges />
          <Section title={words.log}>
            <ChangeFilters filter={filter} onChange={narrow} />
            {changes.isPending && <Loading />}
            {changes.isError && <ErrorNote error={changes.error} />}
            {changes.data && (
              <Matches isEmpty={changes.data.total === 0} none={words.noChangeMatches}>
                <Card>
                  <ChangeTable rows={changes.data.rows} />
                  <Pager
                    offset={offset}
                    limit={limit}
                    total={changes.data.total}
                    noun={['change', 'changes']}
                    order={words.newestFirst}
                    onMove={setOffset}
                  />
                </Card>
              </Matches>
            )}
          </Section>
        </div>
      )}
    </Page>
  )
}
