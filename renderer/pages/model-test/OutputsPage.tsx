import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import type { GridRow } from '../../../shared/contract/model-tests/outputs.ts'
import type { ModelTest } from '../../../shared/contract/model-tests/test.ts'
import { orpc } from '../../api/client.ts'
import { FetchOutputs } from '../../features/model-tests/outputs/FetchOutputs.tsx'
import { OutputsFile } from '../../features/model-tests/outputs/OutputsFile.tsx'
import { OutputsGrid } from '../../features/model-tests/outputs/OutputsGrid.tsx'
import { firstMissing, missingWords, type Place } from '../../features/model-tests/outputs/output-cells.ts'
import styles from '../../features/model-tests/outputs/outputs.module.css'
import { PastePanel } from '../../features/model-tests/outputs/PastePanel.tsx'
import { testQuery } from '../../features/model-tests/queries.ts'
import { testPath } from '../../features/model-tests/test-words.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

type Way = 'fetch' | 'paste' | 'file'

const ways: readonly { value: Way; label: string }[] = [
  { value: 'fetch', label: words.fetch },
  { value: 'paste', label: words.paste },
  { value: 'file', label: words.bringInAFile },
]

const title = words.getTheOutputs

/** Both sides' outputs, fetched, pasted or from a file, until each input has two. */
export function OutputsPage() {
  const id = Number(useParams<{ id: string }>().id)
  const test = useQuery(testQuery(id))
  const providers = useQuery(orpc.provider.list.queryOptions())
  const eyebrow = <Link href={testPath(id)}>{words.modelTest}</Link>
  if (test.isPending || providers.isPending) return <Loading />
  if (test.isError) {
    return (
      <Page eyebrow={eyebrow} title={title}>
        <ErrorNote error={test.error} />
      </Page>
    )
  }
  if (test.data.state !== 'collecting') return <NotNow test={test.data} eyebrow={eyebrow} />
  return (
    <Collecting
      key={id}
      test={test.data}
      eyebrow={eyebrow}
      hasKey={providers.data?.some(({ key }) => key.isSet) ?? false}
    />
  )
}

function NotNow({ test: { id, state }, eyebrow }: { test: ModelTest; eyebrow: ReactNode }) {
  const [, navigate] = useLocation()
  const isEarly = state === 'setting_up'
  return (
    <Page eyebrow={eyebrow} title={title}>
      <EmptyState
        title={isEarly ? words.theRuleIsNotAgreed : words.allOutputsAreIn}
        action={
          <Button onClick={() => navigate(isEarly ? `${testPath(id)}/set-up` : testPath(id))}>
            {isEarly ? words.setUpTheTest : words.goOnWithTheTest}
          </Button>
        }
      >
        {isEarly ? words.outputsAreCollectedAfterThe : words.judgingHasBegunSoThe}
      </EmptyState>
    </Page>
  )
}

type CollectingProps = { test: ModelTest; eyebrow: ReactNode; hasKey: boolean }

function Collecting({ test, eyebrow, hasKey }: CollectingProps) {
  const grid = useQuery(orpc.modelTests.grid.queryOptions({ input: { id: test.id } }))
  const [way, setWay] = useState<Way>(hasKey || test.run.state !== 'idle' ? 'fetch' : 'paste')
  const [place, setPlace] = useState<Place | null>(null)
  const rows = grid.data ?? []
  const shown = way === 'paste' ? (place ?? firstMissing(rows)) : null
  const row = rows.find(({ inputId }) => inputId === shown?.inputId)
  const open = (opened: Place) => {
    setWay('paste')
    setPlace(opened)
  }
  return (
    <Page
      eyebrow={eyebrow}
      title={title}
      aside={words.ofThere(test.collected, test.expected)}
      actions={<CompareBlind test={test} />}
    >
      <div className={styles.stack}>
        <div className={styles.ways}>
          <Segmented label={words.howTheOutputsComeIn} value={way} options={ways} onChange={setWay} />
          {grid.data && (
            <span className={layout.quiet} role="status">
              {missingWords(rows, locale)}
            </span>
          )}
        </div>
        {way === 'fetch' && <FetchOutputs test={test} />}
        {way === 'file' && <OutputsFile test={test} />}
        {grid.isPending && <Loading />}
        {grid.isError && <ErrorNote error={grid.error} />}
        <GridAndPanel isPasting={way === 'paste'}>
          <Grids test={test} rows={rows} shown={shown} onOpen={open} />
          {way === 'paste' && shown && row && (
            <PastePanel
              key={`${shown.inputId} ${shown.side}`}
              test={test}
              rows={rows}
              row={row}
              side={shown.side}
              onGo={setPlace}
            />
          )}
          {way === 'paste' && grid.data && !shown && (
            <p className={styles.allHere}>{words.everyOutputIsHereChoose}</p>
          )}
        </GridAndPanel>
      </div>
    </Page>
  )
}

function GridAndPanel({ isPasting, children }: { isPasting: boolean; children: ReactNode }) {
  return <div className={isPasting ? styles.pasting : styles.stack}>{children}</div>
}

type GridsProps = {
  test: ModelTest
  rows: readonly GridRow[]
  shown: Place | null
  onOpen: (place: Place) => void
}

function Grids({ test, rows, shown, onOpen }: GridsProps) {
  return (
    <div className={styles.stack}>
      {test.workflows.map((workflow) => (
        <OutputsGrid
          key={workflow.workflowId}
          workflow={workflow}
          rows={rows.filter(({ workflowId }) => workflowId === workflow.workflowId)}
          shown={shown}
          onOpen={onOpen}
        />
      ))}
    </div>
  )
}

/** The way on, once every output is here. */
function CompareBlind({ test: { id, collected, expected, run } }: { test: ModelTest }) {
  const [, navigate] = useLocation()
  const start = useMutation(
    orpc.modelTests.startJudging.mutationOptions({ onSuccess: () => navigate(`${testPath(id)}/compare`) }),
  )
  if (collected < expected || run.state === 'running') return null
  return (
    <>
      {start.isError && <ErrorNote error={start.error} />}
      <Button loading={start.isPending} onClick={() => start.mutate({ id })}>
        {words.compareBlind}
      </Button>
    </>
  )
}
