import type { Day } from '../../../shared/domain/time/dates.ts'

/** Where a day lies beside the dot of its month, in months: half before it on the first, half after it on the last. */
export const placeInMonth = (day: Day): number => (Number(day.slice(8)) - 0.5) / 31 - 0.5
