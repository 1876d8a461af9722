import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Keys } from '../../ui/keys/Keys.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Dialog } from '../../ui/layout/Dialog.tsx'
import layout from '../../ui/layout/layout.module.css'
import type { SignalDraft } from './capture.ts'
import { SignalFields, useSignalProblems } from './SignalFields.tsx'
import styles from './signals.module.css'
import { words } from './words.ts'

type CaptureDialogProps = {
  draft: SignalDraft
  onChange: (draft: SignalDraft) => void
  onNoted: (draft: SignalDraft) => void
  onClose: () => void
}

/** What came up, in three seconds: type, Enter. The day is today. */
export function CaptureDialog({ draft, onChange, onNoted, onClose }: CaptureDialogProps) {
  const { data } = useQuery(orpc.company.get.queryOptions())
  const record = useMutation(orpc.signals.record.mutationOptions({ onSuccess: () => onNoted(draft) }))
  const check = useSignalProblems(draft)
  const refused = record.error ? fieldErrorsOf(record.error) : {}
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (check.isComplete() && !record.isPending) record.mutate({ ...draft, onDate: data?.today ?? '' })
  }
  return (
    <Dialog title={words.noteASignal} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <SignalFields draft={draft} problems={{ ...refused, ...check.problems }} onChange={onChange} />
        {record.isError && Object.keys(refused).length === 0 && <ErrorNote error={record.error} />}
        <Actions>
          <span className={layout.quiet}>
            <Keys k={words.shiftEnter} />
            {words.newLine}
          </span>
          <Button variant="default" rightSection={<Keys k={words.esc} />} onClick={onClose}>
            {words.close}
          </Button>
          <Button type="submit" variant="filled" rightSection={<Keys k="Enter" />} loading={record.isPending}>
            {words.noteIt}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
