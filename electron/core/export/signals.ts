import type { Signal } from '../../../shared/contract/signals.ts'
import { signalKinds } from '../../../shared/domain/foundation/signal-kinds.ts'
import type { GuidedColumn, Sheet } from './workbook/workbook-sheet.ts'

const stateLabels: Readonly<Record<Signal['state'], string>> = {
  open: 'Open',
  handled: 'Handled',
  set_aside: 'Set aside',
}
const kindLabels = Object.fromEntries(Object.entries(signalKinds).map(([kind, { label }]) => [kind, label]))

const columns: readonly GuidedColumn[] = [
  { header: 'Date', key: 'onDate', width: 13, kind: 'date', meaning: 'The day it came up.' },
  {
    header: 'Kind',
    key: 'kind',
    width: 18,
    kind: 'text',
    words: kindLabels,
    meaning: 'Where it comes from.',
    allowed: Object.values(kindLabels).join(', '),
  },
  { header: 'What came up', key: 'text', width: 60, kind: 'text', wraps: true, meaning: 'In a line.' },
  {
    header: 'Workflow',
    key: 'workflowName',
    width: 24,
    kind: 'text',
    wraps: true,
    meaning: 'The workflow it concerns. Empty where it concerns all.',
  },
  {
    header: 'Foundation section',
    key: 'sectionName',
    width: 22,
    kind: 'text',
    wraps: true,
    meaning: 'The part of the Foundation it is about.',
  },
  {
    header: 'State',
    key: 'state',
    width: 13,
    kind: 'text',
    words: stateLabels,
    meaning: 'What came of it.',
    allowed: Object.values(stateLabels).join(', '),
  },
  {
    header: 'Change',
    key: 'changeNumber',
    width: 11,
    kind: 'count',
    meaning: 'The number of the change that came of it.',
  },
  {
    header: 'Reason',
    key: 'reason',
    width: 36,
    kind: 'text',
    wraps: true,
    meaning: 'Why it was set aside.',
  },
  { header: 'Recorded', key: 'recordedAt', width: 19, kind: 'instant', meaning: 'When it was written down.' },
]

/** What came up between reviews, and what came of it. */
export const signalsSheet = (signals: readonly Signal[], company: string): Sheet => ({
  name: 'Signals',
  title: `${company}: what came up`,
  columns,
  rows: signals.map((signal) => ({
    onDate: signal.onDate,
    kind: signal.kind,
    text: signal.text,
    workflowName: signal.workflowName,
    sectionName: signal.sectionName,
    state: signal.state,
    changeNumber: signal.changeNumber,
    reason: signal.reason,
    recordedAt: signal.recordedAt,
  })),
})
