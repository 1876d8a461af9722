import type { TrendPoint } from '../../../shared/contract/results.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { formatMonth } from '../../../shared/domain/format.ts'
import type { Used } from '../../../shared/domain/report/used.ts'
import type { ReviewWorkbookModel } from './review-workbook-model.ts'
import type { Chart, ChartColumn } from './workbook/workbook-charts.ts'
import type { GuidedSheet } from './workbook/workbook-guide.ts'
import type { GuidedColumn, SheetRow } from './workbook/workbook-sheet.ts'
import { firstRowOf } from './workbook/workbook-sheet.ts'

const columns: readonly GuidedColumn[] = [
  {
    header: 'Month',
    key: 'month',
    width: 13,
    kind: 'month',
    meaning: 'The month the outputs were written in.',
  },
  {
    header: 'Workflow',
    key: 'workflow',
    width: 24,
    kind: 'text',
    wraps: true,
    meaning: 'One job the AI does.',
  },
  {
    header: 'Measure',
    key: 'measure',
    width: 12,
    kind: 'text',
    meaning: 'What editing was a share of that month.',
  },
  { header: 'Editing', key: 'editing', width: 11, kind: 'share', meaning: 'The month’s figure.' },
  { header: 'Likely low', key: 'low', width: 11, kind: 'share', meaning: 'Lower end of its likely range.' },
  { header: 'Likely high', key: 'high', width: 11, kind: 'share', meaning: 'Upper end of its likely range.' },
  {
    header: 'Target line',
    key: 'target',
    width: 11,
    kind: 'wholeShare',
    meaning: 'Below it a month is On target.',
  },
  {
    header: 'Update line',
    key: 'update',
    width: 11,
    kind: 'wholeShare',
    meaning: 'Above it an update is suggested.',
  },
  {
    header: 'Met every standard',
    key: 'metEvery',
    width: 12,
    kind: 'count',
    meaning: 'Outputs that met every standard they were judged by.',
  },
  {
    header: 'Satisfaction, users',
    key: 'users',
    width: 13,
    kind: 'decimal',
    meaning: 'Average of the users’ satisfaction.',
    allowed: '1 to 5',
  },
  {
    header: 'Satisfaction, reviewer',
    key: 'reviewer',
    width: 13,
    kind: 'decimal',
    meaning: 'Average of the reviewer’s satisfaction.',
    allowed: '1 to 5',
  },
  { header: 'Outputs', key: 'outputs', width: 10, kind: 'count', meaning: 'Outputs reviewed.' },
  {
    header: 'Replaced',
    key: 'replaced',
    width: 10,
    kind: 'count',
    meaning: 'Outputs replaced from the reserve.',
  },
  {
    header: 'Sample',
    key: 'sample',
    width: 11,
    kind: 'text',
    meaning: 'How the outputs were chosen. See Sampling below.',
    allowed: 'Random, All, By hand',
  },
  { header: 'Offered', key: 'offered', width: 10, kind: 'count', meaning: 'Outputs offered in that month.' },
  { header: 'Used', key: 'used', width: 10, kind: 'count', meaning: 'How many of them were used.' },
  { header: 'Minutes used', key: 'minutes', width: 10, kind: 'count', meaning: 'Time the review took.' },
  {
    header: 'Rules',
    key: 'rules',
    width: 18,
    kind: 'text',
    meaning: 'The version of the rules the figure was worked out by.',
  },
]

const samples = { random: 'Random', all: 'All', by_hand: 'By hand' } as const

/** Every finished month of every workflow to the end of the period, by workflow and month. */
export function trendSheet(model: ReviewWorkbookModel): GuidedSheet {
  return {
    name: 'Trend',
    title: `Every month reviewed to the end of ${formatMonth(model.period.to, model.locale)}`,
    columns,
    rows: model.workflows.flatMap(({ name, points, used }) =>
      points.map((point) => ({ ...trendRow(name, point), ...usedCells(used.get(point.month)) })),
    ),
  }
}

/** Empty where it is not counted. */
export const usedCells = (of: Used | undefined): SheetRow => ({
  offered: of?.offered ?? null,
  used: of?.used ?? null,
  usedShare: of ? of.used / of.offered : null,
})

function trendRow(workflow: string, point: TrendPoint): SheetRow {
  const { result, finding } = point
  const { figure } = result
  return {
    month: point.month,
    workflow,
    measure: measures[figure.measure].label,
    editing: figure.mean,
    low: figure.low,
    high: figure.high,
    target: figure.targetLine,
    update: figure.updateLine,
    metEvery: finding.quality.metEvery.of === 0 ? null : finding.quality.metEvery.count,
    users: result.satisfactionUsers,
    reviewer: result.satisfactionReviewer,
    outputs: result.reviewed,
    replaced: result.replaced,
    sample: samples[point.drawMethod],
    minutes: Math.round(result.secondsUsed / 60),
    rules: figure.ruleVersion,
  }
}

/** A run chart for each workflow, bound to its rows of the Trend sheet; only months of its measure of today. */
export function trendCharts(model: ReviewWorkbookModel, sheet: GuidedSheet): Chart[] {
  let row = firstRowOf(sheet)
  return model.workflows.flatMap(({ name, points }): Chart[] => {
    const start = row
    row += points.length
    const measure = points.at(-1)?.result.figure.measure
    const others = points.findLastIndex(({ result }) => result.figure.measure !== measure) + 1
    const own = points.slice(others)
    if (own.length === 0) return []
    const column = <Value>(key: string, of: (point: TrendPoint) => Value): ChartColumn<Value> => {
      const index = columns.findIndex((each) => each.key === key)
      return { index, header: columns[index]?.header ?? '', values: own.map(of) }
    }
    return [
      {
        title: name,
        sheet: sheet.name,
        firstRow: start + others,
        lastRow: start + points.length - 1,
        months: column('month', ({ month }) => `${month}-01`),
        editing: column('editing', ({ result }) => result.figure.mean),
        target: column('target', ({ result }) => result.figure.targetLine),
        update: column('update', ({ result }) => result.figure.updateLine),
      },
    ]
  })
}
