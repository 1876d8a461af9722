import type { WorkflowResults } from '../../../shared/contract/results.ts'
import { findingHeadline } from '../../../shared/domain/findings/finding-words.ts'
import { monthStatusLabels } from '../../../shared/domain/findings/status.ts'
import { formatMonth, formatRange, formatShare, formatWholeShare } from '../../../shared/domain/format.ts'
import { count } from '../../ui/lib/count.ts'
import type { Dot, RunChartModel } from './run-chart.ts'
import { words } from './words.ts'

/** What the run chart shows, for those who hear it: the span, the latest figure, month 3 and the lines. */
export function chartSentence(
  name: string,
  { months, latest, monthThree, lines }: RunChartModel,
  results: WorkflowResults,
  locale: string,
): string {
  const first = months[0]
  const last = months.at(-1)
  if (first === undefined || last === undefined || !latest) return words.noEditingFigureYet(name)
  const span =
    first === last
      ? formatMonth(first, locale)
      : `${formatMonth(first, locale)} to ${formatMonth(last, locale)}`
  const { low, high } = latest.point.result.figure
  const range =
    low === null || high === null
      ? ''
      : words.likelyBetweenAnd(formatWholeShare(low, locale), formatWholeShare(high, locale))
  return [
    words.editingByMonth(name, span),
    words.latestIn(formatShare(latest.share, locale), formatMonth(latest.point.month, locale), range),
    results.finding ? `${findingHeadline(results.finding, locale)}.` : '',
    monthThree === null ? '' : words.month3Was(formatShare(monthThree, locale)),
    lines
      ? words.targetBelowUpdateLine(
          formatWholeShare(lines.target, locale),
          formatWholeShare(lines.update, locale),
        )
      : words.itsLinesAreNotFound,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** "above its usual range" */
export const signalWords = ({ kind, side }: Dot['signals'][number]): string =>
  kind === 'outside' ? words.outsideItsUsualRange(side) : words.sixMonthsInARow(side)

/** "July 2026: 18.1%, likely 14–22%, 10 outputs, Watch; above its usual range" */
export function dotSentence({ point, share, known, signals }: Dot, locale: string): string {
  const { month, finding } = point
  const { range } = finding.figure
  return [
    `${formatMonth(month, locale)}: ${formatShare(share, locale)}`,
    range ? `likely ${formatRange(range.low, range.high, locale)}` : '',
    count(known, 'output', locale),
    finding.secondLook ? words.withASecondLook : '',
    monthStatusLabels[finding.status],
    ...signals.map(signalWords),
  ]
    .filter((part) => part !== '')
    .join(', ')
}
