import { TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Signal } from '../../../shared/contract/signals.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { FormDialog } from '../../ui/layout/FormDialog.tsx'
import { SignalFields, useSignalProblems } from './SignalFields.tsx'
import styles from './signals.module.css'
import { words } from './words.ts'

/** A signal put right: its words, kind, day and what it is about. */
export function EditSignalDialog({ signal, onClose }: { signal: Signal; onClose: () => void }) {
  const { data } = useQuery(orpc.company.get.queryOptions())
  const { id, rev, text, kind, onDate, workflowId, sectionId } = signal
  const [draft, setDraft] = useState({ text, kind, onDate, workflowId, sectionId })
  const update = useMutation(orpc.signals.update.mutationOptions({ onSuccess: onClose }))
  const check = useSignalProblems(draft)
  const dayProblem = draft.onDate === '' ? { onDate: words.enterTheDayItCame } : {}
  const refused = update.error ? fieldErrorsOf(update.error) : {}
  const problems = { ...refused, ...dayProblem, ...check.problems }
  return (
    <FormDialog
      title={words.editThisSignal}
      submitLabel={words.save}
      isBusy={update.isPending}
      error={Object.keys(refused).length === 0 ? update.error : null}
      onClose={onClose}
      onSubmit={() => {
        if (check.isComplete() && draft.onDate !== '') update.mutate({ id, rev, ...draft })
      }}
    >
      <SignalFields draft={draft} problems={problems} onChange={setDraft} />
      <TextInput
        className={styles.day}
        type="date"
        label={words.date}
        max={data?.today}
        value={draft.onDate}
        error={problems.onDate}
        onChange={({ currentTarget }) => setDraft({ ...draft, onDate: currentTarget.value })}
      />
    </FormDialog>
  )
}
