import { isSpreadsheetError } from '../values/cell-errors.ts'
import { looksLikeDay, readDay } from '../values/days.ts'
import { readDuration } from '../values/durations.ts'
import { readNumber } from '../values/numbers.ts'
import { createDateObserver, type DateFacts } from './date-order.ts'
import { createKeyObserver } from './key-values.ts'

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
  /** The mean of its numbers; 0 without any. */
  meanNumber: number
  scores: number
  isFlag: boolean
  /** Lists and objects as programs write them. */
  isData: boolean
  /** Whether it tells rows apart: short, in every row, no two alike; 'mixed' where letters stand beside digits. */
  key: 'mixed' | 'plain' | null
  /** What its dates give away; null where its first value is no date. */
  dates: DateFacts | null
}

const sampleCount = 3
const sampleLength = 120
const examined = 1_000
/** In any unit: more is no time spent editing. */
const longestEditing = 100_000
const data = /^(\[\s*["'[{\d]|\{\s*["'])[\s\S]*[\]}]$/
const flag = /^(true|false|yes|no|y|n|ja|nein|x|0|1)$/i

/** Gathers facts about one column, value by value. */
export function createColumnObserver(index: number) {
  const seen = { filled: 0, length: 0, examined: 0, numbers: 0, sum: 0 }
  const found = { words: 0, days: 0, writtenDays: 0, minutes: 0, scores: 0, flags: 0, data: 0 }
  const samples: string[] = []
  const keys = createKeyObserver()
  let dates: ReturnType<typeof createDateObserver> | null | undefined

  function examine(value: string) {
    seen.examined++
    const number = readNumber(value)
    if (/\p{L}/u.test(value)) found.words++
    if (readDay(value, 'day-first') !== null) found.days++
    if (looksLikeDay(value)) found.writtenDays++
    if (isDuration(value) || (number !== null && number >= 0 && number <= longestEditing)) found.minutes++
    if (number !== null) {
      seen.numbers++
      seen.sum += number
    }
    if (number !== null && number >= 1 && number <= 5) found.scores++
    if (flag.test(value)) found.flags++
    if (data.test(value)) found.data++
  }

  return {
    /** `row` is where the cell stands, as the file counts. */
    add(cell: string, row = 0) {
      const value = cell.length > 200 ? cell : cell.trim()
      keys.add(value)
      if (value === '') return
      seen.filled++
      seen.length += value.length
      if (samples.length < sampleCount) samples.push(shortened(value.trim()))
      if (seen.examined < examined && !isSpreadsheetError(value)) examine(value)
      if (dates === undefined) dates = looksLikeDay(value) ? createDateObserver() : null
      dates?.add(value, row)
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
        meanNumber: seen.numbers === 0 ? 0 : seen.sum / seen.numbers,
        scores: share(found.scores),
        isData: share(found.data) > 0.5,
        isFlag: seen.examined > 0 && found.flags === seen.examined,
        key: share(found.days) < 0.5 && share(found.writtenDays) < 0.5 ? keys.kind() : null,
        dates: dates?.facts() ?? null,
      }
    },
  }
}

/** Cheap on long texts: most columns hold no durations. */
const isDuration = (value: string) => value.length <= 20 && readDuration(value, 'minutes') !== null

function shortened(value: string): string {
  return value.length > sampleLength ? `${value.slice(0, sampleLength - 1)}…` : value
}
