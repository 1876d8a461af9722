import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueries, useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import type { Signal } from '../../../shared/contract/signals.ts'
import { candidateIn } from '../../../shared/domain/model-tests/announcement.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import styles from '../../features/model-tests/set-up/set-up.module.css'
import { commonReasons, withReason } from '../../features/model-tests/set-up/set-up-words.ts'
import { listPath, testPath } from '../../features/model-tests/test-words.ts'
import { count } from '../../parts/figures/words.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Chips } from '../../ui/fields/Chips.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Page } from '../../ui/layout/Page.tsx'
import shared from '../../ui/layout/shared.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import { words } from './words.ts'

type Asked = { workflowId?: number; reason?: string }
type Choice = { id: number; name: string; model: string; inputs: number }

const eyebrow = <Link href={listPath}>{words.modelTests}</Link>

/** Beginning a model test: which workflows, why, and when. */
export function NewModelTestPage() {
  const company = useQuery(orpc.company.get.queryOptions())
  const signals = useQuery(
    orpc.signals.list.queryOptions({ input: { state: 'open', kind: 'provider', search: '', offset: 0 } }),
  )
  const choices = useChoices()
  const asked = useHistoryState<Asked | null>()
  const from = new URLSearchParams(useSearch())
  if (company.isPending || signals.isPending || choices.isPending) return <Loading />
  const error = company.error ?? choices.error
  const signal = signalOf(signals.data?.rows ?? [], from)
  const workflowId = asked?.workflowId ?? (Number(from.get('workflow')) || signal?.workflowId) ?? null
  return (
    <Page eyebrow={eyebrow} title={words.newModelTest}>
      {error !== null || !company.data ? (
        <ErrorNote error={error} />
      ) : choices.list.length === 0 ? (
        <EmptyState
          title={words.noWorkflowYet}
          action={<Link href="/workflows/new">{words.addAWorkflow}</Link>}
        >
          {words.aModelTestComparesTwo}
        </EmptyState>
      ) : (
        <NewTestForm
          choices={choices.list}
          workflowId={workflowId || null}
          reason={asked?.reason ?? signal?.text ?? ''}
          candidate={candidateIn(
            signal?.text ?? '',
            choices.list.map(({ model }) => model),
          )}
          isFromSignal={asked?.reason === undefined && signal !== undefined}
          today={company.data.today}
        />
      )}
    </Page>
  )
}

/** The signal that was asked for; the newest open one where a test begins by itself. */
function signalOf(open: readonly Signal[], from: URLSearchParams): Signal | undefined {
  const id = Number(from.get('signal'))
  if (id > 0) return open.find((signal) => signal.id === id)
  return from.has('workflow') ? undefined : open[0]
}

/** Every workflow with how many standard inputs it has. */
function useChoices() {
  const workflows = useQuery(orpc.workflows.list.queryOptions())
  const sets = useQueries({
    queries: (workflows.data ?? []).map(({ id }) =>
      orpc.standardInputs.list.queryOptions({ input: { workflowId: id } }),
    ),
  })
  const list: Choice[] = (workflows.data ?? [])
    .filter(({ stage }) => stage !== 'retired')
    .map(({ id, name, model }) => {
      const set = sets.find(({ data }) => data?.workflowId === id)
      return { id, name, model, inputs: set?.data?.inputs.length ?? 0 }
    })
  return {
    list,
    isPending: workflows.isPending || sets.some((set) => set.isPending),
    error: workflows.error ?? sets.find((set) => set.error)?.error ?? null,
  }
}

type NewTestFormProps = {
  choices: readonly Choice[]
  /** Null for all workflows that can be tested. */
  workflowId: number | null
  reason: string
  /** The model to try, where the signal names one. */
  candidate: string
  isFromSignal: boolean
  today: string
}

