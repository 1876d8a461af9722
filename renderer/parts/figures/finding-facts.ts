import type { WorkflowResults } from '../../../shared/contract/results.ts'
import type { Finding } from '../../../shared/contract/reviews/findings.ts'
import { monthsWords } from '../../../shared/domain/findings/finding-words.ts'
import { isMoved, moveWords, referenceName, shownMove } from '../../../shared/domain/findings/move-words.ts'
import type { Move, Moves } from '../../../shared/domain/findings/moves.ts'
import type { Rate, Satisfaction } from '../../../shared/domain/findings/quality.ts'
import { formatNumber, formatPoints, formatRange, formatShare } from '../../../shared/domain/format.ts'
import type { Month } from '../../../shared/domain/time/dates.ts'
import { count } from '../../ui/lib/count.ts'
import { words } from './words.ts'

type Segments = WorkflowResults['segments']

/** A figure with what qualifies it. */
export type Fact = { term: string; value: string; detail: string }

/** Editing of a month against each of its references, each named. */
export function editingFacts(finding: Finding, segments: Segments, locale: string): Fact[] {
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
    ...beforeFact(moves.threeMonths, locale),
    ...together,
    ...limitFact(finding.month, segments, locale),
  ]
}

function moveFact(finding: Finding, kind: keyof Moves, move: Move, locale: string): Fact[] {
  if (move.why === 'none_before') return []
  const term = `Against ${referenceName(finding, kind, locale)}`
  const difference = shownMove(move)
  if (difference === null) return [{ term, value: '–', detail: moveWords(move, locale) }]
  return [
    {
      term,
      value: formatPoints(difference, locale).replace(/ points?$/, ''),
      detail: isMoved(move) ? words.pointsMoreThanChance : words.pointsAboutTheSame,
    },
  ]
}

/** The level of the months before, where the month has moved away from it; all their outputs are one pool. */
function beforeFact(move: Move, locale: string): Fact[] {
  if (!isMoved(move) || move.referenceMean === null) return []
  return [
    {
      term: words.monthsBefore(move.months.length),
      value: formatShare(move.referenceMean, locale),
      detail: words.together(count(move.referenceN, 'output', locale)),
    },
  ]
}

/** As the chart beside it draws it now: a change that settled since begins a range of its own. */
function limitFact(month: Month, segments: Segments, locale: string): Fact[] {
  const segment = segments.find(({ months }) => months.includes(month))
  if (!segment?.limits) return []
  const { limits } = segment
  const signals = segment.signals.filter((signal) => signal.month === month)
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
