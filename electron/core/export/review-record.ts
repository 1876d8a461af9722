import type { TrendPoint } from '../../../shared/contract/results.ts'
import { monthStatusLabels } from '../../../shared/domain/findings/status.ts'
import type { WorkflowMonth } from '../../../shared/domain/time/months.ts'
import type { GuidedColumn, Sheet, SheetRow } from './workbook/workbook-sheet.ts'

export type RecordedMonth = {
  workflow: string
  month: Pick<WorkflowMonth, 'month' | 'due' | 'state' | 'reason' | 'daysOverdue'>
  /** Of a finished one. */
  point: TrendPoint | undefined
}

const states = { held: 'Held', skipped: 'Skipped', missed: 'Missed', open: 'Not due yet' } as const
const samples = { random: 'Random', all: 'All', by_hand: 'By hand' } as const

const columns: readonly GuidedColumn[] = [
  {
    header: 'Workflow',
    key: 'workflow',
    width: 26,
    kind: 'text',
    wraps: true,
    meaning: 'One job the AI does.',
  },
  {
    header: 'Month',
    key: 'month',
    width: 12,
    kind: 'month',
    meaning: 'The month the outputs were written in.',
  },
  {
    ...{ header: 'Review', key: 'state', width: 14, kind: 'text', words: states },
    meaning: 'Whether it was held. Missed: past its day, neither held nor skipped.',
    allowed: Object.values(states).join(', '),
  },
  { header: 'Due', key: 'due', width: 14, kind: 'date', meaning: 'The day by which it was to be held.' },
  { header: 'Finished', key: 'finishedOn', width: 14, kind: 'date', meaning: 'The day it was finished.' },
  { header: 'Reason', key: 'reason', width: 36, kind: 'text', wraps: true, meaning: 'Why it was skipped.' },
  { header: 'Outputs', key: 'outputs', width: 11, kind: 'count', meaning: 'Outputs reviewed.' },
  {
    ...{ header: 'Sample', key: 'sample', width: 12, kind: 'text' },
    meaning: 'How they were chosen.',
    allowed: Object.values(samples).join(', '),
  },
  { header: 'Editing', key: 'editing', width: 11, kind: 'share', meaning: 'The month’s figure.' },
  { header: 'Likely low', key: 'low', width: 11, kind: 'share', meaning: 'Lower end of its likely range.' },
  { header: 'Likely high', key: 'high', width: 11, kind: 'share', meaning: 'Upper end of its likely range.' },
  {
    ...{ header: 'Status', key: 'status', width: 20, kind: 'text', words: monthStatusLabels },
    meaning: 'Editing against the workflow’s lines.',
    allowed: Object.values(monthStatusLabels).join(', '),
  },
  {
    header: 'Not fit to send',
    key: 'notFit',
    width: 12,
    kind: 'count',
    meaning: 'Outputs that missed a must-pass standard.',
  },
]

/** Every month of every workflow: whether it was reviewed, and what came of it. */
export const reviewRecordSheet = (months: readonly RecordedMonth[], title: string): Sheet => ({
  name: 'Reviews',
  title,
  columns,
  rows: months.map(rowOf),
})

function rowOf({ workflow, month, point }: RecordedMonth): SheetRow {
  const figure = point?.result.figure
  return {
    workflow,
    month: month.month,
    state: stateOf(month),
    due: month.due,
    finishedOn: point?.finishedOn ?? null,
    reason: month.reason,
    outputs: point?.result.reviewed ?? null,
    sample: point ? samples[point.drawMethod] : null,
    editing: figure?.mean ?? null,
    low: figure?.low ?? null,
    high: figure?.high ?? null,
    status: point?.finding.status ?? null,
    notFit: point && point.finding.quality.notFit.of > 0 ? point.finding.quality.notFit.count : null,
  }
}

function stateOf({ state, daysOverdue }: RecordedMonth['month']): keyof typeof states {
  if (state === 'finished') return 'held'
  if (state === 'skipped') return 'skipped'
  return daysOverdue > 0 ? 'missed' : 'open'
}
