import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { orpc } from '../../../api/client.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Dialog } from '../../../ui/layout/Dialog.tsx'
import { listPath } from '../words.ts'

/** Takes back a review that has not begun. */
export function DiscardReview({ id }: { id: number }) {
  const [, navigate] = useLocation()
  const [isAsking, setIsAsking] = useState(false)
  const discard = useMutation(
    orpc.foundationReviews.discard.mutationOptions({ onSuccess: () => navigate(listPath) }),
  )
  const close = () => setIsAsking(false)
  return (
    <>
      <Button variant="subtle" onClick={() => setIsAsking(true)}>
        Discard
      </Button>
      {isAsking && (
        <Dialog
          title="Discard this preparation?"
          onClose={close}
          actions={
            <>
              <Button variant="default" onClick={close}>
                Keep it
              </Button>
              <Button loading={discard.isPending} onClick={() => discard.mutate({ id })}>
                Discard the preparation
              </Button>
            </>
          }
        >
          <p>The date and the names go. The sections, issues and signals stay as they are.</p>
          {discard.isError && <ErrorNote error={discard.error} />}
        </Dialog>
      )}
    </>
  )
}
