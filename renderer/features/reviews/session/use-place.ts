import { useEffect, useRef, useState } from 'react'
import type { Cursor, Review, ReviewItem } from '../../../../shared/contract/reviews.ts'
import { client } from '../../../api/client.ts'
import { createDraft } from '../../../session/draft.ts'
import { useFlushOnLeaving } from '../../../session/use-flush-on-leaving.ts'
import { nextStop, type Stop } from './review-steps.ts'
import { startCursor } from './start-cursor.ts'

/** A move of the keyboard; the count makes landing on the same place twice an event. */
export type Landing = { readonly count: number; readonly on: 'place' | 'note' | 'choice' | 'typing' }

/** Where the reviewer is: output, place on the scorecard, view and scroll, kept so that she can come back. */
export function usePlace(review: Review, items: readonly ReviewItem[], start: Partial<Cursor>) {
  const [cursor, setCursor] = useState(() => startCursor(review, start))
  const [landing, setLanding] = useState<Landing>({ count: 0, on: firstLanding(cursor, start) })
  const scroll = useRef(cursor.scroll)
  const [kept] = useState(() =>
    createDraft<Cursor>((now) => {
      // A place that could not be kept costs a scroll, not an answer; the next move tries again.
      client.reviews.moveTo({ reviewId: review.id, cursor: now }).catch(() => undefined)
    }),
  )

  const lastCursor = useRef(cursor)
  useEffect(() => {
    if (lastCursor.current === cursor) return
    kept.change({ ...cursor, scroll: scroll.current })
    if (lastCursor.current.itemId !== cursor.itemId) kept.flush()
    lastCursor.current = cursor
  }, [cursor, kept])

  useFlushOnLeaving(kept.flush)

  const index = Math.max(
    0,
    items.findIndex((item) => item.id === cursor.itemId),
  )
  const land = (on: Landing['on']) => setLanding(({ count }) => ({ count: count + 1, on }))

  return {
    cursor,
    landing,
    /** Read when the output changes; writing it moves nothing. */
    scroll,
    index,
    item: items[index],
    flush: kept.flush,
    /** Moves within the output; the keyboard follows. */
    landOn(stop: Stop, on: Landing['on'] = 'place') {
      setCursor((now) => ({ ...now, group: stop.group, standardId: stop.standardId }))
      land(on)
    },
    /** Marks a place as active without moving the keyboard, as when a field in it was clicked. */
    enter: (stop: Stop) =>
      setCursor((now) =>
        now.group === stop.group && now.standardId === stop.standardId ? now : { ...now, ...stop },
      ),
    /** Moves to another output: where `stop` says, else where judging goes on. */
    moveTo(itemId: number, stop?: Stop) {
      scroll.current = 0
      const target = items.find(({ id }) => id === itemId)
      const at =
        stop ?? (target ? nextStop(target, review.standards) : { group: 'standards', standardId: null })
      setCursor((now) => ({ ...now, ...at, itemId, scroll: 0 }))
      land('place')
    },
    setView: (view: Cursor['view']) => setCursor((now) => ({ ...now, view })),
    noteScroll(top: number) {
      scroll.current = top
      kept.change({ ...cursor, scroll: top })
    },
  }
}

/** A link that points at one standard lands on its choice. */
function firstLanding({ group, standardId }: Cursor, start: Partial<Cursor>): Landing['on'] {
  const isOneStandard = start.itemId !== undefined && group === 'standards' && standardId !== null
  return isOneStandard ? 'choice' : 'place'
}
