import { useState } from 'react'
import { formatMinutes } from '../../../../shared/domain/format.ts'
import { ClockLine, minutesInWords } from '../../../session/ClockLine.tsx'
import { useSessionClock } from '../../../session/use-session-clock.ts'
import type { FoundationSession } from './use-foundation-session.ts'
import { words as say } from './words.ts'

const longOnOneSeconds = 12 * 60

/** The clock of a Foundation review, with the time on the section on the wall. */
export function FoundationClock({ session }: { session: FoundationSession }) {
  const { review, place, card, sitting } = session
  const clock = useSessionClock({
    ...{ itemId: place, secondsUsed: review.secondsUsed, seconds: sitting.seconds, tell: sitting.tell },
    needsInput: false,
  })
  const [earlier] = useState(() => new Map(review.cards.map((each) => [each.sectionId, each.secondsUsed])))
  const [quietSection, setQuietSection] = useState<number | null>(null)
  const onCard = card ? (earlier.get(card.sectionId) ?? 0) + sitting.seconds.on(card.sectionId) : 0
  const isLong = onCard >= longOnOneSeconds && card?.answer === null && quietSection !== card.sectionId
  return (
    <ClockLine
      clock={clock}
      question={
        isLong
          ? {
              words: say.onThisSectionParkIt(minutesInWords(onCard * 1000)),
              moveOn: say.parkAndGoOn,
              onMoveOn: session.park,
              onStay: () => setQuietSection(card.sectionId),
            }
          : null
      }
    >
      {say.used(formatMinutes(clock.secondsUsed / 60))}
      {card && say.onThisSection(formatMinutes(onCard / 60))}
    </ClockLine>
  )
}
