import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { orpc } from '../../../api/client.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Dialog } from '../../../ui/layout/Dialog.tsx'
import { listPath } from '../test-words.ts'

/** Takes back a test in which nothing has been judged. */
export function DiscardTest({ id }: { id: number }) {
  const [, navigate] = useLocation()
  const [isAsking, setIsAsking] = useState(false)
  const discard = useMutation(
    orpc.modelTests.discard.mutationOptions({ onSuccess: () => navigate(listPath) }),
  )
  const close = () => setIsAsking(false)
  return (
    <>
      <Button variant="subtle" onClick={() => setIsAsking(true)}>
        Discard
      </Button>
      {isAsking && (
        <Dialog
          title="Discard this test?"
          onClose={close}
          actions={
            <>
              <Button variant="default" onClick={close}>
                Keep it
              </Button>
              <Button loading={discard.isPending} onClick={() => discard.mutate({ id })}>
                Discard the test
              </Button>
            </>
          }
        >
          <p>
            The set-up and the outputs of this test go. The standard inputs, and the list of what left this
            computer, stay as they are.
          </p>
          {discard.isError && <ErrorNote error={discard.error} />}
        </Dialog>
      )}
    </>
  )
}
