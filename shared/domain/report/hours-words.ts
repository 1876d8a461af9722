import { formatNumber } from '../format.ts'
import type { Hours, HoursAndMoney, LeftOut } from './hours.ts'

/** What an hour of the people who correct costs, in whole units of `currency` (ISO 4217). */
export type HourlyCost = { amount: number; currency: string }

/** A figure and what it is, for one column of the page. */
export type HoursFact = { figure: string; meaning: string }

/** More would fill the page with what stands in their set-up. */
const mostNamed = 3
const weeksPerMonth = 52 / 12

/** "47 hours a month (35 to 58)", "go into editing, about €2,300"; at most three. */
export function hoursFacts(of: HoursAndMoney, cost: HourlyCost | null, locale: string): HoursFact[] {
  const { editing, rise, payback } = of
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const money = (hours: number) =>
    cost ? `, about ${moneyWords(hours * cost.amount, cost.currency, locale)}` : ''
  return [
    {
      figure: `${hoursWords(editing, locale)} a month${between(editing, locale)}`,
      meaning: `go into editing${money(editing.mean)}`,
    },
    ...(rise
      ? [
          {
            figure: `${hoursWords(rise, locale)} of them${between(rise, locale)}`,
            meaning: `are the rise in ${list.format(rise.names)} since month 3${money(rise.mean)}`,
          },
        ]
      : []),
    ...(payback ? [paybackFact(payback, locale)] : []),
  ]
}

function paybackFact(
  { mean, low, high, updateHours }: NonNullable<HoursAndMoney['payback']>,
  locale: string,
): HoursFact {
  const weeks = (months: number) => Math.max(1, Math.round(months * weeksPerMonth))
  const number = (value: number) => formatNumber(value, 0, locale)
  const range =
    high === null ? `${number(weeks(low))} or more` : `${number(weeks(low))} to ${number(weeks(high))}`
  const unit = weeks(mean) === 1 ? 'week' : 'weeks'
  return {
    figure: `${number(weeks(mean))} ${unit} (${range})`,
    meaning: `until an update of ${number(updateHours)} hours pays back`,
  }
}

/** What the hours were counted with, and what is in none of them. */
export function hoursAssumptions(of: HoursAndMoney, cost: HourlyCost | null, locale: string): string {
  const number = (value: number, decimals = 0) => formatNumber(value, decimals, locale)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const each = of.counted.map(
    ({ name, volume, byHandMinutes }) =>
      `${name}: ${number(volume)} a month at ${number(byHandMinutes, Number.isInteger(byHandMinutes) ? 0 : 1)} minutes by hand`,
  )
  const counted =
    of.counted.length > mostNamed
      ? `the outputs a month and the minutes by hand of ${number(of.counted.length)} workflows`
      : each.join('; ')
  const price = cost ? `; ${moneyWords(cost.amount, cost.currency, locale)} an hour` : ''
  const back = of.payback ? ' It pays back if editing returns to month 3.' : ''
  const left = (['text', 'no_volume', 'no_figure'] as const).flatMap((why) => {
    const names = of.leftOut.filter((each) => each.why === why).map(({ name }) => name)
    return names.length === 0 ? [] : [` Left out: ${list.format(names)} (${whyLeftOut[why]}).`]
  })
  return `Counted with ${counted}${price}.${back}${left.join('')}`
}

const whyLeftOut: Readonly<Record<LeftOut['why'], string>> = {
  text: 'text changed is not time',
  no_volume: 'its outputs a month are not known',
  no_figure: 'its editing is not known',
}

const hoursWords = ({ mean }: Hours, locale: string) => {
  const value = mean < 10 ? formatNumber(mean, 1, locale) : formatNumber(mean, 0, locale)
  return `${value} ${value === '1.0' ? 'hour' : 'hours'}`
}

function between({ range, mean }: Hours, locale: string): string {
  if (!range) return ''
  const decimals = mean < 10 ? 1 : 0
  return ` (${formatNumber(range.low, decimals, locale)} to ${formatNumber(range.high, decimals, locale)})`
}

/** Money to two significant digits from 100 on: more would promise what the range does not hold. */
export function moneyWords(amount: number, currency: string, locale: string): string {
  const value = amount < 100 ? Math.round(amount) : Number(amount.toPrecision(2))
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(
    value,
  )
}
