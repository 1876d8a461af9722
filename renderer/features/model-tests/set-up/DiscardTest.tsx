import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { orpc } from '../../../api/client.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Dialog } from '../../../ui/layout/Dialog.tsx'
import { listPath } from '../test-words.ts'
import { words } from './words.ts'

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
        {words.discard}
      </Button>
      {isAsking && (
        <Dialog
          title={words.discardThisTest}
          onClose={close}
          actions={
            <>
              <Button variant="default" onClick={close}>
                {words.keepIt}
              </Button>
              <Button loading={discard.isPending} onClick={() => discard.mutate({ id })}>
                {words.discardTheTest}
              </Button>
            </>
          }
        >
          <p>{words.theSetUpAndThe}</p>
          {discard.isError && <ErrorNote error={discard.error} />}
        </Dialog>
      )}
    </>
  )
}
