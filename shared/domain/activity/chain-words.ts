import type { ChainResult } from '../../contract/reports/activity.ts'
import { formatDay, formatMonth, formatNumber } from '../format.ts'
import type { Month } from '../time/dates.ts'

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

/** Whether the months that were closed are still in the log; null while none is. */
export function sealWords(
  sealed: readonly { month: Month; isInLog: boolean }[],
  locale: string,
): string | null {
  const gone = sealed.filter(({ isInLog }) => !isInLog).map(({ month }) => formatMonth(month, locale))
  if (gone.length > 0) {
    const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(gone)
    return `The log is not the one that ${names} ${gone.length === 1 ? 'was' : 'were'} closed with: entries from before were changed or taken out.`
  }
  const [newest] = sealed
  if (!newest) return null
  return sealed.length === 1
    ? `${formatMonth(newest.month, locale)} is closed, and what it was sealed with is still in the log.`
    : `${formatNumber(sealed.length, 0, locale)} months are closed, the last is ${formatMonth(newest.month, locale)}. What they were sealed with is still in the log.`
}

/** The beginning of a code, in groups that can be compared by eye: "716c 4a4a e7ee 88d2". */
export const shortCode = (hash: string): string => hash.slice(0, 16).match(/.{4}/g)?.join(' ') ?? ''
