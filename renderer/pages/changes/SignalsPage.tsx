import { Button, NativeSelect, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { SignalKind } from '../../../shared/contract/signals.ts'
import { signalKindIds, signalKinds } from '../../../shared/domain/foundation/signal-kinds.ts'
import { orpc } from '../../api/client.ts'
import { openCapture } from '../../features/signals/capture.ts'
import { RemovedSignal } from '../../features/signals/RemovedSignal.tsx'
import { SignalList } from '../../features/signals/SignalList.tsx'
import styles from '../../features/signals/signals.module.css'
import { SaveList, useSaveList } from '../../parts/exports/SaveList.tsx'
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
import { words } from './words.ts'

const limit = 100

type Filter = { state: 'open' | 'all'; kind: SignalKind | null; search: string }

const noFilter: Filter = { state: 'open', kind: null, search: '' }

/** What came up between reviews: business changes, model updates and what the team says. */
export function SignalsPage() {
  const [filter, setFilter] = useState(noFilter)
  const [offset, setOffset] = useState(0)
  const [removed, setRemoved] = useState<number | null>(null)
  const search = useDeferredValue(filter.search)
  const signals = useQuery(
    orpc.signals.list.queryOptions({
      input: { ...filter, search, offset },
      placeholderData: keepPreviousData,
    }),
  )
  const any = useQuery(orpc.signals.list.queryOptions({ input: { ...noFilter, state: 'all', offset: 0 } }))
  const save = useSaveList({ kind: 'signals' })
  const narrow = (part: Partial<Filter>) => {
    setFilter({ ...filter, ...part })
    setOffset(0)
  }
  const isEmpty = any.data?.total === 0
  return (
    <Page
      title={words.changes}
      actions={
        !isEmpty && (
          <>
            <SaveList save={save} />
            <NoteButton />
          </>
        )
      }
    >
      <ChangesTabs current="/changes/signals" />
      <RemovedSignal binId={removed} onBack={() => setRemoved(null)} />
      {save.isError && <ErrorNote error={save.error} />}
      {isEmpty ? (
        <EmptyState title={words.noSignalsYet} action={<NoteButton />}>
          {words.noteABusinessChangeA}
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
                  ? words.noSignalIsOpenEverything
                  : words.noSignalMatches
              }
            >
              <Card>
                <SignalList signals={signals.data.rows} onRemoved={setRemoved} />
                <Pager
                  offset={offset}
                  limit={limit}
                  total={signals.data.total}
                  noun={['signal', 'signals']}
                  order={words.newestFirst}
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
    <Button variant="filled" rightSection={<Keys k={words.modShiftL} />} onClick={openCapture}>
      {words.noteASignal}
    </Button>
  )
}

const states = [
  { value: 'open', label: words.open },
  { value: 'all', label: words.all },
] as const

function Filters({ filter, onChange }: { filter: Filter; onChange: (part: Partial<Filter>) => void }) {
  return (
    <search className={styles.filters}>
      <TextInput
        label={words.search}
        maxLength={200}
        value={filter.search}
        onChange={({ currentTarget }) => onChange({ search: currentTarget.value })}
      />
      <NativeSelect
        label={words.kind}
        value={filter.kind ?? ''}
        data={[
          { value: '', label: words.allKinds },
          ...signalKindIds.map((kind) => ({ value: kind, label: signalKinds[kind].label })),
        ]}
        onChange={({ currentTarget }) =>
          onChange({ kind: signalKindIds.find((kind) => kind === currentTarget.value) ?? null })
        }
      />
      <Segmented
        label={words.show}
        value={filter.state}
        options={states}
        onChange={(state) => onChange({ state })}
      />
    </search>
  )
}
