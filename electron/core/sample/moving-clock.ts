import type { Clock } from '../clock.ts'

export type MovingClock = ReturnType<typeof createMovingClock>

/** A clock that stands still until it is moved, so that years of a generated company pass in seconds. */
export function createMovingClock(zone: string) {
  let at = new Date(0)
  const clock: Clock = {
    now: () => at.toISOString(),
    today: () => at.toISOString().slice(0, 10),
    zone: () => zone,
  }
  return {
    clock,
    moveTo: (day: string, time = '09:00') => {
      at = new Date(`${day}T${time}:00Z`)
    },
    pass: (seconds: number) => {
      at = new Date(at.getTime() + seconds * 1000)
    },
  }
}
