import type { WorkflowResults } from '../../../shared/contract/results.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { formatMonth, formatRange, formatShare } from '../../../shared/domain/format.ts'
import { drawLabels } from '../../parts/figures/words.ts'
import layout from '../../ui/layout/layout.module.css'
import { count } from '../../ui/lib/count.ts'
import { locale } from '../../ui/lib/locale.ts'
import { StatusBadge } from '../../ui/marks/StatusBadge.tsx'
import { RowLink } from '../../ui/tables/RowLink.tsx'
import { Table } from '../../ui/tables/Table.tsx'

const columns = [
  { heading: 'Month' },
  { heading: 'Status', width: '168px' },
  { heading: 'Editing', width: '80px', isNumber: true },
  { heading: 'Likely range', width: '96px', isNumber: true },
  { heading: 'Met every standard', width: '152px', isNumber: true },
  { heading: 'Outputs', width: '88px', isNumber: true },
]

const measureColumn = { heading: 'Measure', width: '128px' }

/** The run chart as a table, newest month first; every month opens its review. */
export function MonthsTable({ results }: { results: WorkflowResults }) {
  const hasOtherMeasure = results.points.some((point) => point.result.figure.measure !== results.measure)
  return (
    <Table
      label="Editing by month"
      columns={hasOtherMeasure ? [...columns, measureColumn] : columns}
      end={`${count(results.points.length, 'month', locale)}, newest first`}
    >
      <tbody>
        {results.points.toReversed().map(({ month, reviewId, drawMethod, result, finding }) => (
          <tr key={reviewId}>
            <th scope="row">
              <RowLink href={`/review/${reviewId}/done`}>{formatMonth(month, locale)}</RowLink>
            </th>
            <td>
              <StatusBadge status={finding.status} />
            </td>
            <td data-number>{result.figure.mean === null ? '–' : formatShare(result.figure.mean, locale)}</td>
            <td className={layout.quiet} data-number>
              {result.figure.low === null || result.figure.high === null
                ? '–'
                : formatRange(result.figure.low, result.figure.high, locale)}
            </td>
            <td data-number>
              {finding.quality.metEvery.of === 0
                ? '–'
                : `${finding.quality.metEvery.count} of ${finding.quality.metEvery.of}`}
            </td>
            <td data-number>
              {result.figure.known}
              {drawMethod === 'by_hand' && ` ${drawLabels.by_hand}`}
            </td>
            {hasOtherMeasure && <td>{measures[result.figure.measure].label}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
