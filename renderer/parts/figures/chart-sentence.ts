import type { WorkflowResults } from '../../../shared/contract/results.ts'
import { formatMonth, formatShare, formatWholeShare } from '../../../shared/domain/format.ts'
import type { RunChartModel } from './run-chart.ts'

/** What the run chart shows, for those who hear it: the span, the latest figure, month 3 and the lines. */
export function chartSentence(
  name: string,
  { months, latest, monthThree }: RunChartModel,
  results: WorkflowResults,
  locale: string,
): string {
  const first = months[0]
  const last = months.at(-1)
  if (first === undefined || last === undefined || !latest) return `${name}: no editing figure yet.`
  const span =
    first === last
      ? formatMonth(first, locale)
      : `${formatMonth(first, locale)} to ${formatMonth(last, locale)}`
  const { low, high } = latest.point.result.figure
  const range =
    low === null || high === null
      ? ''
      : `, likely between ${formatWholeShare(low, locale)} and ${formatWholeShare(high, locale)}`
  return [
    `${name}: editing by month, ${span}.`,
    `Latest ${formatShare(latest.share, locale)} in ${formatMonth(latest.point.month, locale)}${range}.`,
    monthThree ? `Month 3 was ${formatShare(monthThree.share, locale)}.` : '',
    `Target below ${formatWholeShare(results.targetLine, locale)}, update line ${formatWholeShare(results.updateLine, locale)}.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}
