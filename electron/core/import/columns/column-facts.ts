import type { DateOrder, RowsOfMonth } from '../../../../shared/contract/imports.ts'
import { isSpreadsheetError } from '../values/cell-errors.ts'
import { looksLikeDay, orderOf, readDay, readNumber } from '../values/values.ts'

/** What the values of one column look like; shares are between 0 and 1 of the values looked at. */
export type ColumnFacts = {
  index: number
  name: string
  samples: string[]
  filled: number
  meanLength: number
  words: number
  days: number
  writtenDays: number
  minutes: number
  scores: number
  isFlag: boolean
  dayFirst: number
  monthFirst: number
  /** Rows by month, as each order of dates reads them; empty where the first value is no date. */
  months: Record<DateOrder, RowsOfMonth[]>
}

const sampleCount = 3
const sampleLength = 120
const examined = 1_000
const flag = /^(true|false|yes|no|y|n|ja|nein|x|0|1)$/i

/** Gathers facts about one column, value by value. */
export function createColumnObserver(index: number) {
  const seen = { filled: 0, length: 0, examined: 0, dayFirst: 0, monthFirst: 0 }
  const found = { words: 0, days: 0, writtenDays: 0, minutes: 0, scores: 0, flags: 0 }
  const samples: string[] = []
  const months = { 'day-first': new Map<string, number>(), 'month-first': new Map<string, number>() }
  let isDated: boolean | null = null

  function examine(value: string) {
    seen.examined++
    const number = readNumber(value)
    if (/\p{L}/u.test(value)) found.words++
    if (readDay(value, 'day-first') !== null) found.days++
    if (looksLikeDay(value)) found.writtenDays++
    if (number !== null && number >= 0 && number <= 10_000) found.minutes++
    if (number !== null && number >= 1 && number <= 5) found.scores++
    if (flag.test(value)) found.flags++
  }

  function countMonth(value: string) {
    for (const order of ['day-first', 'month-first'] as const) {
      const month = readDay(value, order)?.slice(0, 7)
      if (month !== undefined) months[order].set(month, (months[order].get(month) ?? 0) + 1)
    }
  }

  return {
    add(cell: string) {
      const value = cell.length > 200 ? cell : cell.trim()
      if (value === '') return
      seen.filled++
      seen.length += value.length
      if (samples.length < sampleCount) samples.push(shortened(value.trim()))
      if (seen.examined < examined && !isSpreadsheetError(value)) examine(value)
      isDated ??= looksLikeDay(value)
      if (isDated) countMonth(value)
      const order = orderOf(value)
      if (order === 'day-first') seen.dayFirst++
      if (order === 'month-first') seen.monthFirst++
    },
    facts(name: string): ColumnFacts {
      const share = (count: number) => (seen.examined === 0 ? 0 : count / seen.examined)
      return {
        index,
        name,
        samples,
        filled: seen.filled,
        meanLength: seen.filled === 0 ? 0 : seen.length / seen.filled,
        words: share(found.words),
        days: share(found.days),
        writtenDays: share(found.writtenDays),
        minutes: share(found.minutes),
        scores: share(found.scores),
        isFlag: seen.examined > 0 && found.flags === seen.examined,
        dayFirst: seen.dayFirst,
        monthFirst: seen.monthFirst,
        months: {
          'day-first': rowsOf(months['day-first']),
          'month-first': rowsOf(months['month-first']),
        },
      }
    },
  }
}

const rowsOf = (months: ReadonlyMap<string, number>): RowsOfMonth[] =>
  [...months].map(([month, rows]) => ({ month, rows })).sort((a, b) => (a.month < b.month ? -1 : 1))

function shortened(value: string): string {
  return value.length > sampleLength ? `${value.slice(0, sampleLength - 1)}…` : value
}
