import type { Change, ChangeKind } from '../../../shared/contract/changes.ts'
import { csvText } from './csv.ts'
import type { GuidedColumn } from './workbook-guide.ts'
import type { Sheet, SheetRow } from './workbook-sheet.ts'

/** A change with what came of it, where that is known. Shares are fractions. */
export type LoggedChange = Change & {
  before?: number | null
  after?: number | null
  verdict?: string | null
  /** The number of the change that went back on this one. */
  rolledBackBy?: number | null
}

const kindLabels: Readonly<Record<ChangeKind, string>> = {
  foundation: 'Foundation',
  prompt: 'Prompt',
  model: 'Model',
  measure: 'Measure',
  other: 'Other',
}

/** The columns of the Changes sheet. */
export const changeColumns: readonly GuidedColumn[] = [
  {
    header: 'Number',
    key: 'number',
    width: 11,
    kind: 'count',
    meaning: 'Given once and never used again. The run charts show it beside the change’s line.',
  },
  { header: 'Date', key: 'onDate', width: 13, kind: 'date', meaning: 'The day the change was made.' },
  {
    header: 'Workflow',
    key: 'workflows',
    width: 22,
    kind: 'text',
    wraps: true,
    meaning: 'The workflows it concerns.',
  },
  {
    header: 'Kind',
    key: 'kind',
    width: 12,
    kind: 'text',
    meaning: 'What was changed. Measure is a change to how a workflow is measured.',
    allowed: Object.values(kindLabels).join(', '),
  },
  {
    header: 'What',
    key: 'what',
    width: 30,
    kind: 'text',
    wraps: true,
    meaning: 'What was changed, in a line.',
  },
  {
    header: 'From',
    key: 'from',
    width: 30,
    kind: 'text',
    wraps: true,
    meaning: 'The earlier wording or setting.',
  },
  { header: 'To', key: 'to', width: 30, kind: 'text', wraps: true, meaning: 'The new wording or setting.' },
  {
    header: 'Why',
    key: 'why',
    width: 30,
    kind: 'text',
    wraps: true,
    meaning: 'The reason given when it was made.',
  },
  {
    header: 'Before',
    key: 'before',
    width: 12,
    kind: 'share',
    meaning: 'Editing in the last review finished before the change.',
  },
  {
    header: 'After',
    key: 'after',
    width: 12,
    kind: 'share',
    meaning: 'Editing in the next review finished after the change. Empty until then.',
  },
  {
    header: 'Difference',
    key: 'difference',
    width: 15,
    kind: 'points',
    formula: (cell) => `(${cell('after')}-${cell('before')})*100`,
    meaning: 'After less before, in percentage points. A formula.',
  },
  {
    header: 'Verdict',
    key: 'verdict',
    width: 17,
    kind: 'text',
    meaning: 'What the change did, beyond what chance can do.',
    allowed: 'Waiting, Better, About the same, Worse, Rolled back',
  },
  {
    header: 'Rolled back by',
    key: 'rolledBackBy',
    width: 13,
    kind: 'count',
    meaning: 'The number of the change that returned to the earlier wording.',
  },
]

const logColumns: readonly GuidedColumn[] = [
  ...changeColumns,
  {
    header: 'Recorded',
    key: 'recordedAt',
    width: 19,
    kind: 'instant',
    meaning: 'When the entry was written. Entries are never altered or deleted.',
  },
  {
    header: 'Recorded by',
    key: 'recordedBy',
    width: 13,
    kind: 'text',
    meaning: 'Evenkeel itself, or the owner.',
    allowed: 'Evenkeel, Owner',
  },
]

/** One change as a row of the Changes sheet. */
export function changeRow(change: LoggedChange): SheetRow {
  const { before = null, after = null } = change
  return {
    number: change.number,
    onDate: change.onDate,
    workflows: change.workflowNames.join(', '),
    kind: kindLabels[change.kind],
    what: change.what,
    from: change.from,
    to: change.to,
    why: change.why,
    before,
    after,
    difference: before === null || after === null ? null : (after - before) * 100,
    verdict: change.verdict ?? null,
    rolledBackBy: change.rolledBackBy ?? null,
  }
}

const logRow = (change: LoggedChange): SheetRow => ({
  ...changeRow(change),
  recordedAt: change.recordedAt,
  recordedBy: change.isAutomatic ? 'Evenkeel' : 'Owner',
})

/** The whole change log as a workbook's only sheet. */
export function changeLogSheet(changes: readonly LoggedChange[], company: string): Sheet {
  return {
    name: 'Changes',
    title: `${company}: change log`,
    columns: logColumns,
    rows: changes.map(logRow),
  }
}

/** The whole change log as CSV: days and instants as ISO text, shares as fractions, unknown empty. */
export function changeLogCsv(changes: readonly LoggedChange[]): string {
  const rows = changes.map(logRow).map((row) => logColumns.map(({ key }) => row[key] ?? null))
  return csvText([logColumns.map(({ header }) => header), ...rows])
}
