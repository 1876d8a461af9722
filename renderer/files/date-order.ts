import type { DateOrder } from '../../shared/contract/imports.ts'
import { words } from './words.ts'

export const dateOrderLabels: Readonly<Record<DateOrder, string>> = {
  'day-first': words.dayFirst34Is,
  'month-first': words.monthFirst34Is,
}

const datePattern = /^\s*(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\b/

/** True when every date that could be read both ways is, as 03/04/2026; ISO dates never are. */
export function isDateOrderOpen(samples: readonly string[]): boolean {
  const dates = samples.flatMap((sample) => {
    const parts = datePattern.exec(sample)
    return parts ? [parts.slice(1, 3).map(Number)] : []
  })
  return dates.length > 0 && dates.every((parts) => parts.every((part) => part <= 12))
}
