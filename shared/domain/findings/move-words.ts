import { chance } from '../figures/sentences.ts'
import {
  formatMonthName,
  formatNumber,
  formatPoints,
  formatRange,
  formatShare,
  shownDifference,
} from '../format.ts'
import type { Month } from '../time/dates.ts'
import { nearMonth } from '../time/month-words.ts'
import type { Finding } from './finding-types.ts'
import type { LevelToday } from './month-three.ts'
import type { Move, Moves, WhyNot } from './moves.ts'
import type { Quality, Rate, Satisfaction } from './quality.ts'

export const isMoved = ({ verdict }: Move) => verdict === 'more' || verdict === 'less'

/** "month 3", "September", "the three months before" */
export function referenceName(
  { month, moves }: Pick<Finding, 'month' | 'moves'>,
  kind: keyof Moves,
  locale: string,
): string {
  if (kind === 'monthThree' || kind === 'pooledAgainstMonthThree') return 'month 3'
  const [own] = moves[kind].months
  if (kind === 'lastMonth')
    return own === undefined ? 'the review before' : nearMonth(own, `${month}-01`, locale)
  return moves[kind].months.length === 2 ? 'the two months before' : 'the three months before'
}

/** The references the month itself moved away from in a direction. */
export function movedReferences(finding: Finding, direction: 'more' | 'less', locale: string): string[] {
  return (['monthThree', 'lastMonth', 'threeMonths'] as const)
    .filter((kind) => finding.moves[kind].verdict === direction)
    .map((kind) => referenceName(finding, kind, locale))
}

/** A move in points as its two figures are shown; null where nothing can be compared. */
export function shownMove({ difference, referenceMean }: Move): number | null {
  return difference === null || referenceMean === null
    ? difference
    : shownDifference(referenceMean, referenceMean + difference)
}

/** A move as figure and verdict: "+11.2 points, more than chance", "about the same: moves under 6 points can be chance". */
export function moveWords(move: Move, locale: string): string {
  const difference = shownMove(move)
  if (difference === null || move.noise === null) return whyWords[move.why ?? 'too_few']
  const points = formatPoints(difference, locale)
  return isMoved(move)
    ? `${points}, more than chance`
    : `${points}, about the same: ${chance(move.noise, locale)}`
}

const whyWords: Readonly<Record<WhyNot, string>> = {
  none_before: 'nothing to compare with yet',
  by_hand: 'chosen by hand, so it cannot be compared',
  measure_changed: 'measured another way before, so it cannot be compared',
  too_few: 'fewer than five outputs on one side, so it cannot be compared',
  not_settled: 'month 3 is not settled yet',
  is_the_level: 'this is the month-3 level itself',
}

/** "7 of 10, likely 40–89%" */
export function rateWords({ count, of, range }: Rate, locale: string): string {
  const figure = `${formatNumber(count, 0, locale)} of ${formatNumber(of, 0, locale)}`
  return range ? `${figure}, likely ${formatRange(range.low, range.high, locale)}` : figure
}

/** "3.6 of 5, from 8 ratings" */
export function satisfactionWords({ mean, n }: Satisfaction, locale: string): string {
  if (mean === null) return 'no rating'
  return `${formatNumber(mean, 1, locale)} of 5, from ${formatNumber(n, 0, locale)} ${n === 1 ? 'rating' : 'ratings'}`
}

/** "7 of 10 met every standard, likely 40–89%; 1 of 10 not fit to send" */
export function qualityWords({ metEvery, notFit }: Quality, locale: string): string {
  const range = metEvery.range
    ? `, likely ${formatRange(metEvery.range.low, metEvery.range.high, locale)}`
    : ''
  const met = metEvery.of === 0 ? '' : `${metEvery.count} of ${metEvery.of} met every standard${range}`
  const fit = notFit.count === 0 ? '' : `${notFit.count} of ${notFit.of} not fit to send`
  return [met, fit].filter((part) => part !== '').join('; ')
}

/** The month-3 level with what it was counted from: "13.4%, 20 outputs of October and November". */
export function levelWords({ monthThree, month }: Finding, locale: string): string {
  if (!monthThree) return 'none yet'
  const months = monthThree.months.map((each) => nearMonth(each, `${month}-01`, locale)).join(' and ')
  const figure = `${formatShare(monthThree.mean, locale)}, ${monthThree.n} outputs of ${months}`
  if (monthThree.isProvisional) return `${figure}, provisional`
  const basis = {
    go_live: '',
    first_review: ', counted from the first review: there is no go-live date',
    measure_change: ', counted anew since the measure changed',
  }
  return `${figure}${basis[monthThree.basis]}`
}

/** "Month 3 is 13.1% today, 20 outputs of May and June. October was worked out against 12.3%, before …" */
export function levelSinceWords({ month, monthThree }: Finding, now: LevelToday, locale: string): string {
  const near = (each: Month) => nearMonth(each, `${month}-01`, locale)
  const level = `Month 3 is ${formatShare(now.mean, locale)}, ${now.n} outputs of ${now.months.map(near).join(' and ')}`
  const was = monthThree ? `against ${formatShare(monthThree.mean, locale)}` : 'without it'
  return `${level}. ${formatMonthName(month, locale)} was worked out ${was}, before one of the first months was finished or corrected.`
}
