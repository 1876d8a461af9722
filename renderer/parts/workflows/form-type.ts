import type { UseFormReturnType } from '@mantine/form'
import type { WorkflowValues } from './workflow-values.ts'

export type WorkflowFormValues = WorkflowValues & { reason: string }
export type WorkflowFormType = UseFormReturnType<WorkflowFormValues>
