import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from 'wouter'
import { orpc } from '../../api/client.ts'
import { useSetUpDraft } from '../../parts/workflows/set-up-draft.ts'
import { type WorkflowStep, WorkflowSteps } from '../../parts/workflows/WorkflowSteps.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { words as say } from './words.ts'

const paths = {
  workflow: '/workflows/new',
  standards: '/workflows/new/standards',
  measure: '/workflows/new/measure',
} as const satisfies Record<WorkflowStep, string>

const places = { workflow: say.step1Of3, standards: say.step2Of3, measure: say.step3Of3 }

/** A further workflow, set up by the steps of the first run. */
export function NewWorkflowPage() {
  const company = useQuery(orpc.company.get.queryOptions())
  return company.data ? <Steps isSample={company.data.isSample} /> : <Loading />
}

function Steps({ isSample }: { isSample: boolean }) {
  const { step } = useParams<{ step?: string }>()
  const [, navigate] = useLocation()
  const kept = useSetUpDraft(isSample)
  const leave = () => navigate('/workflows')
  return (
    <WorkflowSteps
      step={step === 'standards' || step === 'measure' ? step : 'workflow'}
      paths={paths}
      places={places}
      title={say.newWorkflow}
      kept={kept}
      onBack={leave}
      onLater={leave}
      onSaved={(id) => {
        kept.clear()
        navigate(`/workflows/${id}`)
      }}
    />
  )
}
