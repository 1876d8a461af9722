import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { StandardInput } from '../../../shared/contract/standard-inputs.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { FormDialog } from '../../ui/layout/FormDialog.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { ChecksField } from './ChecksField.tsx'
import {
  draftOf,
  emptyDraft,
  fieldsOf,
  type InputDraft,
  type InputProblems,
  problemsOf,
} from './input-draft.ts'
import styles from './standard-inputs.module.css'
import { words as say } from './words.ts'

type InputDialogProps = {
  workflowId: number
  /** Null for a new one. */
  input: StandardInput | null
  onClose: () => void
  onRemoved: (input: StandardInput) => void
}

/** One standard input: what the workflow would get, and what a right answer must do. */
export function InputDialog({ workflowId, input, onClose, onRemoved }: InputDialogProps) {
  const [draft, setDraft] = useState<InputDraft>(() => (input ? draftOf(input) : emptyDraft))
  const [failures, setFailures] = useState(0)
  const fields = useRef<HTMLDivElement>(null)
  const save = useMutation(orpc.standardInputs.save.mutationOptions({ onSuccess: onClose }))
  const remove = useMutation(
    orpc.standardInputs.remove.mutationOptions({
      onSuccess: () => {
        if (input) onRemoved(input)
        onClose()
      },
    }),
  )
  const missing = problemsOf(draft, locale)
  const refused = save.error ? fieldErrorsOf(save.error) : {}
  const problems = { ...refused, ...(failures > 0 ? missing : {}) }
  useEffect(() => {
    if (failures > 0 || save.error)
      fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [failures, save.error])
  const isNamed = Object.keys(refused).length > 0
  const submit = () => {
    if (Object.keys(missing).length > 0) return setFailures(failures + 1)
    save.mutate({ workflowId, id: input?.id ?? null, rev: input?.rev ?? null, ...fieldsOf(draft, locale) })
  }
  return (
    <FormDialog
      title={input ? say.input(input.position) : say.addAnInput}
      submitLabel={input ? say.save : say.addThisInput}
      isBusy={save.isPending}
      error={isNamed ? remove.error : (save.error ?? remove.error)}
      isWide
      onClose={onClose}
      onSubmit={submit}
      secondary={
        input && (
          <Button variant="subtle" loading={remove.isPending} onClick={() => remove.mutate({ id: input.id })}>
            {say.remove}
          </Button>
        )
      }
    >
      <div ref={fields} className={layout.fields}>
        <Fields draft={draft} problems={problems} set={(part) => setDraft({ ...draft, ...part })} />
      </div>
    </FormDialog>
  )
}

type FieldsProps = { draft: InputDraft; problems: InputProblems; set: (part: Partial<InputDraft>) => void }

function Fields({ draft, problems, set }: FieldsProps) {
  return (
    <>
      <TextInput
        label={say.name}
        description={say.aFewWordsToKnow}
        maxLength={120}
        value={draft.name}
        error={problems.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Textarea
        label={say.input2}
        description={say.wordForWordAsThe}
        rows={4}
        value={draft.text}
        error={problems.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <Textarea
        label={say.referenceAnswerOptional}
        description={say.anAnswerThatWouldBe}
        rows={2}
        value={draft.reference}
        error={problems.reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
      />
      <div className={layout.pair}>
        <TextInput
          label={say.tagsOptional}
          description={say.partedByCommas}
          value={draft.tags}
          error={problems.tags}
          onChange={(event) => set({ tags: event.currentTarget.value })}
        />
        <Checkbox
          className={styles.mustNotFailField ?? ''}
          label={say.mustNotFail}
          description={say.oneFailureHereFailsThe}
          checked={draft.mustNotFail}
          onChange={(event) => set({ mustNotFail: event.currentTarget.checked })}
        />
      </div>
      <ChecksField checks={draft.checks} problems={problems} onChange={(checks) => set({ checks })} />
    </>
  )
}
