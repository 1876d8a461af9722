import type { WorkflowFields } from '../../contract/workflows.ts'
import { measures } from './measures/index.ts'
import { linesOf } from './status.ts'

type Measured = Pick<WorkflowFields, 'measure' | 'byHandMinutes' | 'targetLine' | 'updateLine' | 'sampleSize'>

const percent = (share: number) => `${Number((share * 100).toFixed(1))}%`

export type MeasuredDifference = 'measure' | 'by_hand' | 'first_lines' | 'lines' | 'sample'

/** What of how a workflow is measured changes, the weightiest; null where nothing does. */
export function measuredDifference(before: Measured, after: Measured): MeasuredDifference | null {
  if (measuredAs(before) === measuredAs(after)) return null
  const how = ({ measure, byHandMinutes }: Measured) => measures[measure].describe({ byHandMinutes })
  if (before.measure !== after.measure) return 'measure'
  if (how(before) !== how(after)) return 'by_hand'
  if (said(before) === said(after)) return 'sample'
  return linesOf(before) === null ? 'first_lines' : 'lines'
}

/** How a workflow is measured, in one line. Two workflows are measured alike when the lines are equal. */
export function measuredAs(workflow: Measured): string {
  const measure = measures[workflow.measure].describe(workflow)
  return `${measure}; ${said(workflow)}; ${workflow.sampleSize} outputs a month`
}

function said(workflow: Measured): string {
  const lines = linesOf(workflow)
  if (lines === null) return 'no lines yet'
  return `target below ${percent(lines.target)}, update above ${percent(lines.update)}`
}
