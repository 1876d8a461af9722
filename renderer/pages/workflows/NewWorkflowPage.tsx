import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { StandardInput, WorkflowFields } from '../../../shared/contract/workflows.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import styles from '../../features/workflows/workflows.module.css'
import { defaultStandards } from '../../parts/workflows/default-standards.ts'
import { StandardsEditor } from '../../parts/workflows/StandardsEditor.tsx'
import { WorkflowForm } from '../../parts/workflows/WorkflowForm.tsx'
import { newWorkflowValues } from '../../parts/workflows/workflow-values.ts'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Page } from '../../ui/layout/Page.tsx'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import { words as say } from './words.ts'

/** Setting up a workflow: what it is and how it is measured, then what every output must do. */
export function NewWorkflowPage() {
  const [, navigate] = useLocation()
  const [first] = useState(newWorkflowValues)
  const [values, setValues] = useState(first)
  const [standards, setStandards] = useState<readonly StandardInput[]>(defaultStandards)
  const [fields, setFields] = useState<WorkflowFields | null>(null)
  const create = useMutation(
    orpc.workflows.create.mutationOptions({
      onSuccess: ({ id }) => navigate(`/workflows/${id}`),
      onError: (error) => {
        const isAboutStandards = Object.keys(fieldErrorsOf(error)).every((field) =>
          field.startsWith('standards'),
        )
        if (!isAboutStandards) setFields(null)
      },
    }),
  )
  useUnsaved((values !== first || standards !== defaultStandards) && !create.isPending)
  return (
    <Page
      eyebrow={<Link href="/workflows">{say.workflows}</Link>}
      title={fields === null ? say.newWorkflow : say.qualityStandardsFor(fields.name)}
    >
      <Card className={styles.narrow}>
        {fields === null ? (
          <WorkflowForm
            initial={values}
            parts={['about', 'measure', 'lines']}
            submitLabel={say.continueToQualityStandards}
            error={create.error}
            isBusy={false}
            onChange={setValues}
            onSubmit={(entered) => {
              create.reset()
              setFields(entered)
            }}
          />
        ) : (
          <div className={styles.stack}>
            <p className={layout.quiet}>{say.whatEveryOutputMustDo}</p>
            <StandardsEditor
              initial={standards}
              submitLabel={say.setUpThisWorkflow}
              error={create.error}
              isBusy={create.isPending}
              onChange={setStandards}
              onSubmit={(entered) => create.mutate({ ...fields, standards: entered })}
              secondary={
                <Button variant="default" onClick={() => setFields(null)}>
                  {say.back}
                </Button>
              }
            />
          </div>
        )}
      </Card>
    </Page>
  )
}
