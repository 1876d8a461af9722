import { Anchor } from '@mantine/core'
import { Fragment, useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { WorkflowResults } from '../../../shared/contract/results.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { ChartRoom } from '../../parts/figures/ChartRoom.tsx'
import { chartSentence } from '../../parts/figures/chart-sentence.ts'
import styles from '../../parts/figures/figures.module.css'
import { type RunChartModel, runChartModel } from '../../parts/figures/run-chart.ts'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { ahead } from '../../ui/lib/ahead.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { MonthsTable } from './MonthsTable.tsx'
import { words } from './words.ts'

const RunChart = ahead(() => import('../../parts/figures/RunChart.tsx').then((m) => m.RunChart), ChartRoom)

/** So many months fit side by side; the rest is a choice away. */
const mostShown = 14

/** The run chart under its label, or the same months as a table. */
export function ChartPart({ results, name }: { results: WorkflowResults; name: string }) {
  const [isTable, setIsTable] = useState(false)
  const [shown, setShown] = useState<'latest' | 'all'>('latest')
  const model = useMemo(() => runChartModel(results, shown === 'latest' ? mostShown : null), [results, shown])
  return (
    <section aria-labelledby="editing-by-month">
      <div className={styles.chartHeading}>
        <h2 id="editing-by-month" className={styles.partHeading}>
          {words.editingByMonth}
          <small>{measures[results.measure].meaning}</small>
        </h2>
        {!isTable && results.points.length > mostShown && (
          <Segmented
            label={words.monthsShown}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'latest', label: `${mostShown} months` },
              { value: 'all', label: words.all },
            ]}
          />
        )}
      </div>
      {isTable ? (
        <MonthsTable results={results} />
      ) : (
        <RunChart model={model} locale={locale} label={chartSentence(name, model, results, locale)} />
      )}
      <div className={styles.chartFoot}>
        <Footnote model={model} />
        <Anchor component="button" type="button" onClick={() => setIsTable(!isTable)}>
          {isTable ? words.showAsChart : words.showAsTable}
        </Anchor>
      </div>
    </section>
  )
}

function Footnote({ model }: { model: RunChartModel }) {
  const changes = model.markers.flatMap((marker) => marker.changes)
  const hasOtherMeasure = model.runs.some((run) => !run.isCurrentMeasure && run.dots.length > 0)
  const hasSignal = model.runs.some((run) => run.dots.some(({ signals }) => signals.length > 0))
  return (
    <small>
      {changes.length > 0 && words.changes}
      {changes.map(({ number, what }, index) => (
        <Fragment key={number}>
          {index > 0 && ', '}
          <Link href={`/changes/${number}`}>
            {number} {what}
          </Link>
        </Fragment>
      ))}
      {changes.length > 0 && '. '}
      {hasSignal && words.aDiamondIsASignal}
      {hasOtherMeasure && words.greyMonthsWereMeasuredAnother}
    </small>
  )
}
