import type { Finding } from '../../../shared/contract/reviews/findings.ts'
import { monthsWords } from '../../../shared/domain/findings/finding-words.ts'
import { isMoved, moveWords, referenceName } from '../../../shared/domain/findings/move-words.ts'
import type { Move, Moves } from '../../../shared/domain/findings/moves.ts'
import type { Rate, Satisfaction } from '../../../shared/domain/findings/quality.ts'
import { formatNumber, formatPoints, formatRange, formatShare } from '../../../shared/domain/format.ts'
import { count } from '../../ui/lib/count.ts'
import { words } from './words.ts'

/** A figure with what qualifies it. */
export type Fact = { term: string; value: string; detail: string }

/** Editing of a month against each of its references, each named. */
export function editingFacts(finding: Finding, locale: string): Fact[] {
  const { figure, moves, pooled, month } = finding
  const editing: Fact = {
    term: words.editing,
    value: figure.mean === null ? words.notKnown : formatShare(figure.mean, locale),
    detail: rangeWords(figure.range, locale),
  }
  const together: Fact[] =
    pooled && pooled.figure.mean !== null
      ? [
          {
            term: monthsWords(pooled.months, month, locale),
            value: formatShare(pooled.figure.mean, locale),
            detail: [rangeWords(pooled.figure.range, locale), count(pooled.figure.known, 'output', locale)]
              .filter(Boolean)
              .join(', '),
          },
        ]
      : []
  return [
    editing,
    ...moveFact(finding, 'monthThree', moves.monthThree, locale),
    ...moveFact(finding, 'lastMonth', moves.lastMonth, locale),
    ...together,
    ...limitFact(finding, locale),
  ]
}

function moveFact(finding: Finding, kind: keyof Moves, move: Move, locale: string): Fact[] {
  if (move.why === 'none_before') return []
  const term = `Against ${referenceName(finding, kind, locale)}`
  if (move.difference === null) return [{ term, value: '–', detail: moveWords(move, locale) }]
  return [
    {
      term,
      value: formatPoints(move.difference, locale).replace(/ points?$/, ''),
      detail: isMoved(move) ? words.pointsMoreThanChance : words.pointsAboutTheSame,
    },
  ]
}

function limitFact({ limits, signals }: Finding, locale: string): Fact[] {
  if (!limits) return []
  const isOutside = signals.some(({ kind }) => kind === 'outside')
  const run = signals.find(({ kind }) => kind === 'six_on_one_side')
  const side = run ? words.sixMonthsInARow(run.side) : words.thisMonthInside
  return [
    {
      term: words.usualRange(limits.state),
      value: formatRange(limits.low, limits.high, locale),
      detail: isOutside ? words.thisMonthOutside : side,
    },
  ]
}

/** What stands beside editing, each rate and mean with what it is of. */
export function qualityFacts({ quality }: Finding, locale: string): Fact[] {
  return [
    ...rateFact(words.metEveryStandard, quality.metEvery, locale),
    ...rateFact(words.notFitToSend, quality.notFit, locale),
    ...satisfactionFact(words.satisfactionUsers, quality.userSatisfaction, 'rating', locale),
    ...satisfactionFact(words.satisfactionReviewer, quality.reviewerSatisfaction, 'output', locale),
  ]
}

function rateFact(term: string, rate: Rate, locale: string): Fact[] {
  if (rate.of === 0) return []
  const number = (value: number) => formatNumber(value, 0, locale)
  const value = `${number(rate.count)} of ${number(rate.of)}`
  return [{ term, value, detail: rangeWords(rate.range, locale) }]
}

function satisfactionFact(term: string, { mean, n }: Satisfaction, noun: string, locale: string): Fact[] {
  if (mean === null) return []
  return [{ term, value: formatNumber(mean, 1, locale), detail: `of 5, from ${count(n, noun, locale)}` }]
}

const rangeWords = (range: Rate['range'], locale: string) =>
  range ? `likely ${formatRange(range.low, range.high, locale)}` : ''
