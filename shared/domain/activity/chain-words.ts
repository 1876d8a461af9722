import type { ChainResult } from '../../contract/reports/activity.ts'
import { formatDay, formatNumber } from '../format.ts'

/** What a walk along the chain says, in a sentence or two. */
export function chainWords({ count, firstAt, brokenAt }: ChainResult, locale: string): string {
  const whole = (value: number) => formatNumber(value, 0, locale)
  if (brokenAt !== null) {
    return `Entry ${whole(brokenAt)} does not fit the one before it: the file was damaged, or changed by another program. Everything up to entry ${whole(brokenAt - 1)} is as it was written. Go back to a backup from before, and keep this file as it is.`
  }
  if (count === 0 || firstAt === null) return 'Nothing was done yet.'
  const since = formatDay(firstAt.slice(0, 10), locale)
  return count === 1
    ? `The one entry of ${since} is as it was written.`
    : `All ${whole(count)} entries since ${since} are as they were written, and none is missing.`
}

/** The beginning of a code, in groups that can be compared by eye: "716c 4a4a e7ee 88d2". */
export const shortCode = (hash: string): string => hash.slice(0, 16).match(/.{4}/g)?.join(' ') ?? ''
