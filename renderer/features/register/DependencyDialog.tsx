import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Dependency, DependencyFields } from '../../../shared/contract/register.ts'
import { orpc } from '../../api/client.ts'
import { NameField } from '../../parts/people/NameField.tsx'
import { refusalsOf } from '../../ui/fields/refusals.ts'
import { FormDialog } from '../../ui/layout/FormDialog.tsx'
import layout from '../../ui/layout/layout.module.css'
import { words } from './words.ts'

type DependencyDialogProps = {
  workflowId: number
  /** Null for a new one. */
  dependency: Dependency | null
  onClose: () => void
  onRemoved: (dependency: Dependency) => void
}

const nothing: DependencyFields = {
  source: '',
  system: '',
  owner: '',
  refreshed: '',
  lastCheckedOn: null,
  noticed: '',
  ifItStops: '',
}

/** One kind of data a workflow depends on. */
export function DependencyDialog({ workflowId, dependency, onClose, onRemoved }: DependencyDialogProps) {
  const [fields, setFields] = useState<DependencyFields>(dependency ?? nothing)
  const [isChecked, setIsChecked] = useState(false)
  const save = useMutation(orpc.register.saveDependency.mutationOptions({ onSuccess: onClose }))
  const remove = useMutation(
    orpc.register.removeDependency.mutationOptions({
      onSuccess: () => {
        if (dependency) onRemoved(dependency)
        onClose()
      },
    }),
  )
  const { problems, rest } = refusalsOf(save.error, [
    'source',
    'system',
    'owner',
    'refreshed',
    'lastCheckedOn',
  ])
  const isEmpty = fields.source.trim() === ''
  const set = (part: Partial<DependencyFields>) => setFields({ ...fields, ...part })
  const submit = () => {
    setIsChecked(true)
    if (!isEmpty) save.mutate({ ...fields, workflowId, id: dependency?.id ?? null })
  }
  return (
    <FormDialog
      title={dependency ? words.dataItDependsOn : words.addData}
      submitLabel={dependency ? words.save : words.addThisData}
      isBusy={save.isPending}
      error={rest ?? remove.error}
      isWide
      onClose={onClose}
      onSubmit={submit}
      secondary={
        dependency && (
          <Button
            variant="subtle"
            loading={remove.isPending}
            onClick={() => remove.mutate({ id: dependency.id })}
          >
            {words.remove}
          </Button>
        )
      }
    >
      <div className={layout.pair}>
        <TextInput
          label={words.whatDataItIs}
          description={words.forExampleThePriceList}
          maxLength={200}
          value={fields.source}
          error={isChecked && isEmpty ? words.enterWhatDataItIs : problems.source}
          onChange={(event) => set({ source: event.currentTarget.value })}
        />
        <TextInput
          label={words.system}
          description={words.whereItComesFrom}
          maxLength={120}
          value={fields.system}
          error={problems.system}
          onChange={(event) => set({ system: event.currentTarget.value })}
        />
      </div>
      <div className={layout.triple}>
        <NameField
          label={words.owner}
          maxLength={120}
          value={fields.owner}
          error={problems.owner}
          onChange={(event) => set({ owner: event.currentTarget.value })}
        />
        <TextInput
          label={words.refreshed}
          placeholder={words.byHandEachQuarter}
          maxLength={200}
          value={fields.refreshed}
          error={problems.refreshed}
          onChange={(event) => set({ refreshed: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.lastChecked}
          value={fields.lastCheckedOn ?? ''}
          error={problems.lastCheckedOn}
          onChange={(event) => set({ lastCheckedOn: event.currentTarget.value || null })}
        />
      </div>
      <WhenItStops fields={fields} onSet={set} />
    </FormDialog>
  )
}

type WhenItStopsProps = { fields: DependencyFields; onSet: (part: Partial<DependencyFields>) => void }

function WhenItStops({ fields, onSet }: WhenItStopsProps) {
  return (
    <>
      <Textarea
        label={words.howYouWouldNotice}
        description={words.whoSeesItAndHowSoon}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        value={fields.noticed}
        onChange={(event) => onSet({ noticed: event.currentTarget.value })}
      />
      <Textarea
        label={words.whatBreaksIfItStops}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        value={fields.ifItStops}
        onChange={(event) => onSet({ ifItStops: event.currentTarget.value })}
      />
    </>
  )
}
