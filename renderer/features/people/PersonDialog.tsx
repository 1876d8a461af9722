import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Person } from '../../../shared/contract/people.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { FormDialog } from '../../ui/layout/FormDialog.tsx'
import styles from './people.module.css'
import { words } from './words.ts'

type PersonDialogProps = {
  /** Null for somebody new. */
  person: Person | null
  onSaved: (person: Person) => void
  onClose: () => void
}

/** A person's name, role, and the day they left; somebody nothing depends on can be removed. */
export function PersonDialog({ person, onSaved, onClose }: PersonDialogProps) {
  const [name, setName] = useState(person?.name ?? '')
  const [role, setRole] = useState(person?.role ?? '')
  const [leftOn, setLeftOn] = useState(person?.leftOn ?? null)
  const [wasAsked, setAsked] = useState(false)
  const { data } = useQuery(orpc.company.get.queryOptions())
  const save = useMutation(orpc.people.save.mutationOptions({ onSuccess: onSaved }))
  const remove = useMutation(orpc.people.remove.mutationOptions({ onSuccess: onClose }))
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const missing = wasAsked ? problemsOf(name, leftOn) : {}
  const refused = save.error ? fieldErrorsOf(save.error) : {}
  const problems: Record<string, string> = { ...refused, ...missing }
  return (
    <FormDialog
      title={person === null ? words.addAPerson : person.name}
      submitLabel={words.save}
      isBusy={save.isPending}
      error={remove.error ?? (Object.keys(refused).length === 0 ? save.error : null)}
      secondary={
        person !== null && (
          <Button
            variant="subtle"
            loading={remove.isPending}
            onClick={() => remove.mutate({ id: person.id })}
          >
            {words.remove}
          </Button>
        )
      }
      onClose={onClose}
      onSubmit={() => {
        setAsked(true)
        if (Object.keys(problemsOf(name, leftOn)).length > 0) return
        save.mutate({ id: person?.id ?? null, name, role, leftOn })
      }}
    >
      <TextInput
        ref={first}
        label={words.name}
        maxLength={120}
        value={name}
        error={problems.name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TextInput
        label={words.roleOptional}
        maxLength={120}
        value={role}
        error={problems.role}
        onChange={({ currentTarget }) => setRole(currentTarget.value)}
      />
      {person !== null && (
        <Checkbox
          label={words.hasLeftTheCompany}
          checked={leftOn !== null}
          onChange={({ currentTarget }) => setLeftOn(currentTarget.checked ? (data?.today ?? '') : null)}
        />
      )}
      {leftOn !== null && (
        <TextInput
          className={styles.day}
          type="date"
          label={words.leftOn2}
          value={leftOn}
          error={problems.leftOn}
          onChange={({ currentTarget }) => setLeftOn(currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}

function problemsOf(name: string, leftOn: string | null): Record<string, string> {
  return {
    ...(name.trim() === '' ? { name: words.enterAName } : {}),
    ...(leftOn === '' ? { leftOn: words.enterTheDayTheyLeft } : {}),
  }
}
