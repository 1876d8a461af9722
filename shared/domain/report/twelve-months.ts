import { formatNumber } from '../format.ts'
import type { HoursAndMoney } from './hours.ts'
import { type HourlyCost, moneyWords } from './hours-words.ts'

/** Hours of the owner in a month without a model test. */
const ownHours = { low: 2, high: 3 }
const months = 12

/**
 * Hours that twelve months with an update and upkeep bring against twelve months without, as far as a rise beyond
 * chance shows it; below zero where they cost more. Without a rise, or its range, nothing can be said: null.
 */
export function twelveMonths(
  hours: HoursAndMoney | null,
  updateHours: number,
): { cost: { low: number; high: number }; net: { mean: number; low: number; high: number } } | null {
  const rise = hours?.rise
  if (!rise?.range) return null
  const cost = { low: updateHours + months * ownHours.low, high: updateHours + months * ownHours.high }
  return {
    cost,
    net: {
      mean: months * rise.mean - (cost.low + cost.high) / 2,
      low: months * rise.range.low - cost.high,
      high: months * rise.range.high - cost.low,
    },
  }
}

/** The same in words, with what it assumes; never as a promise. */
export function twelveMonthsWords(
  hours: HoursAndMoney | null,
  { hourlyCost, updateHours }: { hourlyCost: HourlyCost | null; updateHours: number },
  locale: string,
): string {
  const number = (value: number) => formatNumber(Math.round(value), 0, locale)
  const worth = twelveMonths(hours, updateHours)
  if (!worth) {
    return `Nothing rose beyond chance since month 3, so what upkeep saves cannot be counted from these figures. It takes ${number(months * ownHours.low)} to ${number(months * ownHours.high)} hours of yours in twelve months.`
  }
  const { cost, net } = worth
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(hours?.rise?.names ?? [])
  const money =
    hourlyCost && net.mean > 0
      ? `, about ${moneyWords(net.mean * hourlyCost.amount, hourlyCost.currency, locale)}`
      : ''
  const loss = net.low < 0 ? ' It may also take more than it brings.' : ''
  return `With an update and upkeep, twelve months bring about ${number(net.mean)} hours (${number(net.low)} to ${number(net.high)}) more than twelve months without${money}, after the ${number(cost.low)} to ${number(cost.high)} hours they take: the update, and ${ownHours.low} to ${ownHours.high} hours of yours a month.${loss} This assumes that the rise in ${names} stays as it is until somebody acts, and that an update brings editing back to month 3. Neither is certain.`
}
