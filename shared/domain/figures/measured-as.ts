import type { WorkflowFields } from '../../contract/workflows.ts'

type Measured = Pick<WorkflowFields, 'measure' | 'byHandMinutes' | 'targetLine' | 'updateLine' | 'sampleSize'>

const textMeasure = 'Text changed'

const percent = (share: number) => `${Number((share * 100).toFixed(1))}%`

/** How a workflow is measured, in one line. Two workflows are measured alike when the lines are equal. */
export function measuredAs(workflow: Measured): string {
  const measure =
    workflow.measure === 'text'
      ? textMeasure
      : `Minutes to correct, of ${workflow.byHandMinutes ?? 'an unknown number of'} minutes by hand`
  return `${measure}; target below ${percent(workflow.targetLine)}, update above ${percent(workflow.updateLine)}; ${workflow.sampleSize} outputs a month`
}
