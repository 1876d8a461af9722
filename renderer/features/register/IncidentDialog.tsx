import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Incident, IncidentFields } from '../../../shared/contract/register.ts'
import { client, orpc } from '../../api/client.ts'
import { useCompanyFacts } from '../../parts/documents/use-company-facts.ts'
import { refusalsOf } from '../../ui/fields/refusals.ts'
import { FormDialog } from '../../ui/layout/FormDialog.tsx'
import layout from '../../ui/layout/layout.module.css'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import { words } from './words.ts'

type IncidentDialogProps = {
  workflowId: number
  /** Null for a new one. */
  incident: Incident | null
  onClose: () => void
}

/** What happened, what came of it, and what was done about it. */
export function IncidentDialog({ workflowId, incident, onClose }: IncidentDialogProps) {
  const { today } = useCompanyFacts()
  const [first] = useState<IncidentFields>(incident ?? nothingOn(today))
  const [fields, setFields] = useState(first)
  const [isChecked, setIsChecked] = useState(false)
  const save = useMutation({
    mutationFn: () =>
      incident
        ? client.register.updateIncident({ ...fields, id: incident.id, rev: incident.rev })
        : client.register.recordIncident({ ...fields, workflowId }),
    onSuccess: onClose,
  })
  useUnsaved(fields !== first && !save.isPending)
  const { problems, rest } = refusalsOf(save.error, ['happenedOn', 'what', 'changeNumber', 'closedOn'])
  const missing = isChecked ? missingIn(fields) : {}
  const set = (part: Partial<IncidentFields>) => setFields({ ...fields, ...part })
  const submit = () => {
    setIsChecked(true)
    if (Object.keys(missingIn(fields)).length === 0) save.mutate()
  }
  return (
    <FormDialog
      title={incident ? words.incident : words.recordAnIncident}
      submitLabel={incident ? words.save : words.recordIt}
      isBusy={save.isPending}
      error={rest}
      isWide
      onClose={onClose}
      onSubmit={submit}
    >
      <div className={layout.pair}>
        <TextInput
          type="date"
          label={words.itHappenedOn}
          max={today}
          value={fields.happenedOn}
          error={missing.happenedOn ?? problems.happenedOn}
          onChange={(event) => set({ happenedOn: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.closedOnEmptyWhileOpen}
          max={today}
          value={fields.closedOn ?? ''}
          error={problems.closedOn}
          onChange={(event) => set({ closedOn: event.currentTarget.value || null })}
        />
      </div>
      <LongField
        label={words.whatHappened}
        value={fields.what}
        error={missing.what ?? problems.what}
        onChange={(what) => set({ what })}
      />
      <div className={layout.pair}>
        <LongField label={words.effect} value={fields.effect} onChange={(effect) => set({ effect })} />
        <LongField
          label={words.whatWasDoneAboutIt}
          value={fields.correctiveAction}
          onChange={(correctiveAction) => set({ correctiveAction })}
        />
      </div>
      <ChangeSelect
        workflowId={workflowId}
        value={fields.changeNumber}
        error={problems.changeNumber}
        onChange={(changeNumber) => set({ changeNumber })}
      />
    </FormDialog>
  )
}

const nothingOn = (today: string): IncidentFields => ({
  happenedOn: today,
  what: '',
  effect: '',
  correctiveAction: '',
  changeNumber: null,
  closedOn: null,
})

function missingIn({ happenedOn, what }: IncidentFields): Partial<Record<'happenedOn' | 'what', string>> {
  return {
    ...(happenedOn === '' && { happenedOn: words.enterTheDayItHappened }),
    ...(what.trim() === '' && { what: words.enterWhatHappened }),
  }
}

type LongFieldProps = {
  label: string
  value: string
  error?: string | undefined
  onChange: (text: string) => void
}

function LongField({ label, value, error, onChange }: LongFieldProps) {
  return (
    <Textarea
      label={label}
      autosize
      minRows={2}
      maxRows={8}
      maxLength={2000}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

type ChangeSelectProps = {
  workflowId: number
  value: number | null
  error: string | undefined
  onChange: (changeNumber: number | null) => void
}

/** The change that came of it, from the workflow's latest ones. */
function ChangeSelect({ workflowId, value, error, onChange }: ChangeSelectProps) {
  const changes = useQuery(orpc.changes.list.queryOptions({ input: { workflowId, search: '', offset: 0 } }))
  const listed = (changes.data?.rows ?? []).map(({ number, what }) => ({
    value: String(number),
    label: words.change(number, what),
  }))
  const isListed = value === null || listed.some((each) => each.value === String(value))
  return (
    <NativeSelect
      label={words.changeThatCameOfIt}
      data={[
        { value: '', label: words.none },
        ...(isListed ? [] : [{ value: String(value), label: words.change2(value) }]),
        ...listed,
      ]}
      value={value === null ? '' : String(value)}
      error={error}
      onChange={(event) => onChange(Number(event.currentTarget.value) || null)}
    />
  )
}
