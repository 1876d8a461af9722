import { formatMonthName, formatNumber, formatShare } from '../format.ts'
import type { Month } from '../time/dates.ts'

/** Outputs that people used, of those the AI offered them in a month. */
export type Used = { used: number; offered: number }

/** More would fill the page with names. */
const mostNamed = 3

/**
 * "Used: Customer replies 412 of 480 offered in October (85.8%)." Only workflows where it is counted; empty where
 * it is nowhere, since a share nobody counted is not a small one.
 */
export function usedWords(
  lines: readonly { name: string; month: Month; used: Used | null }[],
  locale: string,
): string {
  const counted = lines.flatMap(({ used, ...line }) => (used ? [{ ...line, ...used }] : []))
  if (counted.length === 0) return ''
  const number = (value: number) => formatNumber(value, 0, locale)
  if (counted.length <= mostNamed) {
    const each = counted.map(
      ({ name, month, used, offered }) =>
        `${name} ${number(used)} of ${number(offered)} offered in ${formatMonthName(month, locale)} (${usedShare({ used, offered }, locale)})`,
    )
    return `Used: ${each.join('; ')}.`
  }
  const sum = (of: keyof Used) => counted.reduce((total, line) => total + line[of], 0)
  const all = { used: sum('used'), offered: sum('offered') }
  return `Used: ${number(all.used)} of ${number(all.offered)} offered by ${number(counted.length)} workflows, each in the month its line is of (${usedShare(all, locale)}).`
}

/** "85.8%" */
const usedShare = ({ used, offered }: Used, locale: string) => formatShare(used / offered, locale)
