import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Session } from '../../../shared/contract/reviews/reviews.ts'
import { formatMonth } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { FormDialog } from '../../ui/layout/FormDialog.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

type Props = { session: Pick<Session, 'month' | 'tasks'>; label: string }

/** Closes what is open of a month without reviewing it, with the reason. */
export function SkipMonth({ session, label }: Props) {
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <Button variant="subtle" onClick={() => setIsAsking(true)}>
        {label}
      </Button>
      {isAsking && <SkipDialog session={session} onClose={() => setIsAsking(false)} />}
    </>
  )
}

const every = 'every'

function SkipDialog({ session: { month, tasks }, onClose }: Omit<Props, 'label'> & { onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [which, setWhich] = useState(every)
  const skip = useMutation(orpc.reviews.skip.mutationOptions({ onSuccess: onClose }))
  const open = tasks.filter(({ state }) => state !== 'completed' && state !== 'skipped')
  const name = formatMonth(month, locale)
  const fieldError = fieldErrorsOf(skip.error).reason
  return (
    <FormDialog
      title={words.skip(name)}
      submitLabel={words.skip(name)}
      isBusy={skip.isPending}
      error={fieldError ? null : skip.error}
      onClose={onClose}
      onSubmit={() => skip.mutate({ month, workflowId: which === every ? null : Number(which), reason })}
    >
      <p>{words.itCountsAsSkippedIn}</p>
      {open.length > 1 && (
        <NativeSelect
          label={words.whatIsSkipped}
          value={which}
          data={[
            { value: every, label: words.everythingThatIsOpenWorkflows(open.length) },
            ...open.map(({ workflowId, workflowName }) => ({
              value: String(workflowId),
              label: workflowName,
            })),
          ]}
          onChange={(event) => setWhich(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={words.whyIsItSkipped}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        error={fieldError}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
