import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { WorkflowResults } from '../../../shared/contract/results.ts'
import { formatMonthName, formatWholeShare } from '../../../shared/domain/format.ts'
import { monthOf } from '../../../shared/domain/time/dates.ts'
import { orpc } from '../../api/client.ts'
import { ChartRoom } from '../../parts/figures/ChartRoom.tsx'
import { chartSentence } from '../../parts/figures/chart-sentence.ts'
import styles from '../../parts/figures/figures.module.css'
import { type RunChartModel, runChartModel } from '../../parts/figures/run-chart.ts'
import { measureMeanings } from '../../parts/figures/words.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { ahead } from '../../ui/lib/ahead.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { IssueSections } from './IssueSections.tsx'
import { LatestMonth } from './LatestMonth.tsx'
import { MonthsTable } from './MonthsTable.tsx'

const RunChart = ahead(() => import('../../parts/figures/RunChart.tsx').then((m) => m.RunChart), ChartRoom)

const year = 12

/** The run chart of a workflow, its latest month in figures, and where the issues point. */
export function ResultsTab({ workflowId, name }: { workflowId: number; name: string }) {
  const results = useQuery(orpc.results.workflow.queryOptions({ input: { workflowId } }))
  if (results.isPending) return <Loading />
  if (results.isError) return <ErrorNote error={results.error} />
  const latest = results.data.points.at(-1)
  if (!latest) {
    return (
      <EmptyState title="No results yet" action={<CollectButton workflowId={workflowId} />}>
        The first finished review puts its figure here, and every month after that adds a dot.
      </EmptyState>
    )
  }
  return (
    <div className={styles.stack}>
      <div className={layout.columns}>
        <ChartCard results={results.data} name={name} />
        <aside className={styles.side} aria-label="Latest month">
          <LatestMonth point={latest} results={results.data} />
          {results.data.meaning && (
            <Card>
              <h3>What this tells you</h3>
              <p className={layout.quiet}>{results.data.meaning}</p>
            </Card>
          )}
        </aside>
      </div>
      <IssueSections issues={results.data.issues} />
    </div>
  )
}

function CollectButton({ workflowId }: { workflowId: number }) {
  const [, navigate] = useLocation()
  const company = useQuery(orpc.company.get.queryOptions())
  if (!company.data) return null
  const month = monthOf(company.data.today)
  return (
    <Button onClick={() => navigate(`/reviews/${month}/collect/${workflowId}`)}>
      Collect {formatMonthName(month, locale)} outputs
    </Button>
  )
}

function ChartCard({ results, name }: { results: WorkflowResults; name: string }) {
  const [isTable, setIsTable] = useState(false)
  const [shown, setShown] = useState<'year' | 'all'>('year')
  const model = useMemo(() => runChartModel(results, shown === 'year' ? year : null), [results, shown])
  return (
    <Card className={styles.chartCard}>
      <div className={styles.chartHeading}>
        <div>
          <h2>{results.title}</h2>
          <p className={layout.quiet}>{subtitle(results)}</p>
        </div>
        {!isTable && results.points.length > year && (
          <Segmented
            label="Months shown"
            value={shown}
            onChange={setShown}
            options={[
              { value: 'year', label: '12 months' },
              { value: 'all', label: 'All' },
            ]}
          />
        )}
      </div>
      {isTable ? (
        <MonthsTable results={results} />
      ) : (
        <RunChart
          model={model}
          targetLine={results.targetLine}
          updateLine={results.updateLine}
          locale={locale}
          label={chartSentence(name, model, results, locale)}
        />
      )}
      <div className={styles.chartFoot}>
        <Footnote model={model} />
        <Anchor component="button" type="button" onClick={() => setIsTable(!isTable)}>
          {isTable ? 'Show as chart' : 'Show as table'}
        </Anchor>
      </div>
    </Card>
  )
}

function subtitle(results: WorkflowResults): string {
  const latest = results.points.at(-1)
  const meaning = measureMeanings[latest?.result.figure.measure ?? results.measure]
  const { low, high } = latest?.result.figure ?? { low: null, high: null }
  if (!latest || low === null || high === null) return meaning
  const month = formatMonthName(latest.month, locale)
  return `${meaning} Likely between ${formatWholeShare(low, locale)} and ${formatWholeShare(high, locale)} in ${month}.`
}

const namedChanges = 4

function Footnote({ model }: { model: RunChartModel }) {
  const changes = model.markers.flatMap((marker) => marker.changes).slice(-namedChanges)
  const hasOtherMeasure = model.runs.some((run) => !run.isCurrentMeasure && run.dots.length > 0)
  return (
    <small>
      {changes.length > 0 && (
        <>
          Numbers mark changes:{' '}
          {changes.map(({ number, what }, index) => (
            <Fragment key={number}>
              {index > 0 && ', '}
              <Link href={`/changes/${number}`}>
                {number} {what}
              </Link>
            </Fragment>
          ))}
          .{' '}
        </>
      )}
      {hasOtherMeasure && 'Grey months were measured another way and can’t be compared.'}
    </small>
  )
}
