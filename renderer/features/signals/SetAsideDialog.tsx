import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Signal } from '../../../shared/contract/signals.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { FormDialog } from '../../ui/layout/FormDialog.tsx'
import styles from './signals.module.css'
import { words } from './words.ts'

/** A signal that needs nothing done, and why; it stays in the list of all signals. */
export function SetAsideDialog({ signal, onClose }: { signal: Signal; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const setAside = useMutation(orpc.signals.setAside.mutationOptions({ onSuccess: onClose }))
  const refused = setAside.error ? fieldErrorsOf(setAside.error) : {}
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <FormDialog
      title={words.setAside}
      submitLabel={words.setAside}
      isBusy={setAside.isPending}
      error={refused.reason === undefined ? setAside.error : null}
      onClose={onClose}
      onSubmit={() => {
        if (reason.trim() === '') setProblem(words.enterWhyNothingNeedsTo)
        else setAside.mutate({ id: signal.id, reason })
      }}
    >
      <p className={styles.quoted}>{signal.text}</p>
      <TextInput
        ref={field}
        label={words.whyNothingNeedsToBe}
        maxLength={500}
        value={reason}
        error={problem ?? refused.reason}
        onChange={({ currentTarget }) => {
          setReason(currentTarget.value)
          setProblem(null)
        }}
      />
    </FormDialog>
  )
}
