import type { WorkflowFields } from '../../contract/workflows.ts'
import { measures } from './measures/index.ts'
import { linesOf } from './status.ts'

type Measured = Pick<WorkflowFields, 'measure' | 'byHandMinutes' | 'targetLine' | 'updateLine' | 'sampleSize'>

const percent = (share: number) => `${Number((share * 100).toFixed(1))}%`

/** How a workflow is measured, in one line. Two workflows are measured alike when the lines are equal. */
export function measuredAs(workflow: Measured): string {
  const measure = measures[workflow.measure].describe(workflow)
  const lines = linesOf(workflow)
  const said = lines
    ? `target below ${percent(lines.target)}, update above ${percent(lines.update)}`
    : 'no lines yet'
  return `${measure}; ${said}; ${workflow.sampleSize} outputs a month`
}
