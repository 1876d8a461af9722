import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import type { ChangeKind, NewChange } from '../../../shared/contract/changes.ts'
import { orpc } from '../../api/client.ts'
import { Card } from '../../ui/Card.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import styles from './changes.module.css'
import { WhyField } from './WhyField.tsx'
import { kindLabels } from './words.ts'

/** Writing down a change: three minutes, most of it chosen rather than typed. */
export function NewChangePage() {
  const workflows = useQuery(orpc.workflows.list.queryOptions())
  const company = useQuery(orpc.company.get.queryOptions())
  const approvedBy = useLastApprover()
  if (workflows.isPending || company.isPending || approvedBy === null) return <Loading />
  return (
    <Page eyebrow={<Link href="/changes">Changes</Link>} title="New change">
      {workflows.isError || company.isError ? (
        <ErrorNote error={workflows.error ?? company.error} />
      ) : (
        <ChangeForm
          workflows={workflows.data}
          today={company.data.today}
          decidedBy={company.data.company?.ownerName ?? ''}
          approvedBy={approvedBy}
        />
      )}
    </Page>
  )
}

/** Who approved the change that was written last; null until it is known. */
function useLastApprover(): string | null {
  const changes = useQuery(
    orpc.changes.list.queryOptions({ input: { workflowId: null, search: '', offset: 0 } }),
  )
  if (changes.isPending) return null
  const written = (changes.data?.rows ?? []).filter(({ approvedBy }) => approvedBy !== '')
  return written.toSorted((first, second) => second.number - first.number)[0]?.approvedBy ?? ''
}

type Draft = Omit<NewChange, 'kind'> & { kind: ChangeKind | null }

type ChangeFormProps = {
  workflows: readonly { id: number; name: string }[]
  today: string
  /** The names to begin with. */
  decidedBy: string
  approvedBy: string
}

function ChangeForm({ workflows, ...first }: ChangeFormProps) {
  const { today } = first
  const [, navigate] = useLocation()
  const [draft, setDraft] = useState<Draft>(useFirstDraft(workflows, first))
  const [isChecked, setIsChecked] = useState(false)
  const [failures, setFailures] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (failures > 0) form.current?.querySelector<HTMLElement>(firstProblem)?.focus()
  }, [failures])
  const create = useMutation(orpc.changes.create.mutationOptions({ onSuccess: () => navigate('/changes') }))
  const problems = isChecked ? problemsOf(draft) : {}
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    const { kind } = draft
    if (kind !== null && Object.keys(problemsOf(draft)).length === 0) create.mutate({ ...draft, kind })
    else setFailures(failures + 1)
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Card className={styles.form}>
        <div className={styles.pair}>
          <TextInput
            type="date"
            label="Date"
            max={today}
            value={draft.onDate}
            error={problems.onDate}
            onChange={(event) => set({ onDate: event.currentTarget.value })}
          />
          <Checkbox.Group
            data-problem={problems.workflowIds && true}
            label="Workflows"
            value={draft.workflowIds.map(String)}
            error={problems.workflowIds}
            onChange={(values) => set({ workflowIds: values.map(Number) })}
          >
            <div className={styles.checks}>
              {workflows.map(({ id, name }) => (
                <Checkbox key={id} value={String(id)} label={name} />
              ))}
            </div>
          </Checkbox.Group>
        </div>
        <div data-problem={problems.kind && true}>
          <p className={styles.fieldLabel}>Kind</p>
          <Segmented
            label="Kind"
            value={draft.kind}
            onChange={(kind) => set({ kind })}
            options={selectableKinds.map((value) => ({ value, label: kindLabels[value] }))}
          />
          {problems.kind && <p className={styles.error}>{problems.kind}</p>}
        </div>
        <TextInput
          label="What changed"
          description="One line, as it should stand on the chart and in the log"
          value={draft.what}
          error={problems.what}
          onChange={(event) => set({ what: event.currentTarget.value })}
        />
        <div className={styles.pair}>
          <Textarea
            label="From, word for word"
            description="Kept so that you can go back to it"
            autosize
            minRows={3}
            maxRows={12}
            value={draft.from}
            onChange={(event) => set({ from: event.currentTarget.value })}
          />
          <Textarea
            label="To, word for word"
            description="What stands in the AI tool now"
            autosize
            minRows={3}
            maxRows={12}
            value={draft.to}
            onChange={(event) => set({ to: event.currentTarget.value })}
          />
        </div>
        <WhyField why={draft.why} error={problems.why} onChange={(why) => set({ why })} />
        <div className={styles.pair}>
          <TextInput
            label="Decided by"
            maxLength={200}
            value={draft.decidedBy}
            onChange={(event) => set({ decidedBy: event.currentTarget.value })}
          />
          <TextInput
            label="Approved by (optional)"
            maxLength={200}
            value={draft.approvedBy}
            onChange={(event) => set({ approvedBy: event.currentTarget.value })}
          />
        </div>
        {create.isError && <ErrorNote error={create.error} />}
        <div className={styles.actions}>
          <Button type="submit" loading={create.isPending}>
            Log this change
          </Button>
          <Button variant="default" onClick={() => navigate('/changes')}>
            Cancel
          </Button>
        </div>
      </Card>
    </form>
  )
}

const firstProblem = '[aria-invalid="true"], [data-problem] input'

const selectableKinds: readonly ChangeKind[] = ['foundation', 'prompt', 'model', 'other']

/** A workflow's page says which one is meant; a company of one workflow needs no choice. */
function useFirstDraft(
  workflows: readonly { id: number }[],
  { today, decidedBy, approvedBy }: Omit<ChangeFormProps, 'workflows'>,
): Draft {
  const asked = useHistoryState<{ workflowId?: number } | null>()?.workflowId
  const only = workflows.length === 1 ? workflows[0]?.id : undefined
  const workflowId = workflows.find(({ id }) => id === asked)?.id ?? only
  return {
    onDate: today,
    workflowIds: workflowId === undefined ? [] : [workflowId],
    kind: null,
    what: '',
    from: '',
    to: '',
    why: '',
    decidedBy,
    approvedBy,
  }
}

type Problems = Partial<Record<keyof Draft, string>>

function problemsOf(draft: Draft): Problems {
  const problems: Problems = {}
  if (draft.onDate === '') problems.onDate = 'Enter the date of the change.'
  if (draft.workflowIds.length === 0) problems.workflowIds = 'Choose at least one workflow.'
  if (draft.kind === null) problems.kind = 'Choose what kind of change it is.'
  if (draft.what.trim() === '') problems.what = 'Enter what changed.'
  if (draft.why.trim() === '') problems.why = 'Enter why it changed.'
  return problems
}
