import { useState } from 'react'
import type { Cursor, Review, ReviewItem } from '../../../../shared/contract/reviews/reviews.ts'
import { useFlushOnLeaving } from '../../../session/use-flush-on-leaving.ts'
import { nextStop, type Stop } from './review-steps.ts'
import type { ReviewSitting } from './sitting.ts'

/** A move of the keyboard; the count makes landing on the same place twice an event. */
export type Landing = { readonly count: number; readonly on: 'place' | 'note' | 'choice' | 'typing' }

/** Where the reviewer is: output, place on the scorecard, view and scroll, kept so that she can come back. */
export function usePlace(
  review: Review,
  items: readonly ReviewItem[],
  start: Partial<Cursor>,
  sitting: ReviewSitting,
) {
  const [cursor, setCursor] = useState(sitting.place)
  const [landing, setLanding] = useState<Landing>({ count: 0, on: firstLanding(cursor, start) })
  useFlushOnLeaving(sitting.tell)

  const index = Math.max(
    0,
    items.findIndex((item) => item.id === cursor.itemId),
  )
  const land = (on: Landing['on']) => setLanding(({ count }) => ({ count: count + 1, on }))
  /** At once in the sitting, so that a save of the same key takes it along. */
  const move = (part: Partial<Cursor>) => {
    sitting.moveTo({ ...sitting.place(), ...part })
    setCursor(sitting.place())
  }

  return {
    cursor,
    landing,
    /** Read when the output changes. */
    scrollTop: () => sitting.place().scroll,
    index,
    item: items[index],
    /** Moves within the output; the keyboard follows. */
    landOn({ group, standardId }: Stop, on: Landing['on'] = 'place') {
      move({ group, standardId })
      land(on)
    },
    /** Marks a place as active without moving the keyboard, as when a field in it was clicked. */
    enter({ group, standardId }: Stop) {
      const now = sitting.place()
      if (now.group !== group || now.standardId !== standardId) move({ group, standardId })
    },
    /** Moves to another output: where `stop` says, else where judging goes on. */
    moveTo(itemId: number, stop?: Stop) {
      const target = items.find(({ id }) => id === itemId)
      const at =
        stop ?? (target ? nextStop(target, review.standards) : { group: 'standards', standardId: null })
      move({ group: at.group, standardId: at.standardId, itemId, scroll: 0 })
      land('place')
    },
    setView: (view: Cursor['view']) => move({ view }),
    /** Moves nothing on screen. */
    noteScroll: (scroll: number) => sitting.moveTo({ ...sitting.place(), scroll }),
  }
}

/** A link that points at one standard lands on its choice. */
function firstLanding({ group, standardId }: Cursor, start: Partial<Cursor>): Landing['on'] {
  const isOneStandard = start.itemId !== undefined && group === 'standards' && standardId !== null
  return isOneStandard ? 'choice' : 'place'
}
