import type { Day } from '../time/dates.ts'

/** How the wording of today was last decided: somebody checked it, or wrote it anew. */
export type DecidedOn = { how: 'checked' | 'written'; on: Day }

/** Of a wording live since a day and checked on another; a check of an earlier wording does not count. */
export function lastDecidedOn(liveOn: Day | null, checkedOn: Day | null): DecidedOn | null {
  if (liveOn === null) return null
  return checkedOn !== null && checkedOn >= liveOn
    ? { how: 'checked', on: checkedOn }
    : { how: 'written', on: liveOn }
}
