import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Document } from '../../../shared/contract/documents.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { NameField } from '../../parts/people/NameField.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Dialog } from '../../ui/layout/Dialog.tsx'
import layout from '../../ui/layout/layout.module.css'
import { words } from './words.ts'

const intervals: readonly [days: number, label: string][] = [
  [30, words.everyMonth],
  [90, words.everyThreeMonths],
  [180, words.everySixMonths],
  [365, words.everyYear],
]

/** What a document is called, who checks it and how often. */
export function DetailsDialog({ document, onClose }: { document: Document; onClose: () => void }) {
  const [name, setName] = useState(document.name)
  const [verifier, setVerifier] = useState(document.verifier)
  const [intervalDays, setIntervalDays] = useState(document.intervalDays)
  const update = useMutation(orpc.documents.update.mutationOptions({ onSuccess: onClose }))
  const problems = update.error ? fieldErrorsOf(update.error) : {}
  const submit = (event: FormEvent) => {
    event.preventDefault()
    update.mutate({ id: document.id, name, verifier, intervalDays })
  }
  return (
    <Dialog title={words.nameAndChecks} onClose={onClose}>
      <form className={layout.fields} onSubmit={submit} noValidate>
        <TextInput
          label={words.name}
          maxLength={120}
          value={name}
          error={problems.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NameField
          label={words.whoChecksThatItIs}
          value={verifier}
          error={problems.verifier}
          onChange={(event) => setVerifier(event.currentTarget.value)}
        />
        <NativeSelect
          label={words.howOften}
          value={String(intervalDays)}
          data={choicesWith(intervalDays)}
          onChange={(event) => setIntervalDays(Number(event.currentTarget.value))}
        />
        {update.isError && Object.keys(problems).length === 0 && <ErrorNote error={update.error} />}
        <div className={layout.formActions}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={update.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function choicesWith(days: number): { value: string; label: string }[] {
  const known = intervals.some(([each]) => each === days)
  const all = known ? intervals : [[days, words.everyDays(days)] as const, ...intervals]
  return all.map(([value, label]) => ({ value: String(value), label }))
}
