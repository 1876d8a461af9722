import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Dialog } from '../../ui/layout/Dialog.tsx'
import { words } from './words.ts'

type Props = {
  /** Takes it back. */
  discard: () => Promise<unknown>
  /** Where the owner is afterwards. */
  listPath: string
  title: string
  /** What goes, and what stays. */
  detail: string
  action: string
}

/** A quiet button that takes back what has not begun, after a question. */
export function Discard({ discard, listPath, title, detail, action }: Props) {
  const [, navigate] = useLocation()
  const [isAsking, setIsAsking] = useState(false)
  const discarding = useMutation({ mutationFn: discard, onSuccess: () => navigate(listPath) })
  const close = () => setIsAsking(false)
  return (
    <>
      <Button variant="subtle" onClick={() => setIsAsking(true)}>
        {words.discard}
      </Button>
      {isAsking && (
        <Dialog
          title={title}
          onClose={close}
          actions={
            <>
              <Button variant="default" onClick={close}>
                {words.keepIt}
              </Button>
              <Button loading={discarding.isPending} onClick={() => discarding.mutate()}>
                {action}
              </Button>
            </>
          }
        >
          <p>{detail}</p>
          {discarding.isError && <ErrorNote error={discarding.error} />}
        </Dialog>
      )}
    </>
  )
}
