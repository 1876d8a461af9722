import type { TrendPoint, WorkflowResults } from '../../../shared/contract/results.ts'
import { formatMonth, formatNumber } from '../../../shared/domain/format.ts'
import styles from '../../parts/figures/figures.module.css'
import { editingFacts, type Fact, qualityFacts } from '../../parts/figures/finding-facts.ts'
import { drawLabels } from '../../parts/figures/words.ts'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

/** The figures of the latest month, each with what qualifies it; what is not known is left out. */
export function LatestMonth({ point, segments }: Pick<WorkflowResults, 'segments'> & { point: TrendPoint }) {
  const { finding } = point
  const groups = [editingFacts(finding, segments, locale), qualityFacts(finding, locale), sampleFacts(point)]
  return (
    <section aria-labelledby="latest-month">
      <h2 id="latest-month" className={styles.partHeading}>
        {formatMonth(point.month, locale)}
      </h2>
      {groups.map((facts, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the three groups never change places
        <dl key={index} className={styles.facts}>
          {facts.map(({ term, value, detail }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
              <dd className={styles.factDetail}>{detail}</dd>
            </div>
          ))}
        </dl>
      ))}
    </section>
  )
}

function sampleFacts({ result, poolCount, drawMethod, finding }: TrendPoint): Fact[] {
  const number = (value: number) => formatNumber(value, 0, locale)
  const { unknown } = result.figure
  return [
    {
      term: words.outputs,
      value: number(result.reviewed),
      detail: drawMethod === 'all' ? drawLabels.all : `of ${number(poolCount)}, ${drawLabels[drawMethod]}`,
    },
    ...(finding.secondLook
      ? [{ term: words.secondLook, value: number(finding.secondLook.added), detail: words.ofThese }]
      : []),
    ...(unknown === 0 ? [] : [{ term: words.withoutAFigure, value: number(unknown), detail: '' }]),
    ...(result.replaced === 0
      ? []
      : [{ term: words.replaced, value: number(result.replaced), detail: words.fromTheReserve }]),
  ]
}
