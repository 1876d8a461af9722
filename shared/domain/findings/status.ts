import { mean, tolerance } from '../figures/statistics.ts'
import type { Lines } from '../figures/status.ts'
import { fewestValues } from './finished-review.ts'

/** Stored with every finding; raised whenever the same facts would give another status. */
export const monthStatusRuleVersion = 2

/** The status of a workflow-month (R3). */
export type MonthStatus =
  | 'on_target'
  | 'watch'
  | 'update_suggested'
  | 'update_due'
  | 'not_enough'
  | 'finding_lines'

export const monthStatusLabels: Readonly<Record<MonthStatus, string>> = {
  on_target: 'On target',
  watch: 'Watch',
  update_suggested: 'Update suggested',
  update_due: 'Update due',
  not_enough: 'Not enough yet',
  finding_lines: 'Finding your lines',
}

/** How much a status asks for attention: shape and colour on screen and in the workbook go by it. */
export type Tone = 'good' | 'watch' | 'act' | 'none'

export const monthStatusTones: Readonly<Record<MonthStatus, Tone>> = {
  on_target: 'good',
  watch: 'watch',
  update_suggested: 'act',
  update_due: 'act',
  not_enough: 'none',
  finding_lines: 'none',
}

/**
 * The status by the unrounded mean of the known values; 20.0 % is still Watch. `lines` are null for a text
 * workflow whose lines are not found yet. `isUpdateDue` comes from R4.
 */
export function monthStatus(
  values: readonly number[],
  lines: Lines | null,
  isUpdateDue: boolean,
): MonthStatus {
  if (lines === null) return 'finding_lines'
  const centre = mean(values)
  if (centre === null || values.length < fewestValues) return 'not_enough'
  if (isUpdateDue) return 'update_due'
  if (isAbove(centre, lines.update)) return 'update_suggested'
  return isBelow(centre, lines.target) ? 'on_target' : 'watch'
}

/** Strictly above a line; floating point must not lift a figure on the line over it. */
export const isAbove = (share: number, line: number) => share > line + tolerance
export const isBelow = (share: number, line: number) => share < line - tolerance

/** Whether so many outputs were reviewed that they would do, had each of them a figure. */
export const isIncomplete = ({ known, unknown }: { known: number; unknown: number }): boolean =>
  unknown > 0 && known + unknown >= fewestValues
