import { formatDay } from '../format.ts'
import { daysBetween } from './dates.ts'

/** No clock that is right says a year before the first or from the second on. */
const [earliest, latest] = ['2020', '2080']
/** Days without Evenkeel that are nothing unusual. */
const longAway = 400

const isPossible = (moment: string) => moment >= earliest && moment < latest

/** What keeps a company from being set up: the day it was set up on is what its months are counted from. */
export function impossibleClock(now: string): string | null {
  if (isPossible(now)) return null
  return `This computer's clock says ${formatDay(now.slice(0, 10), 'en-GB')}. Set it right, then set up your company.`
}

/** Says that the clock may be wrong; null where nothing speaks for it. `lastAt` is when Evenkeel was last at work. */
export function clockDoubt(now: string, lastAt: string | null): string | null {
  const [today, last] = [now.slice(0, 10), lastAt?.slice(0, 10) ?? now.slice(0, 10)]
  const passed = daysBetween(last, today)
  if (isPossible(now) && passed >= -1 && passed <= longAway) return null
  const before = passed === 0 ? '' : `, and Evenkeel was last at work on ${formatDay(last, 'en-GB')}`
  return `This computer's clock says ${formatDay(today, 'en-GB')}${before}. If that is wrong, set it right: due dates follow it. Nothing you saved is touched by it.`
}