function NewTestForm({ choices, workflowId, today, isFromSignal, ...first }: NewTestFormProps) {
  const [, navigate] = useLocation()
  const [workflowIds, setWorkflowIds] = useState(() => firstChosen(choices, workflowId))
  const [reason, setReason] = useState(first.reason)
  const [candidate, setCandidate] = useState(first.candidate)
  const [heldOn, setHeldOn] = useState(today)
  const [failures, setFailures] = useState(0)
  const create = useMutation(
    orpc.modelTests.create.mutationOptions({ onSuccess: ({ id }) => navigate(`${testPath(id)}/set-up`) }),
  )
  useUnsaved(
    (reason !== first.reason || candidate !== first.candidate || heldOn !== today) && !create.isPending,
  )
  const missing = problemsOf({ workflowIds, reason, heldOn })
  const refused: Record<string, string> = create.error ? fieldErrorsOf(create.error) : {}
  const problems = { ...refused, ...(failures > 0 ? missing : {}) }
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (failures > 0) form.current?.querySelector<HTMLElement>(firstProblem)?.focus()
  }, [failures])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (Object.keys(missing).length > 0) setFailures(failures + 1)
    else create.mutate({ heldOn, reason, workflowIds, candidate })
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Card className={shared.narrow}>
        <WorkflowChoice
          choices={choices}
          chosen={workflowIds}
          error={problems.workflowIds}
          onChange={setWorkflowIds}
        />
        <ReasonField
          reason={reason}
          isFromSignal={isFromSignal && reason === first.reason}
          error={problems.reason}
          onChange={setReason}
        />
        <TextInput
          label={words.modelToTry}
          description={words.canBeSaidLater}
          maxLength={120}
          spellCheck={false}
          autoComplete="off"
          value={candidate}
          onChange={(event) => setCandidate(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          className={styles.date ?? ''}
          label={words.dateOfTheTest}
          value={heldOn}
          error={problems.heldOn}
          onChange={(event) => setHeldOn(event.currentTarget.value)}
        />
        {create.isError && Object.keys(refused).length === 0 && <ErrorNote error={create.error} />}
        <Actions>
          <Button type="submit" loading={create.isPending}>
            {words.setUpTheTest}
          </Button>
          <Button variant="default" onClick={() => navigate(listPath)}>
            {words.cancel}
          </Button>
        </Actions>
      </Card>
    </form>
  )
}

const firstProblem = '[aria-invalid="true"], [data-problem] input:not(:disabled)'

function firstChosen(choices: readonly Choice[], workflowId: number | null): number[] {
  const testable = choices.filter(({ inputs }) => inputs > 0).map(({ id }) => id)
  return workflowId !== null && testable.includes(workflowId) ? [workflowId] : testable
}

function problemsOf(typed: { workflowIds: readonly number[]; reason: string; heldOn: string }) {
  const problems: Record<string, string> = {}
  if (typed.workflowIds.length === 0) problems.workflowIds = words.chooseAtLeastOneWorkflow
  if (typed.reason.trim() === '') problems.reason = words.enterTheReason
  if (typed.heldOn === '') problems.heldOn = words.enterTheDateOfThe
  return problems
}

type WorkflowChoiceProps = {
  choices: readonly Choice[]
  chosen: readonly number[]
  error: string | undefined
  onChange: (workflowIds: number[]) => void
}

function WorkflowChoice({ choices, chosen, error, onChange }: WorkflowChoiceProps) {
  return (
    <Checkbox.Group
      data-problem={error && true}
      label={words.whichWorkflows}
      value={chosen.map(String)}
      error={error}
      onChange={(values) => onChange(values.map(Number))}
    >
      <ul className={styles.workflows}>
        {choices.map(({ id, name, inputs }) => (
          <li key={id}>
            <Checkbox value={String(id)} label={name} disabled={inputs === 0} />
            <span className={layout.quiet}>
              {inputs === 0 ? (
                <>
                  {words.noStandardInputsYet}
                  <Link
                    href={`/workflows/${id}/test-inputs`}
                    aria-label={words.addSomeStandardInputsTo(name)}
                  >
                    {words.addSome}
                  </Link>
                </>
              ) : (
                count(inputs, words.standardInput, locale)
              )}
            </span>
          </li>
        ))}
      </ul>
    </Checkbox.Group>
  )
}

type ReasonFieldProps = {
  reason: string
  isFromSignal: boolean
  error: string | undefined
  onChange: (reason: string) => void
}

function ReasonField({ reason, isFromSignal, error, onChange }: ReasonFieldProps) {
  return (
    <div>
      <Textarea
        label={words.reason}
        description={isFromSignal ? words.takenFromTheSignalModel : words.whyThisTestIsHeld}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={reason}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Chips
        label={words.commonReasons}
        options={commonReasons}
        onPick={(each) => onChange(withReason(reason, each))}
      />
    </div>
  )
}
