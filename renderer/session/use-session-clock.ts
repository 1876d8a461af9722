import { useEffect, useEffectEvent, useReducer, useRef } from 'react'
import { clockReducer, startClock } from '../../shared/domain/time/session-clock.ts'
import type { Seconds } from './seconds.ts'

const tickMs = 1000
const tellAfterSeconds = 15

type Options<Id extends number | null> = {
  /** What the time is spent on now. */
  readonly itemId: Id
  /** Of earlier sittings. */
  readonly secondsUsed: number
  /** Takes up every second counted. */
  readonly seconds: Seconds<Id>
  /** Called about every 15 seconds, where no save took the time along meanwhile. */
  readonly tell?: () => unknown
  /** False where people talk: the clock runs on while nobody touches the computer. */
  readonly needsInput?: boolean
}

/** The time of this sitting, counted while the window is in front; `itemMs` is the time on the item on screen. */
export function useSessionClock<Id extends number | null>(options: Options<Id>) {
  const { itemId, secondsUsed, seconds, tell, needsInput = true } = options
  const [clock, dispatch] = useReducer(clockReducer, secondsUsed * 1000, (ms) => startClock(Date.now(), ms))
  const counted = useRef(secondsUsed)
  const itemStart = useRef({ itemId, countedMs: clock.countedMs })
  if (itemStart.current.itemId !== itemId) itemStart.current = { itemId, countedMs: clock.countedMs }

  useEffect(() => {
    const now = Math.floor(clock.countedMs / 1000)
    if (now !== counted.current) seconds.add(itemId, now - counted.current)
    counted.current = now
  }, [clock.countedMs, itemId, seconds])

  const tellWhenDue = useEffectEvent(() => {
    if (seconds.waiting() >= tellAfterSeconds) tell?.()
  })
  useEffect(() => {
    const timer = setInterval(tellWhenDue, tickMs)
    return () => clearInterval(timer)
  }, [])

  useEffect(() => {
    const dispatchNow = (type: 'tick' | 'input' | 'focus' | 'blur') => () =>
      dispatch({ type, at: Date.now() })
    const timer = setInterval(dispatchNow(needsInput ? 'tick' : 'input'), tickMs)
    const listened = [
      ['focus', dispatchNow('focus')],
      ['blur', dispatchNow('blur')],
      ['keydown', dispatchNow('input')],
      ['pointerdown', dispatchNow('input')],
      ['wheel', dispatchNow('input')],
    ] as const
    for (const [name, listener] of listened) window.addEventListener(name, listener, { passive: true })
    return () => {
      clearInterval(timer)
      for (const [name, listener] of listened) window.removeEventListener(name, listener)
    }
  }, [needsInput])

  return {
    secondsUsed: Math.floor(clock.countedMs / 1000),
    itemMs: clock.countedMs - itemStart.current.countedMs,
    awayMs: clock.awayMs,
    addBack: () => dispatch({ type: 'addBack', at: Date.now() }),
  }
}
