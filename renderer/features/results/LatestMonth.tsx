import type { TrendPoint, WorkflowResults } from '../../../shared/contract/results.ts'
import {
  formatMonth,
  formatNumber,
  formatPoints,
  formatRange,
  formatShare,
  formatWholeShare,
} from '../../../shared/domain/format.ts'
import styles from '../../parts/figures/figures.module.css'
import { drawLabels } from '../../parts/figures/words.ts'
import { Card } from '../../ui/layout/Card.tsx'
import { locale } from '../../ui/lib/locale.ts'

/** The figures of the latest month; what is not known is left out. */
export function LatestMonth({ point, results }: { point: TrendPoint; results: WorkflowResults }) {
  const rows = latestRows(point, results)
  return (
    <Card>
      <h3>{formatMonth(point.month, locale)}</h3>
      <dl className={styles.figures}>
        {rows.map(([term, value], index) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className={index === 0 ? styles.strong : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function latestRows({ month, drawMethod, result }: TrendPoint, results: WorkflowResults): [string, string][] {
  const { figure } = result
  const { monthThree } = results
  const rows: [string, string | null][] = [
    ['Editing', figure.mean === null ? 'Not known' : formatShare(figure.mean, locale)],
    [
      'Likely range',
      figure.low === null || figure.high === null ? null : formatRange(figure.low, figure.high, locale),
    ],
    [
      'Against month 3',
      figure.mean === null ||
      !monthThree ||
      monthThree.isProvisional ||
      monthThree.month === month ||
      figure.measure !== results.measure
        ? null
        : formatPoints(figure.mean - monthThree.mean, locale),
    ],
    [
      'Standards met',
      result.standardsJudged === 0
        ? null
        : formatWholeShare(result.standardsMet / result.standardsJudged, locale),
    ],
    ['Not fit to send', result.notFitToSend === 0 ? null : `${result.notFitToSend} of ${result.reviewed}`],
    ['Satisfaction, users', ofFive(result.satisfactionUsers)],
    ['Satisfaction, reviewer', ofFive(result.satisfactionReviewer)],
    ['Outputs', `${result.reviewed}, ${drawLabels[drawMethod]}`],
    ['Without a figure', figure.unknown === 0 ? null : String(figure.unknown)],
    ['Replaced', result.replaced === 0 ? null : String(result.replaced)],
  ]
  return rows.flatMap(([term, value]): [string, string][] => (value === null ? [] : [[term, value]]))
}

function ofFive(mean: number | null): string | null {
  return mean === null ? null : `${formatNumber(mean, 1, locale)} of 5`
}
