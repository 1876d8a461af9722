import type { MeasuredChange } from '../../../../shared/contract/changes.ts'
import type { ReportChange, ReportChart, ReportLine } from '../../../../shared/contract/reports/reports.ts'
import type { TrendPoint, WorkflowResults } from '../../../../shared/contract/results.ts'
import type { Workflow } from '../../../../shared/contract/workflows.ts'
import { attentionOrder } from '../../../../shared/domain/findings/month-headline.ts'
import type { MonthStatus } from '../../../../shared/domain/findings/status.ts'
import type { ReportPeriod } from '../../../../shared/domain/report/period.ts'
import type { Used } from '../../../../shared/domain/report/used.ts'
import { addMonths, type Day, type Month, monthOf } from '../../../../shared/domain/time/dates.ts'
import { isRetiredBy } from '../../../../shared/domain/time/months.ts'
import { loggedChanges } from '../../export/change-log.ts'

/** A workflow with the month a report says of it: the latest finished one of the period. */
export type Reported = {
  workflow: Workflow
  results: WorkflowResults
  point: TrendPoint
  /** The last day it was in use, where that was over by the end of the period. */
  inUseTo: Day | null
}

const chartMonths = 12
const mostChanges = 4
const mostCharts = 3

/** Those with a finished month in the period, in the order of the list. */
export function reportedIn(
  period: ReportPeriod,
  all: readonly { workflow: Workflow; results: WorkflowResults }[],
): Reported[] {
  return all.flatMap((each) => {
    const point = each.results.points.findLast(({ month }) => month >= period.from && month <= period.to)
    const { retiredOn } = each.workflow
    return point ? [{ ...each, point, inUseTo: isRetiredBy(retiredOn, period.to) ? retiredOn : null }] : []
  })
}

export const lineOf = (
  { workflow, point, inUseTo }: Reported,
  used: ReadonlyMap<Month, Used>,
): ReportLine => ({
  workflowId: workflow.id,
  name: workflow.name,
  finding: point.finding,
  drawMethod: point.drawMethod,
  poolCount: point.poolCount,
  inUseTo,
  used: used.get(point.month) ?? null,
})

/** The twelve months to the one reported, by its measure. */
function chartOf({ workflow, results, point }: Reported): ReportChart {
  const { finding } = point
  const from = addMonths(point.month, 1 - chartMonths)
  const means = new Map(
    results.points
      .filter(({ result }) => result.figure.measure === finding.measure)
      .map(({ month, result }) => [month, result.figure.mean]),
  )
  const months = Array.from({ length: chartMonths }, (_, index) => addMonths(from, index))
  return {
    workflowId: workflow.id,
    name: workflow.name,
    status: finding.status,
    months: months.map((month) => ({ month, mean: means.get(month) ?? null })),
    range: finding.figure.range,
    lines: finding.lines,
    monthThree: finding.monthThree?.mean ?? null,
    markers: results.markers.flatMap(({ number, onDate }) => {
      const month = monthOf(onDate)
      return month >= from && month <= point.month ? [{ number, month, onDate }] : []
    }),
  }
}

/** The newest changes up to the end of the period, and what is planned. */
export function changesOf(
  changes: readonly MeasuredChange[],
  workflowIds: readonly number[],
  to: Month,
): ReportChange[] {
  const from = addMonths(to, 1 - chartMonths)
  return changes
    .filter(
      ({ workflowIds: own, onDate, isStartingPoint, plan }) =>
        !isStartingPoint &&
        plan !== 'called_off' &&
        monthOf(onDate) >= from &&
        own.some((id) => workflowIds.includes(id)),
    )
    .flatMap(loggedChanges)
    .toSorted((a, b) => b.onDate.localeCompare(a.onDate) || b.number - a.number)
    .slice(0, mostChanges)
    .map((change) => ({
      number: change.number,
      workflow: change.workflowNames.join(', '),
      what: change.what,
      onDate: change.onDate,
      before: change.before ?? null,
      after: change.after ?? null,
      verdict: [change.verdict, change.certainty?.toLowerCase()].filter(Boolean).join(', '),
    }))
}

const rankOf = (status: MonthStatus) => {
  const rank = attentionOrder.indexOf(status)
  return rank < 0 ? attentionOrder.length : rank
}

/** The charts that are drawn where not all fit: of those that need attention first. */
export function chartsOf(reported: readonly Reported[]): ReportChart[] {
  const all = reported.map((each) => ({ chart: chartOf(each), status: each.point.finding.status }))
  const drawn =
    all.length <= mostCharts
      ? all
      : all.toSorted((a, b) => rankOf(a.status) - rankOf(b.status)).slice(0, mostCharts)
  return drawn.map(({ chart }) => chart)
}
