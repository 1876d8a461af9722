import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { ChangeKind } from '../../../shared/contract/changes.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { kindLabels } from '../../parts/changes/change-words.ts'
import { idsOf, useLeads } from '../../parts/changes/use-leads.ts'
import { WhatLedToIt } from '../../parts/changes/WhatLedToIt.tsx'
import { WhyField } from '../../parts/changes/WhyField.tsx'
import { NameField } from '../../parts/people/NameField.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import { type ChangeDraft, type ChangeProblems, firstWorkflows, problemsOf } from './change-draft.ts'
import styles from './changes.module.css'
import { words } from './words.ts'

type ChangeFormProps = {
  workflows: readonly { id: number; name: string }[]
  /** The workflow and the signal to begin with. */
  workflowId: number | null
  signalId: number | null
  today: string
  /** The name to begin with; who approved is never filled in. */
  decidedBy: string
}

type PartProps = {
  draft: ChangeDraft
  problems: ChangeProblems
  set: (part: Partial<ChangeDraft>) => void
}

/** A change with its reason; what the core refuses is said at its field. */
export function ChangeForm({ workflows, signalId, today, ...first }: ChangeFormProps) {
  const [, navigate] = useLocation()
  const [initial] = useState<ChangeDraft>({
    onDate: today,
    workflowIds: firstWorkflows(workflows, first.workflowId),
    kind: null,
    what: '',
    from: '',
    to: '',
    decidedBy: first.decidedBy,
    approvedBy: '',
  })
  const [draft, setDraft] = useState(initial)
  const leads = useLeads(
    { sectionId: null, workflowIds: draft.workflowIds },
    ({ kind, id }) => kind === 'signal' && id === signalId,
  )
  const [isChecked, setIsChecked] = useState(false)
  const create = useMutation(orpc.changes.create.mutationOptions({ onSuccess: () => navigate('/changes') }))
  useUnsaved((draft !== initial || leads.isTouched) && !create.isPending)
  const missing = problemsOf(draft, leads.why)
  const refused: ChangeProblems = create.error ? fieldErrorsOf(create.error) : {}
  const isShown = Object.keys(refused).some((field) => field in draft || field === 'why')
  const problems = { ...refused, ...(isChecked ? missing : {}) }
  const { form, showProblem } = useFirstProblem(create.error)
  const set = (part: Partial<ChangeDraft>) => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    const { kind } = draft
    if (kind === null || Object.keys(missing).length > 0) showProblem()
    else create.mutate({ ...draft, kind, why: leads.why, signalIds: idsOf(leads.chosen).signalIds })
  }
  const parts = { draft, problems, set }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Card className={styles.form}>
        <WhenAndWhere {...parts} workflows={workflows} today={today} />
        <WhatChanged {...parts} />
        <WhatLedToIt leads={leads} />
        <WhyField why={leads.why} error={problems.why} onChange={leads.setWhy} />
        <Who {...parts} />
        {create.isError && !isShown && <ErrorNote error={create.error} />}
        <Actions>
          <Button type="submit" loading={create.isPending}>
            {words.logThisChange}
          </Button>
          <Button variant="default" onClick={() => navigate('/changes')}>
            {words.cancel}
          </Button>
        </Actions>
      </Card>
    </form>
  )
}

const firstProblem = '[aria-invalid="true"], [data-problem] input'

/** Brings the keyboard to the first field with a problem, when asked and when the core refuses. */
function useFirstProblem(error: unknown) {
  const form = useRef<HTMLFormElement>(null)
  const [failures, setFailures] = useState(0)
  useEffect(() => {
    if (failures > 0 || error) form.current?.querySelector<HTMLElement>(firstProblem)?.focus()
  }, [failures, error])
  return { form, showProblem: () => setFailures(failures + 1) }
}

type WhenAndWhereProps = PartProps & Pick<ChangeFormProps, 'workflows' | 'today'>

function WhenAndWhere({ draft, problems, set, workflows, today }: WhenAndWhereProps) {
  return (
    <div className={layout.pair}>
      <TextInput
        type="date"
        label={words.date}
        description={draft.onDate > today ? words.aDayAhead : undefined}
        value={draft.onDate}
        error={problems.onDate}
        onChange={(event) => set({ onDate: event.currentTarget.value })}
      />
      <Checkbox.Group
        data-problem={problems.workflowIds && true}
        label={words.workflows}
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
  )
}

const selectableKinds: readonly ChangeKind[] = ['foundation', 'prompt', 'model', 'other']

function WhatChanged({ draft, problems, set }: PartProps) {
  return (
    <>
      <div data-problem={problems.kind && true}>
        <p className={layout.fieldLabel}>{words.kind}</p>
        <Segmented
          label={words.kind}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          options={selectableKinds.map((value) => ({ value, label: kindLabels[value] }))}
        />
        {problems.kind && <p className={styles.error}>{problems.kind}</p>}
      </div>
      <TextInput
        label={words.whatChanged}
        description={words.oneLineAsItShould}
        value={draft.what}
        error={problems.what}
        onChange={(event) => set({ what: event.currentTarget.value })}
      />
      <div className={layout.pair}>
        <Textarea
          label={words.fromWordForWord}
          description={words.keptSoThatYouCan}
          autosize
          minRows={3}
          maxRows={12}
          value={draft.from}
          error={problems.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <Textarea
          label={words.toWordForWord}
          description={words.whatStandsInTheAi}
          autosize
          minRows={3}
          maxRows={12}
          value={draft.to}
          error={problems.to}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
      </div>
    </>
  )
}

function Who({ draft, problems, set }: PartProps) {
  return (
    <div className={layout.pair}>
      <NameField
        label={words.decidedBy}
        value={draft.decidedBy}
        error={problems.decidedBy}
        onChange={(event) => set({ decidedBy: event.currentTarget.value })}
      />
      <NameField
        label={words.approvedByOptional}
        value={draft.approvedBy}
        error={problems.approvedBy}
        onChange={(event) => set({ approvedBy: event.currentTarget.value })}
      />
    </div>
  )
}
