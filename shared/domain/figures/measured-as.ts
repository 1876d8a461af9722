import type { WorkflowFields } from '../../contract/workflows.ts'
import { measures } from './measures/index.ts'

type Measured = Pick<WorkflowFields, 'measure' | 'byHandMinutes' | 'targetLine' | 'updateLine' | 'sampleSize'>

const percent = (share: number) => `${Number((share * 100).toFixed(1))}%`

/** How a workflow is measured, in one line. Two workflows are measured alike when the lines are equal. */
export function measuredAs(workflow: Measured): string {
  const measure = measures[workflow.measure].describe(workflow)
  return `${measure}; target below ${percent(workflow.targetLine)}, update above ${percent(workflow.updateLine)}; ${workflow.sampleSize} outputs a month`
}
