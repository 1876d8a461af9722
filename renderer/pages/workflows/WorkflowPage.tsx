import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from 'wouter'
import type { Workflow } from '../../../shared/contract/workflows.ts'
import { orpc } from '../../api/client.ts'
import { RegisterTab } from '../../features/register/RegisterTab.tsx'
import { IssuesTab } from '../../features/results/IssuesTab.tsx'
import { OutputsTab } from '../../features/results/OutputsTab.tsx'
import { ResultsTab } from '../../features/results/ResultsTab.tsx'
import { StandardInputsTab } from '../../features/standard-inputs/StandardInputsTab.tsx'
import { PromptTab } from '../../features/workflows/PromptTab.tsx'
import { SetUpTab } from '../../features/workflows/SetUpTab.tsx'
import { StandardsTab } from '../../features/workflows/StandardsTab.tsx'
import styles from '../../parts/figures/figures.module.css'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { Tabs } from '../../ui/layout/Tabs.tsx'
import { EarlySignBadge, StatusBadge } from '../../ui/marks/StatusBadge.tsx'
import { words } from './words.ts'

const tabs = [
  { id: 'results', label: words.results },
  { id: 'outputs', label: words.outputs },
  { id: 'issues', label: words.issues },
  { id: 'standards', label: words.standards },
  { id: 'prompt', label: words.promptAndModel },
  { id: 'inputs', label: words.standardInputs },
  { id: 'register', label: words.register },
  { id: 'set-up', label: 'Set-up' },
] as const
type Tab = (typeof tabs)[number]['id']

const tabPath = (id: number, tab: Tab) => `/workflows/${id}/${tab}`

/** One workflow: its results, reviewed outputs, issues, standards, prompt and model, standard inputs, register and set-up. */
export function WorkflowPage() {
  const params = useParams<{ id: string; tab?: string }>()
  const id = Number(params.id)
  const workflow = useQuery(orpc.workflows.get.queryOptions({ input: { id } }))
  if (workflow.isPending) return <Loading />
  const eyebrow = <Link href="/workflows">{words.workflows}</Link>
  if (workflow.isError) {
    return (
      <Page eyebrow={eyebrow} title={words.workflow}>
        <ErrorNote error={workflow.error} />
      </Page>
    )
  }
  const { name } = workflow.data
  const tab = tabs.find((each) => each.id === params.tab)?.id ?? 'results'
  return (
    <Page
      eyebrow={eyebrow}
      title={name}
      aside={<LatestStatus workflowId={id} />}
      actions={<LogChange workflowId={id} />}
    >
      <Tabs
        label={name}
        tabs={tabs.map((each) => ({ path: tabPath(id, each.id), label: each.label }))}
        current={tabPath(id, tab)}
      />
      <TabContent key={`${id} ${tab}`} tab={tab} workflow={workflow.data} />
    </Page>
  )
}

function TabContent({ tab, workflow }: { tab: Tab; workflow: Workflow }) {
  switch (tab) {
    case 'results':
      return <ResultsTab workflowId={workflow.id} name={workflow.name} />
    case 'outputs':
      return <OutputsTab workflowId={workflow.id} />
    case 'issues':
      return <IssuesTab workflowId={workflow.id} />
    case 'standards':
      return <StandardsTab workflow={workflow} />
    case 'prompt':
      return <PromptTab workflow={workflow} />
    case 'inputs':
      return <StandardInputsTab workflowId={workflow.id} />
    case 'register':
      return <RegisterTab workflowId={workflow.id} />
    case 'set-up':
      return <SetUpTab workflow={workflow} />
  }
}

function LatestStatus({ workflowId }: { workflowId: number }) {
  const results = useQuery(orpc.results.workflow.queryOptions({ input: { workflowId } }))
  const finding = results.data?.finding
  if (!finding) return null
  return (
    <span className={styles.statusCell}>
      <StatusBadge status={finding.status} />
      {finding.headline.kind === 'early_sign' && <EarlySignBadge />}
    </span>
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
