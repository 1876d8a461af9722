import { useState } from 'react'
import { formatMinutes } from '../../../shared/domain/format.ts'
import { secondsLeft } from '../../../shared/domain/session-clock.ts'
import styles from './review.module.css'
import type { ReviewSession } from './use-review-session.ts'
import { useSessionClock } from './use-session-clock.ts'

const longOnOneMs = 4 * 60_000
const worthAddingBackMs = 60_000

/** The time used, quietly; or the one thing about time worth a decision: time away, or long on one output. */
export function ClockLine({ session }: { session: ReviewSession }) {
  const { review, items, item } = session
  const clock = useSessionClock(review.id, item?.id ?? null, review.secondsUsed)
  const [leftOutMs, setLeftOutMs] = useState(0)
  const [quietItem, setQuietItem] = useState<number | null>(null)
  const itemId = item?.id ?? null

  if (clock.awayMs >= worthAddingBackMs && clock.awayMs !== leftOutMs) {
    return (
      <span className={styles.clock} role="status">
        You’ve been away {minutesInWords(clock.awayMs)}, so the clock stopped.
        <button type="button" className={styles.link} onClick={clock.addBack}>
          Add them back
        </button>
        <button type="button" className={styles.link} onClick={() => setLeftOutMs(clock.awayMs)}>
          Leave them out
        </button>
      </span>
    )
  }
  if (clock.itemMs >= longOnOneMs && quietItem !== itemId && item && !item.isDone) {
    return (
      <span className={styles.clock} role="status">
        {minutesInWords(clock.itemMs)} on this one.
        <button
          type="button"
          className={styles.link}
          onClick={() => {
            if (!item.isFlagged) session.choose({ isFlagged: true })
            session.go(1)
          }}
        >
          Flag and move on
        </button>
        <button type="button" className={styles.link} onClick={() => setQuietItem(itemId)}>
          Stay
        </button>
      </span>
    )
  }
  const done = items.filter(({ isDone }) => isDone).length
  const left = secondsLeft(clock.secondsUsed, done, items.length)
  return (
    <span className={styles.clock}>
      {formatMinutes(clock.secondsUsed / 60)} used
      {left !== null && left >= 60 && ` · about ${formatMinutes(left / 60)} left at this pace`}
    </span>
  )
}

function minutesInWords(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
