import type { ChangeKind, LogField, MeasuredMonth } from '../../../shared/contract/changes.ts'
import { formatRange } from '../../../shared/domain/format.ts'
import type { client } from '../../api/client.ts'
import { count } from '../results/words.ts'

export const kindLabels: Readonly<Record<ChangeKind, string>> = {
  foundation: 'Foundation',
  prompt: 'Prompt',
  model: 'Model',
  measure: 'Measure',
  other: 'Other',
}

/** The usual reasons, one click each. */
export const commonReasons = [
  'Editing above the line',
  'Business change',
  'Model update',
  'Team feedback',
] as const

/** The columns of a change log, as they are offered for the columns of a file. */
export const logFieldLabels: Readonly<Record<LogField, string>> = {
  onDate: 'Date',
  workflow: 'Workflow',
  kind: 'Kind',
  what: 'What changed',
  from: 'From',
  to: 'To',
  why: 'Why',
  before: 'Editing before',
  after: 'Editing after',
  decidedBy: 'Decided by',
  approvedBy: 'Approved by',
}

/** "Likely 15–28%, 10 outputs". */
export function basisOf({ low, high, known }: MeasuredMonth, locale: string): string {
  const range = low === null || high === null ? 'No likely range' : `Likely ${formatRange(low, high, locale)}`
  return `${range}, ${count(known, 'output', locale)}`
}

/** What the file of a log seems to hold, and what became of its rows. */
export type LogFile = Awaited<ReturnType<typeof client.changes.previewLog>>
export type ImportedLog = Awaited<ReturnType<typeof client.changes.importLog>>
