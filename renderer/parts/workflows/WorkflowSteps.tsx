import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import type { Workflow, WorkflowFields } from '../../../shared/contract/workflows.ts'
import { AppError } from '../../../shared/errors.ts'
import { client, orpc } from '../../api/client.ts'
import { FullPage } from '../../ui/layout/FullPage.tsx'
import { StandardsEditor } from './StandardsEditor.tsx'
import type { SetUpDraft, useSetUpDraft } from './set-up-draft.ts'
import { WorkflowForm } from './WorkflowForm.tsx'
import { words as say } from './words.ts'

/** What a workflow is, what every output must do, how editing is measured: one thing per page. */
export type WorkflowStep = 'workflow' | 'standards' | 'measure'

type WorkflowStepsProps = {
  step: WorkflowStep
  /** The address of each step. */
  paths: Readonly<Record<WorkflowStep, string>>
  /** Where each step stands among all of them: "Step 2 of 5". */
  places: Readonly<Record<WorkflowStep, string>>
  /** The title of the first step. */
  title: string
  kept: ReturnType<typeof useSetUpDraft>
  /** Back from the first step. */
  onBack: () => void
  onLater: () => void
  onSaved: (workflowId: number) => void
}

/** Setting up a workflow, in the first run and later: one step, with the ways back and on. */
export function WorkflowSteps(props: WorkflowStepsProps) {
  const { step, paths, kept } = props
  if (step === 'workflow') return <AboutStep {...props} />
  if (kept.draft.workflow.name.trim() === '') return <Redirect to={paths.workflow} replace />
  return step === 'standards' ? <StandardsStep {...props} /> : <MeasureStep {...props} />
}

function AboutStep({ paths, places, title, kept, onBack, onLater }: WorkflowStepsProps) {
  const [, navigate] = useLocation()
  const workflows = useQuery(orpc.workflows.list.queryOptions())
  const [error, setError] = useState<AppError | null>(null)
  const submit = ({ name }: { name: string }) => {
    const isTaken = workflows.data?.some(
      (other) => other.id !== kept.draft.savedAs && other.name.toLowerCase() === name.toLowerCase(),
    )
    if (isTaken) setError(nameTaken(name))
    else navigate(paths.standards)
  }
  return (
    <FullPage key="workflow" eyebrow={places.workflow} title={title}>
      <WorkflowForm
        initial={kept.draft.workflow}
        parts={['about']}
        isNew
        submitLabel={say.continueWord}
        error={error}
        isBusy={false}
        secondary={<BackOrLater onBack={onBack} onLater={onLater} />}
        onChange={(workflow) => kept.change({ workflow })}
        onSubmit={submit}
      />
    </FullPage>
  )
}

function nameTaken(name: string): AppError {
  const message = say.thereIsAlreadyAWorkflow(name)
  return new AppError('INVALID_INPUT', message, [{ field: 'name', message }])
}

function StandardsStep({ paths, places, kept, onLater }: WorkflowStepsProps) {
  const [, navigate] = useLocation()
  const { draft, change } = kept
  return (
    <FullPage
      key="standards"
      isWide
      eyebrow={say.stepOf(places.standards, draft.workflow.name)}
      title={say.whatEveryOutputMustDo}
      lead={say.inAReviewYouMark}
    >
      <StandardsEditor
        initial={draft.standards}
        submitLabel={say.continueWord}
        error={null}
        isBusy={false}
        secondary={<BackOrLater onBack={() => navigate(paths.workflow)} onLater={onLater} />}
        onChange={(standards) => change({ standards })}
        onSubmit={() => navigate(paths.measure)}
      />
    </FullPage>
  )
}

function MeasureStep({ paths, places, kept, onLater, onSaved }: WorkflowStepsProps) {
  const [, navigate] = useLocation()
  const { draft, change } = kept
  const save = useMutation({
    mutationFn: (fields: WorkflowFields) => saveDraft(fields, draft),
    onSuccess: ({ id }) => onSaved(id),
  })
  return (
    <FullPage
      key="measure"
      eyebrow={say.stepOf(places.measure, draft.workflow.name)}
      title={say.howEditingIsMeasured}
      lead={say.editingIsHowMuchOf}
    >
      <WorkflowForm
        initial={draft.workflow}
        parts={['measure']}
        submitLabel={say.continueWord}
        error={save.error}
        isBusy={save.isPending}
        secondary={<BackOrLater onBack={() => navigate(paths.standards)} onLater={onLater} />}
        onChange={(workflow) => change({ workflow })}
        onSubmit={(fields) => save.mutate(fields)}
      />
    </FullPage>
  )
}

/** A new workflow, or the one it was saved as before the owner went back. */
async function saveDraft(fields: WorkflowFields, { savedAs, standards }: SetUpDraft): Promise<Workflow> {
  if (savedAs === undefined) return client.workflows.create({ ...fields, standards: [...standards] })
  const { rev } = await client.workflows.get({ id: savedAs })
  const saved = await client.workflows.update({ ...fields, id: savedAs, rev, reason: '' })
  const current = await client.standards.current({ workflowId: savedAs })
  const asEntered = current.standards.map(({ id: _id, ...standard }) => standard)
  if (JSON.stringify(asEntered) !== JSON.stringify(standards)) {
    await client.standards.save({ workflowId: savedAs, standards: [...standards], reason: '' })
  }
  return saved
}

function BackOrLater({ onBack, onLater }: { onBack: () => void; onLater: () => void }) {
  return (
    <>
      <Button variant="default" onClick={onBack}>
        {say.back}
      </Button>
      <Button variant="subtle" onClick={onLater}>
        {say.finishLater}
      </Button>
    </>
  )
}
