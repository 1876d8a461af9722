import type { Change, MeasuredChange } from '../../../shared/contract/changes.ts'
import {
  shownFigures,
  stageLabels,
  standingLabels,
  standingOf,
} from '../../../shared/domain/effects/standing.ts'
import { pointDecimals, roundFigure, shownDifference } from '../../../shared/domain/format.ts'
import { changeKindLabels, logMarkColumn, writeLogMark } from '../change-log-file.ts'
import type { GuidedColumn, Sheet, SheetRow } from './workbook/workbook-sheet.ts'

/** One line of the log: a change with what came of it, where that is known. Shares are fractions. */
export type LoggedChange = Change & {
  before?: number | null
  after?: number | null
  verdict?: string | null
  /** "Settled", "First look"; null where nothing is told. */
  certainty?: string | null
  outputs?: string | null
  isShared?: boolean
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
    meaning:
      'The workflows it concerns. Where it did not have the same effect on all of them, each has a row of its own under the same number.',
  },
  {
    header: 'Kind',
    key: 'kind',
    width: 12,
    kind: 'text',
    meaning: 'What was changed. Measure is a change to how a workflow is measured.',
    allowed: Object.values(changeKindLabels).join(', '),
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
    header: 'Decided by',
    key: 'decidedBy',
    width: 16,
    kind: 'text',
    wraps: true,
    meaning: 'Who decided it. Empty where no name was given.',
  },
  {
    header: 'Approved by',
    key: 'approvedBy',
    width: 16,
    kind: 'text',
    wraps: true,
    meaning: 'Who approved it. Empty where no name was given.',
  },
  {
    header: 'Before',
    key: 'before',
    width: 12,
    kind: 'share',
    meaning:
      'Editing of the newest 20 reviewed outputs written before the change went live, and after the change before it. In an imported log as it was recorded by hand, where no review here measured it.',
  },
  {
    header: 'After',
    key: 'after',
    width: 12,
    kind: 'share',
    meaning:
      'Editing of the reviewed outputs written on the day it went live or later, until the next change. Empty until there are 5. In an imported log as it was recorded by hand.',
  },
  {
    header: 'Difference',
    key: 'difference',
    width: 15,
    kind: 'points',
    formula: (cell) => `ROUND((ROUND(${cell('after')},3)-ROUND(${cell('before')},3))*100,1)`,
    meaning: 'After less before, in percentage points, of the figures as they are shown. A formula.',
  },
  {
    header: 'Verdict',
    key: 'verdict',
    width: 17,
    kind: 'text',
    meaning:
      'What the change did, beyond what chance can do. Cannot be told: fewer than 5 reviewed outputs on a side, measured in two ways, or recorded by hand. A starting point writes down how things were. Empty for notes of Evenkeel itself.',
    allowed: Object.values(standingLabels).join(', '),
  },
  {
    header: 'Certainty',
    key: 'certainty',
    width: 13,
    kind: 'text',
    meaning: 'How far the verdict has firmed up. Settled after 30 outputs, three reviews or the next change.',
    allowed: Object.values(stageLabels).join(', '),
  },
  {
    header: 'Outputs',
    key: 'outputs',
    width: 13,
    kind: 'text',
    meaning: 'How many outputs were written before and after.',
  },
  {
    header: 'Shared effect',
    key: 'isShared',
    width: 13,
    kind: 'text',
    meaning:
      'Fewer than 5 reviewed outputs lie between this and another change of the workflow, so their effects cannot be told apart.',
    allowed: 'Yes, or empty',
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
    width: 18,
    kind: 'text',
    wraps: true,
    meaning:
      'The AI owner of that day; “Owner” where nobody was named. Evenkeel for what it noted by itself.',
  },
  {
    header: logMarkColumn,
    key: 'mark',
    width: 16,
    kind: 'text',
    isHidden: true,
    meaning: 'By which Evenkeel knows its own log again when it is imported.',
  },
]

/** A change as the lines of the log: one, or one for each workflow where its effects differ. */
export function loggedChanges({ effects, ...change }: MeasuredChange): LoggedChange[] {
  const figures = effects.map((effect) => {
    const { before, after } = shownFigures(effect)
    const look = effect.looks.at(-1)
    return {
      before,
      after,
      verdict: standingLabels[standingOf(effect)],
      certainty: look && look.verdict !== 'cannot_be_told' ? stageLabels[look.stage] : null,
      outputs: look ? `${look.before.n} before, ${look.after.n} after` : null,
      isShared: effect.sharedWith.length > 0,
    }
  })
  const [first] = figures
  const isOne = new Set(figures.map((figure) => JSON.stringify(figure))).size <= 1
  if (isOne) return [{ ...change, ...first }]
  return effects.map(({ workflowId, workflowName }, index) => ({
    ...change,
    workflowIds: [workflowId],
    workflowNames: [workflowName],
    ...figures[index],
  }))
}

/** One line of the log as a row of the Changes sheet. */
export function changeRow(change: LoggedChange): SheetRow {
  const { before = null, after = null } = change
  return {
    number: change.number,
    onDate: change.onDate,
    workflows: change.workflowNames.join(', '),
    kind: changeKindLabels[change.kind],
    what: change.what,
    from: change.from,
    to: change.to,
    why: change.why,
    decidedBy: change.decidedBy,
    approvedBy: change.approvedBy,
    before,
    after,
    difference:
      before === null || after === null
        ? null
        : roundFigure(shownDifference(before, after) * 100, pointDecimals),
    verdict: change.verdict ?? null,
    certainty: change.certainty ?? null,
    outputs: change.outputs ?? null,
    isShared: change.isShared ? 'Yes' : null,
    rolledBackBy: change.revertedBy,
  }
}

/** The whole change log as a workbook's only sheet; `ownerNameAt` says who the owner was at an instant. */
export function changeLogSheet(
  changes: readonly LoggedChange[],
  company: string,
  ownerNameAt: (instant: string) => string,
): Sheet {
  return {
    name: 'Changes',
    title: `${company}: change log`,
    columns: logColumns,
    rows: changes.map((change) => ({
      ...changeRow(change),
      recordedAt: change.recordedAt,
      recordedBy: change.isAutomatic ? 'Evenkeel' : ownerNameAt(change.recordedAt) || 'Owner',
      mark: writeLogMark(change),
    })),
  }
}
