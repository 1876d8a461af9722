import type { WorkflowResults } from '../../../shared/contract/results.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { formatMonth, formatRange, formatShare } from '../../../shared/domain/format.ts'
import { signalWords } from '../../parts/figures/chart-sentence.ts'
import figures from '../../parts/figures/figures.module.css'
import { signalsAt } from '../../parts/figures/run-chart.ts'
import { drawLabels } from '../../parts/figures/words.ts'
import layout from '../../ui/layout/layout.module.css'
import { count } from '../../ui/lib/count.ts'
import { locale } from '../../ui/lib/locale.ts'
import { StatusBadge } from '../../ui/marks/StatusBadge.tsx'
import { RowLink } from '../../ui/tables/RowLink.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { words } from './words.ts'

const columns = [
  { heading: words.month },
  { heading: words.status, width: '152px' },
  { heading: words.editing, width: '64px', isNumber: true },
  { heading: words.likely, width: '68px', isNumber: true },
  { heading: words.metAll, width: '72px', isNumber: true },
  { heading: words.outputs, width: '80px', isNumber: true },
]

/** The run chart as a table, newest month first; every month opens its review. */
export function MonthsTable({ results }: { results: WorkflowResults }) {
  const hasOtherMeasure = results.points.some((point) => point.result.figure.measure !== results.measure)
  return (
    <Table
      label={words.editingByMonth2}
      columns={columns}
      end={words.newestFirst2(count(results.points.length, 'month', locale))}
    >
      <tbody>
        {results.points.toReversed().map(({ month, reviewId, drawMethod, result, finding }) => (
          <tr key={reviewId}>
            <th scope="row">
              <RowLink href={`/review/${reviewId}/done`}>{formatMonth(month, locale)}</RowLink>
            </th>
            <td>
              <StatusBadge status={finding.status} />
              {signalsAt(month, results).map((signal) => (
                <small key={signal.kind} className={figures.under}>
                  {signalWords(signal)}
                </small>
              ))}
            </td>
            <td data-number>
              {result.figure.mean === null ? '–' : formatShare(result.figure.mean, locale)}
              {hasOtherMeasure && (
                <small className={figures.under}>{measures[result.figure.measure].shareOf}</small>
              )}
            </td>
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
              {finding.secondLook && <small className={figures.under}>{words.withASecondLook}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
