import { Link } from 'wouter'
import type { WorkflowResults } from '../../../shared/contract/results.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { formatMonth, formatRange, formatShare, formatWholeShare } from '../../../shared/domain/format.ts'
import styles from '../../parts/figures/figures.module.css'
import { drawLabels } from '../../parts/figures/words.ts'
import { locale } from '../../ui/lib/locale.ts'
import { StatusBadge } from '../../ui/marks/StatusBadge.tsx'
import { Table } from '../../ui/tables/Table.tsx'

/** The run chart as a table, newest month first; every month opens its review. */
export function MonthsTable({ results }: { results: WorkflowResults }) {
  const hasOtherMeasure = results.points.some((point) => point.result.figure.measure !== results.measure)
  return (
    <Table label="Editing by month">
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">Status</th>
          <th scope="col" className={styles.number}>
            Editing
          </th>
          <th scope="col" className={styles.number}>
            Likely range
          </th>
          <th scope="col" className={styles.number}>
            Standards met
          </th>
          <th scope="col" className={styles.number}>
            Outputs
          </th>
          {hasOtherMeasure && (
            <th scope="col" className={styles.afterNumber}>
              Measure
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {results.points.toReversed().map(({ month, reviewId, drawMethod, result }) => (
          <tr key={reviewId}>
            <th scope="row">
              <Link href={`/review/${reviewId}/done`} className={styles.rowLink}>
                {formatMonth(month, locale)}
              </Link>
            </th>
            <td>
              <StatusBadge status={result.figure.status} />
            </td>
            <td className={styles.number}>
              {result.figure.mean === null ? '–' : formatShare(result.figure.mean, locale)}
            </td>
            <td className={styles.quietNumber}>
              {result.figure.low === null || result.figure.high === null
                ? '–'
                : formatRange(result.figure.low, result.figure.high, locale)}
            </td>
            <td className={styles.number}>
              {result.standardsJudged === 0
                ? '–'
                : formatWholeShare(result.standardsMet / result.standardsJudged, locale)}
            </td>
            <td className={styles.number}>
              {result.figure.known}
              {drawMethod === 'by_hand' && ` ${drawLabels.by_hand}`}
            </td>
            {hasOtherMeasure && (
              <td className={styles.afterNumber}>{measures[result.figure.measure].label}</td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
