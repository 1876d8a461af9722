import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { FoundationReview } from '../../../../shared/contract/foundation-reviews.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import { signalKinds } from '../../../../shared/domain/foundation/signal-kinds.ts'
import { client } from '../../../api/client.ts'
import { count } from '../../../parts/figures/words.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { FullPage } from '../../../ui/layout/FullPage.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import { reviewQuery } from '../queries.ts'
import { namesInWords, reviewPath } from '../words.ts'
import styles from './start.module.css'

/** The first thing on the wall: what this session is about, and the button that begins it. */
export function StartSession({ review, today }: { review: FoundationReview; today: string }) {
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const isEarly = review.heldOn > today
  const start = useMutation({
    mutationFn: async () => {
      const { id, rev, attendees } = review
      if (isEarly) await client.foundationReviews.update({ id, rev, heldOn: today, attendees })
      return client.foundationReviews.start({ id })
    },
    onSuccess: (started) => queryClient.setQueryData(reviewQuery(review.id).queryKey, started),
  })
  const talk = review.cards.filter(({ isQuick }) => !isQuick).length
  const quick = review.cards.length - talk
  return (
    <FullPage title="Foundation review" eyebrow={formatDay(review.heldOn, locale)} isWide>
      <p className={styles.lead}>{review.reason}</p>
      <ol className={styles.agenda}>
        <li>
          <span>Opening</span>
          <small>10 min</small>
        </li>
        <li>
          <span>
            {talk === 0
              ? 'No section has issues or signals'
              : `${count(talk, 'section', locale)} to talk about, most issues first`}
            {quick > 0 && `; ${count(quick, 'section', locale)} to confirm together`}
          </span>
          <small>80 min</small>
        </li>
        <li>
          <span>Actions: who does what by when</span>
          <small>20 min</small>
        </li>
        <li>
          <span>Close: everybody agrees to what was decided</span>
          <small>10 min</small>
        </li>
      </ol>
      {review.attendees.length > 0 && (
        <p className={styles.with}>With {namesInWords(review.attendees.map(({ name }) => name))}.</p>
      )}
      {review.signals.length > 0 && (
        <section className={styles.signals} aria-labelledby="signals">
          <h2 id="signals">Also came up, about no section yet</h2>
          <ul>
            {review.signals.map(({ id, kind, text }) => (
              <li key={id}>
                {text} <small>{signalKinds[kind].label}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isEarly && (
        <p className={styles.with}>Held today, it gets today’s date: {formatDay(today, locale)}.</p>
      )}
      <p className={styles.quiet}>
        Starting holds the wordings as they are now: what is published meanwhile comes up next time.
      </p>
      {start.isError && <ErrorNote error={start.error} />}
      <div className={styles.buttons}>
        <Button size="md" loading={start.isPending} onClick={() => start.mutate()}>
          Start the session
        </Button>
        <Button size="md" variant="default" onClick={() => navigate(reviewPath(review.id))}>
          Task list
        </Button>
      </div>
    </FullPage>
  )
}
