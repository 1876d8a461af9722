import { useEffect, useReducer, useRef } from 'react'
import { clockReducer, startClock } from '../../../shared/domain/session-clock.ts'
import { client } from '../../api/client.ts'

const tickMs = 1000
const sendAfterSeconds = 15

/**
 * The time of this sitting, counted while the window is in front. What was counted goes to the core about every
 * 15 seconds, when the output changes and on leaving; `itemMs` is the time on the output on screen.
 */
export function useSessionClock(reviewId: number, itemId: number | null, secondsUsed: number) {
  const [clock, dispatch] = useReducer(clockReducer, secondsUsed * 1000, (ms) => startClock(Date.now(), ms))
  const counted = useRef(clock.countedMs)
  const sentSeconds = useRef(secondsUsed)
  const itemStart = useRef({ itemId, countedMs: clock.countedMs })
  if (itemStart.current.itemId !== itemId) itemStart.current = { itemId, countedMs: clock.countedMs }

  useEffect(() => {
    counted.current = clock.countedMs
  }, [clock.countedMs])

  useEffect(() => {
    const send = () => {
      const seconds = Math.floor(counted.current / 1000) - sentSeconds.current
      if (seconds === 0) return
      sentSeconds.current += seconds
      client.reviews.addTime({ reviewId, itemId, seconds }).catch(() => {
        // Not lost: it goes along with the next time that is sent.
        sentSeconds.current -= seconds
      })
    }
    const sendWhenDue = () => {
      if (Math.floor(counted.current / 1000) - sentSeconds.current >= sendAfterSeconds) send()
    }
    const timer = setInterval(sendWhenDue, tickMs)
    window.addEventListener('pagehide', send)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', send)
      send()
    }
  }, [reviewId, itemId])

  useEffect(() => {
    const tell = (type: 'tick' | 'input' | 'focus' | 'blur') => () => dispatch({ type, at: Date.now() })
    const timer = setInterval(tell('tick'), tickMs)
    const listened = [
      ['focus', tell('focus')],
      ['blur', tell('blur')],
      ['keydown', tell('input')],
      ['pointerdown', tell('input')],
      ['wheel', tell('input')],
    ] as const
    for (const [name, listener] of listened) window.addEventListener(name, listener, { passive: true })
    return () => {
      clearInterval(timer)
      for (const [name, listener] of listened) window.removeEventListener(name, listener)
    }
  }, [])

  return {
    secondsUsed: Math.floor(clock.countedMs / 1000),
    itemMs: clock.countedMs - itemStart.current.countedMs,
    awayMs: clock.awayMs,
    addBack: () => dispatch({ type: 'addBack', at: Date.now() }),
  }
}
