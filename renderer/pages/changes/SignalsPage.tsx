import { Button, NativeSelect, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { SignalKind } from '../../../shared/contract/signals.ts'
import { signalKindIds, signalKinds } from '../../../shared/domain/foundation/signal-kinds.ts'
import { orpc } from '../../api/client.ts'
import { openCapture } from '../../features/signals/capture.ts'
import { SignalList } from '../../features/signals/SignalList.tsx'
import styles from '../../features/signals/signals.module.css'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Keys } from '../../ui/keys/Keys.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { Matches } from '../../ui/tables/Matches.tsx'
import { Pager } from '../../ui/tables/Pager.tsx'
import { ChangesTabs } from './ChangesTabs.tsx'

const limit = 100

type Filter = { state: 'open' | 'all'; kind: SignalKind | null; search: string }

const noFilter: Filter = { state: 'open', kind: null, search: '' }

/** What came up between reviews: business changes, model updates and what the team says. */
export function SignalsPage() {
  const [filter, setFilter] = useState(noFilter)
  const [offset, setOffset] = useState(0)
  const search = useDeferredValue(filter.search)
  const signals = useQuery(
    orpc.signals.list.queryOptions({
      input: { ...filter, search, offset },
      placeholderData: keepPreviousData,
    }),
  )
  const any = useQuery(orpc.signals.list.queryOptions({ input: { ...noFilter, state: 'all', offset: 0 } }))
  const narrow = (part: Partial<Filter>) => {
    setFilter({ ...filter, ...part })
    setOffset(0)
  }
  const isEmpty = any.data?.total === 0
  return (
    <Page title="Changes" actions={!isEmpty && <NoteButton />}>
      <ChangesTabs current="/changes/signals" />
      {isEmpty ? (
        <EmptyState title="No signals yet" action={<NoteButton />}>
          Note a business change, a model update or what the team says as it comes up. It becomes the why of a
          change, and can bring the Foundation review forward.
        </EmptyState>
      ) : (
        <div className={styles.stack}>
          <Filters filter={filter} onChange={narrow} />
          {signals.isPending && <Loading />}
          {signals.isError && <ErrorNote error={signals.error} />}
          {signals.data && (
            <Matches
              isEmpty={signals.data.total === 0}
              none={
                filter.search.trim() === '' && filter.kind === null
                  ? 'No signal is open. Everything that came up is taken care of.'
                  : 'No signal matches.'
              }
            >
              <Card>
                <SignalList signals={signals.data.rows} />
                <Pager
                  offset={offset}
                  limit={limit}
                  total={signals.data.total}
                  noun={['signal', 'signals']}
                  order="newest first"
                  onMove={setOffset}
                />
              </Card>
            </Matches>
          )}
        </div>
      )}
    </Page>
  )
}

function NoteButton() {
  return (
    <Button variant="filled" rightSection={<Keys k="Mod+Shift+L" />} onClick={openCapture}>
      Note a signal
    </Button>
  )
}

const states = [
  { value: 'open', label: 'Open' },
  { value: 'all', label: 'All' },
] as const

function Filters({ filter, onChange }: { filter: Filter; onChange: (part: Partial<Filter>) => void }) {
  return (
    <search className={styles.filters}>
      <TextInput
        label="Search"
        maxLength={200}
        value={filter.search}
        onChange={({ currentTarget }) => onChange({ search: currentTarget.value })}
      />
      <NativeSelect
        label="Kind"
        value={filter.kind ?? ''}
        data={[
          { value: '', label: 'All kinds' },
          ...signalKindIds.map((kind) => ({ value: kind, label: signalKinds[kind].label })),
        ]}
        onChange={({ currentTarget }) =>
          onChange({ kind: signalKindIds.find((kind) => kind === currentTarget.value) ?? null })
        }
      />
      <Segmented
        label="Show"
        value={filter.state}
        options={states}
        onChange={(state) => onChange({ state })}
      />
    </search>
  )
}
