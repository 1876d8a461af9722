import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { orpc } from '../../../api/client.ts'
import { fieldErrorsOf } from '../../../api/errors.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Dialog } from '../../../ui/layout/Dialog.tsx'
import { reviewQuery } from '../queries.ts'
import styles from '../session/review.module.css'
import { words } from './words.ts'

type Props = { readonly reviewId: number; readonly onClose: () => void }

/** Asks why a finished review is opened again; the reason is logged. */
export function ReopenDialog({ reviewId, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const reopen = useMutation(
    orpc.reviews.reopen.mutationOptions({
      onSuccess: (review) => {
        queryClient.setQueryData(reviewQuery(reviewId).queryKey, review)
        navigate(`/review/${reviewId}/check`)
      },
    }),
  )
  const fieldError = fieldErrorsOf(reopen.error).reason
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reopen.mutate({ reviewId, reason })
  }
  return (
    <Dialog title={words.reopenThisReview} onClose={onClose}>
      <form className={styles.dialogForm} onSubmit={submit}>
        <p>{words.itsResultIsWorkedOut}</p>
        <Textarea
          label={words.whyIsItOpenedAgain}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          error={fieldError}
          onChange={(event) => setReason(event.target.value)}
        />
        {reopen.isError && !fieldError && <ErrorNote error={reopen.error} />}
        <div className={styles.dialogActions}>
          <Button variant="default" type="button" onClick={onClose}>
            {words.keepItLocked}
          </Button>
          <Button type="submit" loading={reopen.isPending}>
            {words.reopen}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
