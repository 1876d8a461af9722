import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Change, NewChange } from '../../../shared/contract/changes.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { idsOf, useLeads } from '../../parts/changes/use-leads.ts'
import { WhatLedToIt } from '../../parts/changes/WhatLedToIt.tsx'
import { WhyField } from '../../parts/changes/WhyField.tsx'
import { NameField } from '../../parts/people/NameField.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import {
  type ChangeDraft,
  type ChangeProblems,
  firstWorkflows,
  goingBackOn,
  type KeptWording,
  nothingYet,
  problemsOf,
} from './change-draft.ts'
import styles from './changes.module.css'
import { useKeptWording } from './kept-wording.ts'
import { type PartProps, WhatChanged } from './WhatChanged.tsx'
import { words } from './words.ts'

type ChangeFormProps = {
  workflows: readonly { id: number; name: string }[]
  /** The workflow and the signal to begin with. */
  workflowId: number | null
  signalId: number | null
  /** The change to go back on, whose wording before is filled in. */
  back: Change | null
  today: string
  /** The name to begin with; who approved is never filled in. */
  decidedBy: string
}

/** A change with its reason; what the core refuses is said at its field. */
export function ChangeForm({ workflows, signalId, today, back, ...first }: ChangeFormProps) {
  const [, navigate] = useLocation()
  const [initial] = useState<ChangeDraft>({
    onDate: today,
    ...(back ? goingBackOn(back) : nothingYet),
    workflowIds: back?.workflowIds ?? firstWorkflows(workflows, first.workflowId),
    documentId: null,
    decidedBy: first.decidedBy,
    approvedBy: '',
  })
  const [draft, setDraft] = useState(initial)
  const leads = useLeads(
    { sectionId: null, workflowIds: draft.workflowIds },
    ({ kind, id }) => kind === 'signal' && id === signalId,
  )
  const [isChecked, setIsChecked] = useState(false)
  const kept = useKeptWording(draft)
  const { send, error, isPending } = useSending()
  useUnsaved((draft !== initial || leads.isTouched) && !isPending)
  const missing = problemsOf(draft, leads.why, kept)
  const refused: ChangeProblems = error ? byField(fieldErrorsOf(error)) : {}
  const isShown = Object.keys(refused).some((field) => field in draft || field === 'why')
  const problems = { ...refused, ...(isChecked ? missing : {}) }
  const { form, showProblem } = useFirstProblem(error)
  const set = (part: Partial<ChangeDraft>) => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    const { kind } = draft
    if (kind === null || Object.keys(missing).length > 0) showProblem()
    else send({ ...draft, kind, why: leads.why, signalIds: idsOf(leads.chosen).signalIds }, kept)
  }
  const parts = { draft, problems, set }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Card className={styles.form}>
        <WhenAndWhere {...parts} workflows={workflows} today={today} />
        <WhatChanged {...parts} kept={kept} />
        <WhatLedToIt leads={leads} />
        <WhyField why={leads.why} error={problems.why} onChange={leads.setWhy} />
        <Who {...parts} />
        {error !== null && !isShown && <ErrorNote error={error} />}
        <Actions>
          <Button type="submit" loading={isPending}>
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

type Written = NewChange & { decidedBy: string; approvedBy: string; signalIds: number[] }

/** A wording that is kept here is changed by its next version, anything else by an entry of its own. */
function useSending() {
  const [, navigate] = useLocation()
  const create = useMutation(orpc.changes.create.mutationOptions({ onSuccess: () => navigate('/changes') }))
  const write = useMutation(
    orpc.documents.write.mutationOptions({
      onSuccess: ({ change }) => navigate(`/changes/${change.number}`),
    }),
  )
  return {
    error: create.error ?? write.error,
    isPending: create.isPending || write.isPending,
    send(change: Written, { document, text }: KeptWording) {
      if (document === null) return create.mutate(change)
      const { what, why, onDate, decidedBy, approvedBy, signalIds } = change
      write.mutate({ id: document.id, text, what, why, liveOn: onDate, decidedBy, approvedBy, signalIds })
    },
  }
}

/** What the core says of a version, at the field of this form. */
const byField = ({ liveOn, text, ...problems }: Record<string, string>): ChangeProblems => ({
  ...problems,
  ...(liveOn === undefined ? {} : { onDate: liveOn }),
  ...(text === undefined ? {} : { to: text }),
})

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
