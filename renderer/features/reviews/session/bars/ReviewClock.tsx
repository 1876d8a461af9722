import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMinutes } from '../../../../../shared/domain/format.ts'
import { isTimeToStop, secondsLeft } from '../../../../../shared/domain/time/session-clock.ts'
import { count } from '../../../../parts/tasks/words.ts'
import { ClockLine, minutesInWords } from '../../../../session/ClockLine.tsx'
import { useSessionClock } from '../../../../session/use-session-clock.ts'
import { sessionQuery } from '../../queries.ts'
import type { ReviewSession } from '../use-review-session.ts'
import { words as say } from './words.ts'

const longOnOneMs = 4 * 60_000

/** The clock of a review, with the pace so far. */
export function ReviewClock({ session }: { session: ReviewSession }) {
  const { review, item, sitting } = session
  const itemId = item?.id ?? null
  const clock = useSessionClock({
    ...{ itemId, secondsUsed: review.secondsUsed, seconds: sitting.seconds, tell: sitting.tell },
  })
  const [quietItem, setQuietItem] = useState<number | null>(null)
  const isLong = clock.itemMs >= longOnOneMs && quietItem !== itemId && item?.isDone === false
  return (
    <ClockLine
      clock={clock}
      question={
        isLong
          ? {
              words: say.onThisOne(minutesInWords(clock.itemMs)),
              moveOn: say.flagAndMoveOn,
              onMoveOn: () => {
                if (!item.isFlagged) session.choose({ isFlagged: true })
                session.go(1)
              },
              onStay: () => setQuietItem(itemId),
            }
          : null
      }
    >
      <TimeUsed session={session} secondsUsed={clock.secondsUsed} />
    </ClockLine>
  )
}

type TimeUsedProps = { readonly session: ReviewSession; readonly secondsUsed: number }

function TimeUsed({ session, secondsUsed }: TimeUsedProps) {
  const { review, items } = session
  const month = useQuery(sessionQuery(review.month))
  const secondsElsewhere = month.data ? Math.max(0, month.data.secondsUsed - review.secondsUsed) : 0
  const open = items.filter(({ isDone }) => !isDone).length
  const left = secondsLeft(secondsUsed, items.length - open, items.length)
  const pace = left !== null && left >= 60 ? say.aboutLeftAtThisPace(formatMinutes(left / 60)) : null
  if (isTimeToStop(secondsElsewhere + secondsUsed)) {
    return (
      <span>
        {say.usedInAll(formatMinutes((secondsElsewhere + secondsUsed) / 60))}
        <span role="status">{say.finishThisWorkflowAndStop}</span>
        {open > 0 && say.left(count(open, 'output'))}
      </span>
    )
  }
  return (
    <>
      {say.used(formatMinutes(secondsUsed / 60))}
      {pace !== null && ` · ${pace}`}
    </>
  )
}
