import { useEffect, useState } from 'react'
import type { ReviewItem } from '../../../../../shared/contract/reviews/reviews.ts'
import { parseNumber } from '../../../../../shared/domain/format.ts'
import { locale } from '../../../../ui/lib/locale.ts'
import type { ReviewSession } from '../use-review-session.ts'
import { minutesPatch, minutesProblem, minutesText } from './minutes.ts'

/** The minutes of an output while they are typed; `problem` is set once leaving them as typed was tried. */
export function useMinutes(session: ReviewSession, item: ReviewItem) {
  const { typingProblem } = session
  const minutes = item.editMinutes
  const source = item.minutesSource ?? session.habits.minutesSource
  const [text, setText] = useState(() => minutesText(minutes, locale))
  const [shown, setShown] = useState(minutes)
  // "6." says the same as "6": only minutes that changed elsewhere take the place of what is typed.
  if (minutes !== shown) {
    setShown(minutes)
    if (parseNumber(text, locale) !== minutes) setText(minutesText(minutes, locale))
  }
  const wrong = minutesProblem(text, locale)

  useEffect(() => {
    typingProblem.current = wrong
    return () => {
      typingProblem.current = null
    }
  }, [typingProblem, wrong])

  return {
    text,
    source,
    problem: session.pointsOut === 'nothing' ? null : wrong,
    flush: session.settleTyping,
    change(value: string) {
      setText(value)
      const patch = minutesPatch(value, source, minutes, locale)
      if (patch) session.type(patch)
    },
  }
}
