import { addDays, type Day } from '../time/dates.ts'

/** A decided test of the owner's own: days from its beginning to the decision, and seconds at it. */
export type PastTest = { days: number; seconds: number }

/** `startBy` is the last day to begin a test; `testDays` and `seconds` are what one takes. */
type Runway = { startBy: Day; testDays: number; seconds: number | null }

/** Days for a test while the owner has held none, and at least. */
const usualDays = 14
/** A pilot runs until a monthly review has seen its outputs. */
export const pilotDays = 28

/** When to begin so that a test, by the owner's own past, and a pilot fit in before a model is gone. */
export function runwayTo(retiresOn: Day, past: readonly PastTest[]): Runway {
  const testDays = Math.max(usualDays, Math.ceil(median(past.map(({ days }) => days)) ?? usualDays))
  return {
    startBy: addDays(retiresOn, -(testDays + pilotDays)),
    testDays,
    seconds: median(past.map(({ seconds }) => seconds).filter((seconds) => seconds > 0)),
  }
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const low = sorted[Math.floor(middle)]
  const high = sorted[Math.ceil(middle)]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
