import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { FoundationReview } from '../../../../shared/contract/foundation-reviews.ts'
import { formatMinutes } from '../../../../shared/domain/format.ts'
import { client } from '../../../api/client.ts'
import styles from '../../../session/session.module.css'
import { useSessionClock } from '../../../session/use-session-clock.ts'
import { reviewQuery } from '../queries.ts'
import type { FoundationSession } from './use-foundation-session.ts'

const longOnOneSeconds = 12 * 60
const worthAddingBackMs = 60_000

/** The time used, quietly; or the one thing about time worth a decision: time away, or long on one section. */
export function TimeLine({ session }: { session: FoundationSession }) {
  const { review, place, card } = session
  const queryClient = useQueryClient()
  const spend = async (sectionId: number | null, seconds: number) => {
    if (sectionId === null) return
    const spent = await client.foundationReviews.spend({ id: review.id, sectionId, seconds })
    queryClient.setQueryData(reviewQuery(review.id).queryKey, (known: FoundationReview | undefined) =>
      known ? withTime(known, sectionId, spent) : known,
    )
  }
  const clock = useSessionClock(place, review.secondsUsed, spend, false)
  const [leftOutMs, setLeftOutMs] = useState(0)
  const [quietSection, setQuietSection] = useState<number | null>(null)
  const before = useSecondsBefore(session)
  const onCard = before + Math.floor(clock.itemMs / 1000)
  const minutes = Math.floor(onCard / 60)

  if (clock.awayMs >= worthAddingBackMs && clock.awayMs !== leftOutMs) {
    const away = formatMinutes(clock.awayMs / 60_000)
    return (
      <span className={styles.clock} role="status">
        You’ve been away {away}, so the clock stopped.
        <button type="button" className={styles.link} onClick={clock.addBack}>
          Add them back
        </button>
        <button type="button" className={styles.link} onClick={() => setLeftOutMs(clock.awayMs)}>
          Leave them out
        </button>
      </span>
    )
  }
  if (card && onCard >= longOnOneSeconds && quietSection !== card.sectionId && card.answer === null) {
    return (
      <span className={styles.clock} role="status">
        {minutes} minutes on this section. Park it and go on?
        <button type="button" className={styles.link} onClick={session.park}>
          Park and go on
        </button>
        <button type="button" className={styles.link} onClick={() => setQuietSection(card.sectionId)}>
          Stay
        </button>
      </span>
    )
  }
  return (
    <span className={styles.clock}>
      {formatMinutes(clock.secondsUsed / 60)} used
      {card && ` · ${formatMinutes(onCard / 60)} on this section`}
    </span>
  )
}

/** Seconds spent on the section on screen before it was opened this time. */
function useSecondsBefore({ card }: FoundationSession): number {
  const seconds = card?.secondsUsed ?? 0
  const sectionId = card?.sectionId ?? null
  const arrived = useRef({ sectionId, seconds })
  useEffect(() => {
    if (arrived.current.sectionId !== sectionId) arrived.current = { sectionId, seconds }
  }, [sectionId, seconds])
  return arrived.current.sectionId === sectionId ? arrived.current.seconds : seconds
}

function withTime(
  review: FoundationReview,
  sectionId: number,
  spent: { secondsUsed: number; cardSeconds: number },
): FoundationReview {
  return {
    ...review,
    secondsUsed: spent.secondsUsed,
    cards: review.cards.map((card) =>
      card.sectionId === sectionId ? { ...card, secondsUsed: spent.cardSeconds } : card,
    ),
  }
}
