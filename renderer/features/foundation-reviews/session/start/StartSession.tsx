import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { FoundationReview } from '../../../../../shared/contract/foundation-reviews.ts'
import { formatDay, formatMinutes } from '../../../../../shared/domain/format.ts'
import { sectionMinutes, sessionParts } from '../../../../../shared/domain/foundation/session-length.ts'
import { signalKinds } from '../../../../../shared/domain/foundation/signal-kinds.ts'
import { client } from '../../../../api/client.ts'
import { count } from '../../../../parts/figures/words.ts'
import { ErrorNote } from '../../../../ui/feedback/ErrorNote.tsx'
import { FullPage } from '../../../../ui/layout/FullPage.tsx'
import { locale } from '../../../../ui/lib/locale.ts'
import { reviewQuery } from '../../queries.ts'
import { namesInWords, reviewPath } from '../../words.ts'
import { words } from '../words.ts'
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
    <FullPage title={words.foundationReview2} eyebrow={formatDay(review.heldOn, locale)} isWide>
      <p className={styles.lead}>{review.reason}</p>
      <ol className={styles.agenda}>
        <li>
          <span>{words.opening}</span>
          <small>{formatMinutes(sessionParts.opening)}</small>
        </li>
        <li>
          <span>
            {talk === 0
              ? words.noSectionHasIssuesOr
              : words.toTalkAboutMostIssues(count(talk, 'section', locale))}
            {quick > 0 && words.toConfirmTogether(count(quick, 'section', locale))}
          </span>
          <small>{formatMinutes(sectionMinutes(review.cards))}</small>
        </li>
        <li>
          <span>{words.actionsWhoDoesWhatBy}</span>
          <small>{formatMinutes(sessionParts.actions)}</small>
        </li>
        <li>
          <span>{words.closeEverybodyAgreesToWhat}</span>
          <small>{formatMinutes(sessionParts.closing)}</small>
        </li>
      </ol>
      {review.attendees.length > 0 && (
        <p className={styles.with}>
          {words.withWord(namesInWords(review.attendees.map(({ name }) => name)))}
        </p>
      )}
      {review.signals.length > 0 && (
        <section className={styles.signals} aria-labelledby="signals">
          <h2 id="signals">{words.alsoCameUpAboutNo}</h2>
          <ul>
            {review.signals.map(({ id, kind, text }) => (
              <li key={id}>
                {text} <small>{signalKinds[kind].label}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isEarly && <p className={styles.with}>{words.heldTodayItGetsTodays(formatDay(today, locale))}</p>}
      <p className={styles.quiet}>{words.startingHoldsTheWordingsAs}</p>
      {start.isError && <ErrorNote error={start.error} />}
      <div className={styles.buttons}>
        <Button size="md" loading={start.isPending} onClick={() => start.mutate()}>
          {words.startTheSession}
        </Button>
        <Button size="md" variant="default" onClick={() => navigate(reviewPath(review.id))}>
          {words.taskList}
        </Button>
      </div>
    </FullPage>
  )
}
