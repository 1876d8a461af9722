import { Button, NativeSelect, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useLocation } from 'wouter'
import { orpc } from '../../api/client.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pager } from '../results/Pager.tsx'
import { ChangeTable } from './ChangeTable.tsx'
import styles from './changes.module.css'
import { SaveChangeLog, useSaveChangeLog } from './SaveChangeLog.tsx'

const limit = 100

/** The change log: what was altered, when and why, and the whole log as a file. */
export function ChangesPage() {
  const [, navigate] = useLocation()
  const [workflowId, setWorkflowId] = useState<number | null>(null)
  const [search, setSearch] = useState('')
  const [offset, setOffset] = useState(0)
  const searched = useDeferredValue(search)
  const save = useSaveChangeLog()
  const workflows = useQuery(orpc.workflows.list.queryOptions())
  const changes = useQuery(
    orpc.changes.list.queryOptions({
      input: { workflowId, search: searched, offset },
      placeholderData: keepPreviousData,
    }),
  )
  const isFiltered = workflowId !== null || searched.trim() !== ''
  const isEmpty = changes.data?.total === 0 && !isFiltered
  return (
    <Page
      title="Changes"
      actions={
        <>
          {!isEmpty && <SaveChangeLog save={save} />}
          <Button onClick={() => navigate('/changes/new')}>New change</Button>
        </>
      }
    >
      {isEmpty ? (
        <EmptyState title="No changes yet">
          Write down every change to Foundation, prompt or model, and why. The chart then shows what it did.
        </EmptyState>
      ) : (
        <div className={styles.stack}>
          {save.isError && <ErrorNote error={save.error} />}
          <search className={styles.filters}>
            <TextInput
              label="Search"
              value={search}
              onChange={(event) => {
                setSearch(event.currentTarget.value)
                setOffset(0)
              }}
            />
            <NativeSelect
              label="Workflow"
              value={workflowId === null ? '' : String(workflowId)}
              data={[
                { value: '', label: 'All workflows' },
                ...(workflows.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
              ]}
              onChange={(event) => {
                const { value } = event.currentTarget
                setWorkflowId(value === '' ? null : Number(value))
                setOffset(0)
              }}
            />
          </search>
          {changes.isPending && <Loading />}
          {changes.isError && <ErrorNote error={changes.error} />}
          {changes.data?.total === 0 && (
            <p className={styles.quiet} role="status">
              No change matches.
            </p>
          )}
          {changes.data && changes.data.total > 0 && (
            <Card>
              <ChangeTable rows={changes.data.rows} />
              <Pager offset={offset} limit={limit} total={changes.data.total} onMove={setOffset} />
            </Card>
          )}
        </div>
      )}
    </Page>
  )
}
