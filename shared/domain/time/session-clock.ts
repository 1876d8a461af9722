/**
 * The clock of a session. Times are milliseconds. `stoppedAt` is when it stopped counting (null while it runs),
 * `awayMs` the uncounted time of the last stop, which the reviewer may add back.
 */
export type SessionClock = {
  countedMs: number
  updatedAt: number
  lastInputAt: number
  stoppedAt: number | null
  isInFront: boolean
  awayMs: number
}

export type ClockEvent = { type: 'tick' | 'input' | 'focus' | 'blur' | 'addBack'; at: number }

const idleLimitMs = 3 * 60_000

const itemsBeforePace = 5
/** 1 h 45 of the two hours of a month's session: the rest is for its results. */
const secondsBeforeStop = 105 * 60

/** A running clock in a window in front; `countedMs` carries over earlier sittings. */
export function startClock(at: number, countedMs = 0): SessionClock {
  return { countedMs, updatedAt: at, lastInputAt: at, stoppedAt: null, isInFront: true, awayMs: 0 }
}

/** Counts while the window is in front, up to three minutes after the last input. */
export function clockReducer(clock: SessionClock, event: ClockEvent): SessionClock {
  const counted = countUpTo(clock, event.at)
  switch (event.type) {
    case 'tick':
      return counted
    case 'input':
      return counted.isInFront ? resume(counted, event.at) : counted
    case 'focus':
      return resume({ ...counted, isInFront: true }, event.at)
    case 'blur':
      return { ...counted, isInFront: false, stoppedAt: counted.stoppedAt ?? event.at }
    case 'addBack':
      return { ...counted, countedMs: counted.countedMs + counted.awayMs, awayMs: 0 }
  }
}

/**
 * Seconds still needed at the pace so far, as in "About 31 minutes left at this pace"; null before five items.
 */
export function secondsLeft(secondsUsed: number, itemsDone: number, itemsTotal: number): number | null {
  return itemsDone < itemsBeforePace ? null : (secondsUsed / itemsDone) * Math.max(0, itemsTotal - itemsDone)
}

/** True when the time of a month's session is up but for the workflow under review. */
export function isTimeToStop(secondsUsed: number): boolean {
  return secondsUsed >= secondsBeforeStop
}

function countUpTo(clock: SessionClock, at: number): SessionClock {
  if (clock.stoppedAt !== null) return clock
  const limit = clock.lastInputAt + idleLimitMs
  // A computer clock set back must not take counted time away.
  const spent = Math.max(0, Math.min(at, limit) - clock.updatedAt)
  const stoppedAt = at > limit ? limit : null
  return { ...clock, countedMs: clock.countedMs + spent, updatedAt: at, stoppedAt }
}

function resume(clock: SessionClock, at: number): SessionClock {
  const awayMs = clock.stoppedAt === null ? clock.awayMs : Math.max(0, at - clock.stoppedAt)
  return { ...clock, updatedAt: at, lastInputAt: at, stoppedAt: null, awayMs }
}
