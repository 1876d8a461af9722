import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMinutes } from '../../../../../shared/domain/format.ts'
import { isTimeToStop, secondsLeft } from '../../../../../shared/domain/time/session-clock.ts'
import { client } from '../../../../api/client.ts'
import { count } from '../../../../parts/tasks/words.ts'
import styles from '../../../../session/session.module.css'
import { useSessionClock } from '../../../../session/use-session-clock.ts'
import { sessionQuery } from '../../queries.ts'
import type { ReviewSession } from '../use-review-session.ts'

const longOnOneMs = 4 * 60_000
const worthAddingBackMs = 60_000

/** The time used, quietly; or the one thing about time worth a decision: time away, or long on one output. */
export function ClockLine({ session }: { session: ReviewSession }) {
  const { review, item } = session
  const clock = useSessionClock(item?.id ?? null, review.secondsUsed, (itemId, seconds) =>
    client.reviews.addTime({ reviewId: review.id, itemId, seconds }),
  )
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
  return <TimeUsed session={session} secondsUsed={clock.secondsUsed} />
}

type TimeUsedProps = { readonly session: ReviewSession; readonly secondsUsed: number }

function TimeUsed({ session, secondsUsed }: TimeUsedProps) {
  const { review, items } = session
  const month = useQuery(sessionQuery(review.month))
  const secondsElsewhere = month.data ? Math.max(0, month.data.secondsUsed - review.secondsUsed) : 0
  const open = items.filter(({ isDone }) => !isDone).length
  const left = secondsLeft(secondsUsed, items.length - open, items.length)
  const pace = left !== null && left >= 60 ? `about ${formatMinutes(left / 60)} left at this pace` : null
  if (isTimeToStop(secondsElsewhere + secondsUsed)) {
    return (
      <span className={styles.clock}>
        <span>
          {formatMinutes((secondsElsewhere + secondsUsed) / 60)} used in all.{' '}
          <span role="status">Finish this workflow and stop</span>
          {open > 0 && ` · ${count(open, 'output')} left`}
        </span>
      </span>
    )
  }
  return (
    <span className={styles.clock}>
      {formatMinutes(secondsUsed / 60)} used
      {pace !== null && ` · ${pace}`}
    </span>
  )
}

function minutesInWords(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
