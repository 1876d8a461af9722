import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { EnterHint } from '../../ui/keys/EnterHint.tsx'

type Props = { reviewId: number; isPrimary: boolean; withEnter?: boolean; children: string }

/** Draws the second look at a finished month, or opens the one under way. */
export function SecondLookButton({ reviewId, isPrimary, withEnter = false, children }: Props) {
  const [, navigate] = useLocation()
  const take = useMutation(
    orpc.reviews.secondLook.mutationOptions({ onSuccess: (look) => navigate(`/review/${look.reviewId}`) }),
  )
  const open = () => take.mutate({ reviewId })
  return (
    <>
      <Button
        variant={isPrimary ? 'filled' : 'default'}
        loading={take.isPending}
        rightSection={withEnter && <EnterHint act={open} />}
        onClick={open}
      >
        {children}
      </Button>
      {take.isError && <ErrorNote error={take.error} />}
    </>
  )
}
