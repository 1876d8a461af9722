import { type RefObject, useMemo, useState } from 'react'
import type { ReviewItem } from '../../../../shared/contract/reviews/reviews.ts'
import type { Standard } from '../../../../shared/contract/workflows.ts'
import { editingStop, missingStops } from './review-steps.ts'
import type { usePlace } from './use-place.ts'

/** What is wrong with the output on screen is pointed out only once she tried to go on. */
type PointsOut = 'nothing' | 'typing' | 'everything'

/** Points at what is missing before an output is finished, and at typing that leaving would lose. */
export function usePointing(
  item: ReviewItem | undefined,
  standards: readonly Standard[],
  typingProblem: RefObject<string | null>,
  landOn: ReturnType<typeof usePlace>['landOn'],
) {
  const [pointsOut, setPointsOut] = useState<PointsOut>('nothing')
  const [announcement, setAnnouncement] = useState('')
  const missing = useMemo(
    () => (pointsOut === 'everything' && item ? missingStops(item, standards) : []),
    [pointsOut, item, standards],
  )

  return {
    pointsOut,
    missing,
    announcement,
    announce: setAnnouncement,
    pointAtNothing: () => setPointsOut('nothing'),
    /** True where something must still be said; the keyboard is put there. */
    pointsAtMissing(): boolean {
      const [first] = item ? missingStops(item, standards) : []
      if (!first) return false
      setPointsOut('everything')
      setAnnouncement(first.message)
      landOn(first, 'choice')
      return true
    },
    /** True where what was typed cannot be stored as it is; the keyboard is put there. */
    pointsAtTyping(): boolean {
      const problem = typingProblem.current
      if (problem === null) return false
      setPointsOut((now) => (now === 'everything' ? now : 'typing'))
      setAnnouncement(problem)
      landOn(editingStop, 'typing')
      return true
    },
  }
}
