import { Checkbox } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FoundationReview } from '../../../shared/contract/foundation-reviews.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { locale } from '../../ui/lib/locale.ts'
import styles from './foundation-reviews.module.css'
import { reviewQuery } from './queries.ts'
import { words } from './words.ts'

/** Everybody who was there, and whether they agreed to what was decided. */
export function AgreedList({ review }: { review: FoundationReview }) {
  const queryClient = useQueryClient()
  const agree = useMutation(
    orpc.foundationReviews.agree.mutationOptions({
      onSuccess: (changed) => queryClient.setQueryData(reviewQuery(review.id).queryKey, changed),
    }),
  )
  const shown = (id: number, agreedOn: string | null) =>
    agree.isPending && agree.variables.attendeeId === id ? agree.variables.hasAgreed : agreedOn !== null
  return (
    <>
      <ul className={styles.plainList}>
        {review.attendees.map(({ id, name, role, agreedOn }) => (
          <li key={id} className={styles.attendeeRow}>
            <b>{name}</b>
            <span className={styles.quiet}>{role}</span>
            <span className={styles.agreed}>
              {agreedOn !== null && <small>{formatDay(agreedOn, locale)}</small>}
              <Checkbox
                label={words.agreed}
                aria-label={`${name} agreed`}
                checked={shown(id, agreedOn)}
                onChange={(event) =>
                  agree.mutate({ id: review.id, attendeeId: id, hasAgreed: event.currentTarget.checked })
                }
              />
            </span>
          </li>
        ))}
      </ul>
      {agree.isError && <ErrorNote error={agree.error} />}
    </>
  )
}
