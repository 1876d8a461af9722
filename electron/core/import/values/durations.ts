import { plainName } from '../columns/plain-name.ts'
import { readNumber } from './numbers.ts'

const minutesOf = { milliseconds: 1 / 60_000, seconds: 1 / 60, minutes: 1, hours: 60 } as const
export type TimeUnit = keyof typeof minutesOf

export const minutesIn = (unit: TimeUnit): number => minutesOf[unit]

const unitWords: readonly (readonly [TimeUnit, RegExp])[] = [
  ['milliseconds', /\b(ms|millis|milliseconds?|msec|millisekunden)\b/],
  ['seconds', /\b(s|secs?|seconds?|sekunden?)\b/],
  ['hours', /\bh+ mm\b/],
  ['minutes', /\b(m|mins?|minutes?|minuten?|min\.)\b|minuten\b/],
  ['hours', /\b(h|hrs?|hours?|stunden?|std)\b/],
]

/** The unit a column's name gives: "edit_time_s", "Minutes to edit", "latency (ms)"; null where it gives none. */
export function unitIn(name: string): TimeUnit | null {
  const plain = plainName(name)
  return unitWords.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

/** A duration in minutes: "6.5" in `unit`, "3 min", "1h 5m", "0:03:20", "PT3M20S"; null for anything else. */
export function readDuration(text: string, unit: TimeUnit): number | null {
  const value = text.trim().toLowerCase()
  const number = readNumber(value)
  if (number !== null) return value.includes('%') ? null : number * minutesOf[unit]
  return readClock(value, unit) ?? readParts(value)
}

function readClock(value: string, unit: TimeUnit): number | null {
  const parts = /^(\d+):([0-5]?\d)(?::([0-5]?\d)(?:[.,]\d+)?)?$/.exec(value)
  if (!parts) return null
  const [first, second, third] = [Number(parts[1]), Number(parts[2]), parts[3]]
  if (third !== undefined) return first * 60 + second + Number(third) / 60
  return unit === 'hours' ? first * 60 + second : first + second / 60
}

const part =
  /(\d+(?:[.,]\d+)?)\s*(h|hrs?|hours?|std\.?|stunden?|m|mins?|minutes?|minuten?|s|secs?|seconds?|sek\.?|sekunden?|ms)(?![a-z])\.?\s*/g

function readParts(value: string): number | null {
  const body = value
    .replace(/^p?t(?=\d)/, '')
    .replace(/\b(and|und)\b/g, ' ')
    .trim()
  const parts = [...body.matchAll(part)]
  if (parts.length === 0 || body.replace(part, '').trim() !== '') return null
  return parts.reduce((sum, [, amount = '', name = '']) => {
    const unit =
      name === 'ms'
        ? 'milliseconds'
        : name.startsWith('h') || name.startsWith('st')
          ? 'hours'
          : name.startsWith('m')
            ? 'minutes'
            : 'seconds'
    return sum + Number(amount.replace(',', '.')) * minutesOf[unit]
  }, 0)
}
