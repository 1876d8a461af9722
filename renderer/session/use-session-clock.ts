import { useEffect, useEffectEvent, useReducer, useRef } from 'react'
import { clockReducer, startClock } from '../../shared/domain/time/session-clock.ts'

const tickMs = 1000
const sendAfterSeconds = 15

type Send = (itemId: number | null, seconds: number) => Promise<unknown>

/**
 * The time of this sitting, counted while the window is in front. What was counted is sent about every 15
 * seconds, when the item changes and on leaving; `itemMs` is the time on the item on screen. Where people talk
 * (`needsInput` false) the clock runs on while nobody touches the computer.
 */
export function useSessionClock(
  itemId: number | null,
  secondsUsed: number,
  sendTime: Send,
  needsInput = true,
) {
  const send = useEffectEvent(sendTime)
  const [clock, dispatch] = useReducer(clockReducer, secondsUsed * 1000, (ms) => startClock(Date.now(), ms))
  const counted = useRef(clock.countedMs)
  const sentSeconds = useRef(secondsUsed)
  const itemStart = useRef({ itemId, countedMs: clock.countedMs })
  if (itemStart.current.itemId !== itemId) itemStart.current = { itemId, countedMs: clock.countedMs }

  useEffect(() => {
    counted.current = clock.countedMs
  }, [clock.countedMs])

  useEffect(() => {
    const sendCounted = () => {
      const seconds = Math.floor(counted.current / 1000) - sentSeconds.current
      if (seconds === 0) return
      sentSeconds.current += seconds
      send(itemId, seconds).catch(() => {
        // Not lost: it goes along with the next time that is sent.
        sentSeconds.current -= seconds
      })
    }
    const sendWhenDue = () => {
      if (Math.floor(counted.current / 1000) - sentSeconds.current >= sendAfterSeconds) sendCounted()
    }
    const timer = setInterval(sendWhenDue, tickMs)
    window.addEventListener('pagehide', sendCounted)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', sendCounted)
      sendCounted()
    }
  }, [itemId])

  useEffect(() => {
    const tell = (type: 'tick' | 'input' | 'focus' | 'blur') => () => dispatch({ type, at: Date.now() })
    const timer = setInterval(tell(needsInput ? 'tick' : 'input'), tickMs)
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
  }, [needsInput])

  return {
    secondsUsed: Math.floor(clock.countedMs / 1000),
    itemMs: clock.countedMs - itemStart.current.countedMs,
    awayMs: clock.awayMs,
    addBack: () => dispatch({ type: 'addBack', at: Date.now() }),
  }
}
