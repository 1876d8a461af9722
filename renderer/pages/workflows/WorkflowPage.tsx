import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, Redirect, useLocation, useParams } from 'wouter'
import type { WorkflowResults } from '../../../shared/contract/results.ts'
import type { Workflow } from '../../../shared/contract/workflows.ts'
import { formatDayOfYear, formatMonthName } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { dayWithWeekday } from '../../features/home/words.ts'
import { OutputList } from '../../features/outputs/OutputList.tsx'
import { RegisterTab } from '../../features/register/RegisterTab.tsx'
import { ResultsTab } from '../../features/results/ResultsTab.tsx'
import { StandardInputsTab } from '../../features/standard-inputs/StandardInputsTab.tsx'
import { PromptTab } from '../../features/workflows/PromptTab.tsx'
import { SetUpTab } from '../../features/workflows/SetUpTab.tsx'
import { StandardsTab } from '../../features/workflows/StandardsTab.tsx'
import { WorkflowStatus } from '../../parts/figures/WorkflowStatus.tsx'
import { Overdue } from '../../parts/tasks/Overdue.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Page } from '../../ui/layout/Page.tsx'
import { Tabs } from '../../ui/layout/Tabs.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { movedTo } from '../../ui/lib/workflow-path.ts'
import { placeAt, type WorkflowPlace } from './places.ts'
import { words } from './words.ts'

/** One workflow: its results with outputs and issues, its wording, its test inputs and its set-up. */
export function WorkflowPage() {
  const params = useParams<{ id: string; tab?: string; part?: string }>()
  const id = Number(params.id)
  const moved = movedTo(id, params.tab ?? '')
  return moved === null ? (
    <OneWorkflow id={id} tab={params.tab} part={params.part} />
  ) : (
    <Redirect to={moved} replace />
  )
}

type OneProps = { id: number; tab: string | undefined; part: string | undefined }

function OneWorkflow({ id, tab, part }: OneProps) {
  const workflow = useQuery(orpc.workflows.get.queryOptions({ input: { id } }))
  const results = useQuery(orpc.results.workflow.queryOptions({ input: { workflowId: id } }))
  if (workflow.isPending) return <Loading />
  const eyebrow = <Link href="/workflows">{words.workflows}</Link>
  if (workflow.isError) {
    return (
      <Page eyebrow={eyebrow} title={words.workflow}>
        <ErrorNote error={workflow.error} />
      </Page>
    )
  }
  const { name, stage } = workflow.data
  const { place, ...links } = placeAt(id, tab, part)
  return (
    <Page
      eyebrow={eyebrow}
      title={name}
      aside={results.data && <WorkflowStatus stage={stage} finding={results.data.finding} />}
      actions={
        <>
          {results.data?.nextReview && <ReviewDue {...results.data.nextReview} />}
          <LogChange workflowId={id} />
        </>
      }
    >
      <Tabs label={name} {...links} />
      <Content key={`${id} ${place}`} place={place} workflow={workflow.data} />
    </Page>
  )
}

function Content({ place, workflow }: { place: WorkflowPlace; workflow: Workflow }) {
  switch (place) {
    case 'results/':
      return <ResultsTab workflow={workflow} />
    case 'results/outputs':
      return <OutputList workflowId={workflow.id} />
    case 'wording/':
      return <PromptTab workflow={workflow} />
    case 'test-inputs/':
      return <StandardInputsTab workflowId={workflow.id} />
    case 'set-up/':
      return <SetUpTab workflow={workflow} />
    case 'set-up/standards':
      return <StandardsTab workflow={workflow} />
    case 'set-up/register':
      return <RegisterTab workflowId={workflow.id} />
  }
}

/** "November review due Monday 7 December", or since when it is overdue. */
function ReviewDue({ month, due, isOverdue }: NonNullable<WorkflowResults['nextReview']>) {
  const company = useQuery(orpc.company.get.queryOptions())
  const name = formatMonthName(month, locale)
  return (
    <Link className={layout.quiet} href={`/reviews/${month}`}>
      {isOverdue ? (
        <Overdue>
          {words.reviewOverdue(name, formatDayOfYear(due, company.data?.today ?? due, locale))}
        </Overdue>
      ) : (
        words.reviewDue(name, dayWithWeekday(due, locale))
      )}
    </Link>
  )
}

function LogChange({ workflowId }: { workflowId: number }) {
  const [, navigate] = useLocation()
  return (
    <Button variant="default" onClick={() => navigate('/changes/new', { state: { workflowId } })}>
      {words.logAChange}
    </Button>
  )
}
