import {
  formatMonth,
  formatMonthName,
  formatNumber,
  formatPoints,
  formatShare,
  formatWholeShare,
  roundFigure,
} from '../format.ts'
import { addMonths, type Month } from '../time/dates.ts'
import { type Comparison, compareMeans, mean, tolerance } from './statistics.ts'
import { type Lines, type MonthlyFigure, type SampleKind, statusLabels } from './status.ts'

/**
 * An earlier month's mean (a fraction) and how this month compares with it. `comparison` is null where none is
 * allowed: fewer than two values, a hand-picked sample, or another measure.
 */
export type Reference = { period: Month; mean: number; comparison: Comparison | null }

/** A month of a run chart: the known editing values of its outputs, as fractions. */
export type ChartPoint = { period: Month; values: readonly number[]; sample: SampleKind }

const smallSample = 10

/** "Customer replies: editing 17.8%, Watch. Month 3 was 13.7%; a gap this size can be chance." */
export function resultSentence({
  workflowName,
  figure,
  previous,
  monthThree,
  sample,
  locale,
}: {
  workflowName: string
  figure: MonthlyFigure
  previous: Reference | null
  monthThree: (Reference & { isProvisional: boolean }) | null
  sample: SampleKind
  locale: string
}): string {
  if (figure.mean === null) return `${workflowName}: no editing figure this month.`
  const basis = figure.known < smallSample ? `, based on ${count(figure.known, 'output')}` : ''
  const byHand = sample === 'by_hand' ? ', chosen by hand' : ''
  const result = `${workflowName}: editing ${formatShare(figure.mean, locale)}, ${statusLabels[figure.status]}${basis}${byHand}.`
  const isSettled = monthThree !== null && !monthThree.isProvisional
  const reference = isSettled ? monthThree : (previous ?? monthThree)
  if (!reference) return result
  const name = isSettled ? 'Month 3' : formatMonthName(reference.period, locale)
  return `${result} ${referenceSentence(name, reference, figure.mean, sample, locale)}`
}

function referenceSentence(
  name: string,
  reference: Reference,
  current: number,
  sample: SampleKind,
  locale: string,
): string {
  const level = formatShare(reference.mean, locale)
  if (level === formatShare(current, locale)) return `${name} was the same, ${level}.`
  if (sample === 'by_hand' || !reference.comparison) return `${name} was ${level}.`
  const { verdict } = reference.comparison
  if (verdict === 'about_the_same') return `${name} was ${level}; a gap this size can be chance.`
  return `${name} was ${level}; ${verdict === 'higher' ? 'a rise' : 'a fall'} this size is more than chance.`
}

/**
 * One or two sentences on what a sample of this size can and cannot tell. `secondLook` is how many more outputs
 * can be checked, null when a second look is done or not possible.
 */
export function whatThisTells({
  figure,
  previous,
  sample,
  lines,
  isFirstAboveLine,
  secondLook,
  locale,
}: {
  figure: MonthlyFigure
  previous: Reference | null
  sample: SampleKind
  lines: Lines
  isFirstAboveLine: boolean
  secondLook: number | null
  locale: string
}): string {
  const { known, low, high, noise } = figure
  if (figure.mean === null) return 'No output has an editing figure yet, so there is nothing to compare.'
  if (sample === 'by_hand') {
    return 'These outputs were chosen by hand. They show what can happen, not how often, so there is no likely range.'
  }
  if (low === null || high === null || noise === null) {
    return `${capitalised(numberWord(known))} output can’t show how much editing varies, so there is no likely range.`
  }
  if (figure.status === 'update_suggested' && secondLook !== null) {
    const line = formatWholeShare(lines.update, locale)
    const first = isFirstAboveLine ? ' for the first time' : ''
    return `Editing was ${formatShare(figure.mean, locale)}, above your ${line} line${first}. ${capitalised(
      numberWord(known),
    )} outputs is a small sample: plan an update, or check ${numberWord(secondLook)} more first.`
  }
  if (noise < tolerance) {
    return `All ${known} outputs have the same figure, so they can’t show how much editing varies.`
  }
  const range = `likely between ${formatWholeShare(low, locale)} and ${formatWholeShare(high, locale)}`
  const comparison = previous?.comparison
  if (!previous || !comparison) {
    return `With ${known} outputs, editing is ${range}; ${chance(noise, locale)}.`
  }
  const month = formatMonthName(previous.period, locale)
  if (comparison.verdict === 'about_the_same') {
    return `About the same as ${month}. With ${known} outputs, ${chance(comparison.noise, locale)}.`
  }
  const move = formatPoints(comparison.difference, locale)
  return `${move} against ${month}: more than chance. With ${known} outputs, editing is ${range}.`
}

/**
 * The finding of a run chart, its title. A move is named only when the latest month differs from the reference
 * (month 3, or the first month) by more than chance. Points come oldest first.
 */
export function chartTitle(
  points: readonly ChartPoint[],
  options: { locale: string; referencePeriod?: Month | null },
): string {
  const { locale } = options
  const known = points.flatMap((point) => {
    const centre = mean(point.values)
    return centre === null ? [] : [{ ...point, centre }]
  })
  const latest = known.at(-1)
  if (!latest) return 'No editing figure yet'
  if (known.length === 1) return `First month: ${formatShare(latest.centre, locale)}`
  const earlier = known.slice(0, -1)
  const reference = earlier.find((point) => point.period === options.referencePeriod) ?? earlier[0]
  const verdict = reference ? verdictBetween(latest, reference) : null
  if (!reference || verdict === null) return `Latest month: ${formatShare(latest.centre, locale)}`
  if (verdict === 'about_the_same') {
    const isSteady = known.every((point) => verdictBetween(point, reference) === 'about_the_same')
    const level = formatWholeShare(mean(known.map((point) => point.centre)) ?? 0, locale)
    if (isSteady && known.length > 2) return `Editing is steady at about ${level}`
    const month = monthName(reference.period, latest.period, locale)
    return `Editing is ${formatShare(latest.centre, locale)}, about the same as in ${month}`
  }
  const start =
    earlier.findLast(
      (point) =>
        point.period >= reference.period &&
        verdictBetween(point, reference) === 'about_the_same' &&
        verdictBetween(latest, point) === verdict,
    ) ?? reference
  const from = formatWholeShare(start.centre, locale)
  const to = formatWholeShare(latest.centre, locale)
  const since = monthName(start.period, latest.period, locale)
  return `Editing has ${verdict === 'higher' ? 'risen' : 'fallen'} from ${from} to ${to} since ${since}`
}

function verdictBetween(current: ChartPoint, reference: ChartPoint): Comparison['verdict'] | null {
  if (current === reference) return 'about_the_same'
  if (current.sample === 'by_hand' || reference.sample === 'by_hand') return null
  return compareMeans(current.values, reference.values)?.verdict ?? null
}

/** The month by name alone when it can only be the last one of that name. */
function monthName(month: Month, latest: Month, locale: string): string {
  return month > addMonths(latest, -12) ? formatMonthName(month, locale) : formatMonth(month, locale)
}

/** "moves under 11 points can be chance"; `noise` is a fraction. */
export function chance(noise: number, locale: string): string {
  const points = Math.max(1, Math.round(roundFigure(noise, 4) * 100))
  return `moves under ${formatNumber(points, 0, locale)} ${points === 1 ? 'point' : 'points'} can be chance`
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}

function numberWord(n: number): string {
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
  return words[n] ?? String(n)
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
