import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import type { CompanyState } from '../../../shared/contract/company.ts'
import { AppError } from '../../../shared/errors.ts'
import { orpc } from '../../api/client.ts'
import { SetUpSummary } from '../../features/company/SetUpSummary.tsx'
import { type SetUpDraft, useSetUpDraft } from '../../features/company/set-up-draft.ts'
import { CompanyForm } from '../../parts/company/CompanyForm.tsx'
import { StandardsEditor } from '../../parts/workflows/StandardsEditor.tsx'
import { WorkflowForm } from '../../parts/workflows/WorkflowForm.tsx'
import { FullPage } from '../../ui/layout/FullPage.tsx'
import { words as say } from './words.ts'

const paths = {
  company: '/set-up',
  workflow: '/set-up/workflow',
  standards: '/set-up/standards',
  measure: '/set-up/measure',
  dates: '/set-up/dates',
} as const
type Step = keyof typeof paths

type StepProps = {
  draft: SetUpDraft
  change: (patch: Partial<SetUpDraft>) => void
  goTo: (step: Step) => void
}

/** The first run, one thing per page: company, workflow, standards, measure, dates. */
export function SetUpPage({ state }: { state: CompanyState }) {
  const [path, navigate] = useLocation()
  const { draft, change, clear } = useSetUpDraft()
  const step = state.company === null ? 'company' : stepOf(path)
  const goTo = (next: Step) => navigate(paths[next])
  const props = { draft, change, goTo }
  switch (step) {
    case 'company':
      return <CompanyStep state={state} goTo={goTo} />
    case 'workflow':
      return <WorkflowStep {...props} />
    case 'standards':
      return <StandardsStep {...props} />
    case 'measure':
      return <MeasureStep {...props} />
    case 'dates':
      return <DatesStep state={state} goTo={goTo} clear={clear} />
  }
}

function stepOf(path: string): Step {
  return (Object.keys(paths) as Step[]).find((name) => paths[name] === path) ?? 'company'
}

function CompanyStep({ state, goTo }: { state: CompanyState; goTo: StepProps['goTo'] }) {
  const [, navigate] = useLocation()
  return (
    <FullPage key="company" eyebrow={say.step1Of5} title={say.yourCompany} lead={say.itStandsOnYourReports}>
      <CompanyForm
        company={state.company}
        submitLabel={say.continueWord}
        onSaved={() => goTo('workflow')}
        secondary={state.company === null && <Back onClick={() => navigate('/')} />}
      />
    </FullPage>
  )
}

function WorkflowStep({ draft, change, goTo }: StepProps) {
  const workflows = useQuery(orpc.workflows.list.queryOptions())
  const [error, setError] = useState<AppError | null>(null)
  const submit = ({ name }: { name: string }) => {
    const isTaken = workflows.data?.some((other) => other.name.toLowerCase() === name.toLowerCase())
    if (isTaken) setError(nameTaken(name))
    else goTo('standards')
  }
  return (
    <FullPage
      key="workflow"
      eyebrow={say.step2Of5}
      title={workflows.data?.length ? say.anotherAiWorkflow : say.yourFirstAiWorkflow}
    >
      <WorkflowForm
        initial={draft.workflow}
        parts={['about']}
        submitLabel={say.continueWord}
        error={error}
        isBusy={false}
        secondary={<BackOrLater onBack={() => goTo('company')} />}
        onChange={(workflow) => change({ workflow })}
        onSubmit={submit}
      />
    </FullPage>
  )
}

function nameTaken(name: string): AppError {
  const message = say.thereIsAlreadyAWorkflow(name)
  return new AppError('INVALID_INPUT', message, [{ field: 'name', message }])
}

function StandardsStep({ draft, change, goTo }: StepProps) {
  if (draft.workflow.name.trim() === '') return <Redirect to={paths.workflow} replace />
  return (
    <FullPage
      key="standards"
      isWide
      eyebrow={say.step3Of5(draft.workflow.name)}
      title={say.whatEveryOutputMustDo}
      lead={say.inAReviewYouMark}
    >
      <StandardsEditor
        initial={draft.standards}
        submitLabel={say.continueWord}
        error={null}
        isBusy={false}
        secondary={<BackOrLater onBack={() => goTo('workflow')} />}
        onChange={(standards) => change({ standards })}
        onSubmit={() => goTo('measure')}
      />
    </FullPage>
  )
}

function MeasureStep({ draft, change, goTo }: StepProps) {
  const create = useMutation(
    orpc.workflows.create.mutationOptions({
      onSuccess: () => goTo('dates'),
    }),
  )
  if (draft.workflow.name.trim() === '') return <Redirect to={paths.workflow} replace />
  return (
    <FullPage
      key="measure"
      eyebrow={say.step4Of5(draft.workflow.name)}
      title={say.howEditingIsMeasured}
      lead={say.editingIsHowMuchOf}
    >
      <WorkflowForm
        initial={draft.workflow}
        parts={['measure']}
        submitLabel={say.continueWord}
        error={create.error}
        isBusy={create.isPending}
        secondary={<BackOrLater onBack={() => goTo('standards')} />}
        onChange={(workflow) => change({ workflow })}
        onSubmit={(fields) => create.mutate({ ...fields, standards: [...draft.standards] })}
      />
    </FullPage>
  )
}

type DatesStepProps = { state: CompanyState; goTo: StepProps['goTo']; clear: () => void }

function DatesStep({ state, goTo, clear }: DatesStepProps) {
  const [, navigate] = useLocation()
  // The draft has become a workflow; the next one starts afresh.
  useEffect(clear, [clear])
  return <SetUpSummary state={state} onAnother={() => goTo('workflow')} onDone={() => navigate('/')} />
}

function Back({ onClick }: { onClick: () => void }) {
  return (
    <Button variant="default" onClick={onClick}>
      {say.back}
    </Button>
  )
}

function BackOrLater({ onBack }: { onBack: () => void }) {
  const [, navigate] = useLocation()
  return (
    <>
      <Back onClick={onBack} />
      <Button variant="subtle" onClick={() => navigate('/')}>
        {say.finishLater}
      </Button>
    </>
  )
}
