import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { CompanyState } from '../../../shared/contract/company.ts'
import { orpc } from '../../api/client.ts'
import { SetUpSummary } from '../../features/company/SetUpSummary.tsx'
import { CompanyForm } from '../../parts/company/CompanyForm.tsx'
import { useSetUpDraft } from '../../parts/workflows/set-up-draft.ts'
import { WorkflowSteps } from '../../parts/workflows/WorkflowSteps.tsx'
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

const places = { workflow: say.step2Of5, standards: say.step3Of5, measure: say.step4Of5 }

/** The first run, one thing per page: company, workflow, standards, measure, dates. */
export function SetUpPage({ state }: { state: CompanyState }) {
  const [path, navigate] = useLocation()
  const kept = useSetUpDraft(state.isSample)
  const workflows = useQuery(orpc.workflows.list.queryOptions())
  const step = state.company === null ? 'company' : stepOf(path)
  const goTo = (next: Step) => navigate(paths[next])
  if (step === 'company') return <CompanyStep state={state} goTo={goTo} />
  if (step === 'dates') return <DatesStep state={state} goTo={goTo} kept={kept} />
  return (
    <WorkflowSteps
      step={step}
      paths={paths}
      places={places}
      title={workflows.data?.length ? say.anotherAiWorkflow : say.yourFirstAiWorkflow}
      kept={kept}
      onBack={() => goTo('company')}
      onLater={() => {
        if (kept.draft.savedAs !== undefined) kept.clear()
        navigate('/')
      }}
      onSaved={(savedAs) => {
        kept.change({ savedAs })
        goTo('dates')
      }}
    />
  )
}

function stepOf(path: string): Step {
  return (Object.keys(paths) as Step[]).find((name) => paths[name] === path) ?? 'company'
}

type GoTo = (step: Step) => void

function CompanyStep({ state, goTo }: { state: CompanyState; goTo: GoTo }) {
  const [, navigate] = useLocation()
  return (
    <FullPage key="company" eyebrow={say.step1Of5} title={say.yourCompany} lead={say.itStandsOnYourReports}>
      <CompanyForm
        company={state.company}
        submitLabel={say.continueWord}
        onSaved={() => goTo('workflow')}
        secondary={
          state.company === null && (
            <Button variant="default" onClick={() => navigate('/')}>
              {say.back}
            </Button>
          )
        }
      />
    </FullPage>
  )
}

type DatesStepProps = { state: CompanyState; goTo: GoTo; kept: ReturnType<typeof useSetUpDraft> }

/** The draft is kept with the workflow it became until she goes on, so that the way back leads into its steps. */
function DatesStep({ state, goTo, kept }: DatesStepProps) {
  const [, navigate] = useLocation()
  const goOn = (to: () => void) => () => {
    kept.clear()
    to()
  }
  return (
    <SetUpSummary
      state={state}
      onBack={kept.draft.savedAs === undefined ? null : () => goTo('measure')}
      onAnother={goOn(() => goTo('workflow'))}
      onDone={goOn(() => navigate('/'))}
    />
  )
}
