import type { ActivityEntry } from '../../../shared/contract/reports/activity.ts'
import type { GuidedColumn, Sheet, SheetRow } from './workbook/workbook-sheet.ts'

const columns: readonly GuidedColumn[] = [
  {
    header: 'Entry',
    key: 'seq',
    width: 11,
    kind: 'count',
    meaning: 'Its place in the log. Numbers have no gaps and are never given twice.',
  },
  { header: 'When', key: 'at', width: 19, kind: 'instant', meaning: 'When it was done.' },
  {
    header: 'Who',
    key: 'who',
    width: 18,
    kind: 'text',
    meaning: 'The owner of that day, or Evenkeel for what it does by itself.',
  },
  { header: 'What', key: 'what', width: 34, kind: 'text', wraps: true, meaning: 'What was done.' },
  { header: 'About', key: 'about', width: 34, kind: 'text', wraps: true, meaning: 'What it was done to.' },
  {
    header: 'Before',
    key: 'before',
    width: 44,
    kind: 'text',
    onScreenOnly: true,
    meaning: 'The fields it changed, as they were. Empty where there was nothing.',
  },
  {
    header: 'After',
    key: 'after',
    width: 44,
    kind: 'text',
    onScreenOnly: true,
    meaning: 'The same fields as they were from then on. Hidden while a model test is judged.',
  },
]

/** The activity log, newest first. */
export const activitySheet = (entries: AsyncIterable<ActivityEntry>, company: string): Sheet => ({
  name: 'Activity',
  title: `${company}: activity`,
  columns,
  rows: inRows(entries),
})

async function* inRows(entries: AsyncIterable<ActivityEntry>): AsyncGenerator<SheetRow> {
  for await (const { seq, at, who, what, about, differences } of entries) {
    const lines = (side: 'before' | 'after') =>
      differences
        .filter((difference) => difference[side] !== '')
        .map((difference) => `${difference.field}: ${difference[side]}`)
        .join('\n')
    yield { seq, at, who, what, about, before: lines('before'), after: lines('after') }
  }
}
