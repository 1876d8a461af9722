import type { ChangeEffect, ChangeVerdict, MeasuredMonth } from '../../contract/changes.ts'
import type { DrawMethod } from '../../contract/reviews/reviews.ts'
import type { Measure } from '../../contract/workflows.ts'
import { addMonths, type Day, type Month, monthOf } from '../time/dates.ts'
import { compareMeans } from './statistics.ts'

/** A finished review that has a figure, with the editing values (fractions) behind it. */
export type MeasuredReview = MeasuredMonth & {
  finishedOn: Day
  measure: Measure
  drawMethod: DrawMethod
  values: readonly number[]
}

/** A change of one workflow, as far as its effect depends on it. */
export type TimedChange = {
  number: number
  onDate: Day
  /** A note of Evenkeel's own; it has no effect, but a change of the measure counts for its neighbours. */
  isAutomatic: boolean
  isMeasureChange: boolean
  revertedBy: number | null
  recordedBefore: number | null
  recordedAfter: number | null
}

export type EffectFigures = Omit<ChangeEffect, 'workflowId' | 'workflowName'>

type Span = { before: MeasuredReview | null; after: MeasuredReview | null }
type Comparison = { verdict: ChangeVerdict; noise: number | null }

const verdicts = { lower: 'better', higher: 'worse', about_the_same: 'about_the_same' } as const

/**
 * The effect of every change of one workflow that a person made, by its number (R9). A figure recorded by hand
 * after the change takes the place of measuring.
 */
export function effectsOf(
  changes: readonly TimedChange[],
  reviews: readonly MeasuredReview[],
): Map<number, EffectFigures> {
  const spans = keptBy((day: Day) => day, spanFinder(reviews))
  const compare = keptBy(keyOf, compareSpan)
  const acting = changes.filter(({ isAutomatic, isMeasureChange }) => !isAutomatic || isMeasureChange)
  const neighbours = Map.groupBy(acting, ({ onDate }) => keyOf(spans(onDate)))
  const measured = new Set(reviews.map(({ month }) => month))
  return new Map(
    changes
      .filter(({ isAutomatic }) => !isAutomatic)
      .map((change) => {
        const span = spans(change.onDate)
        const isShared = (neighbours.get(keyOf(span))?.length ?? 0) > 1
        return [change.number, { ...effectOf(change, span, compare, measured), isShared }]
      }),
  )
}

/**
 * The reviews on both sides of a day. A review finished on the day itself comes before, as its outputs do; so does
 * one finished later about a month that was over by then. Before is the latest month of these, after the first
 * review finished of the others.
 */
export function spanFinder(reviews: readonly MeasuredReview[]): (day: Day) => Span {
  const byMonth = reviews.toSorted((a, b) => compareText(a.month, b.month))
  const byFinish = byMonth.toSorted((a, b) => compareText(a.finishedOn, b.finishedOn))
  return (day) => {
    const isBefore = ({ finishedOn, month }: MeasuredReview) => finishedOn <= day || month < monthOf(day)
    return {
      before: byMonth.findLast(isBefore) ?? null,
      after: byFinish.find((review) => !isBefore(review)) ?? null,
    }
  }
}

function effectOf(
  change: TimedChange,
  { before, after }: Span,
  compare: (span: Span) => Comparison,
  measured: ReadonlySet<Month>,
): Omit<EffectFigures, 'isShared'> {
  const { recordedBefore, recordedAfter } = change
  const isRecorded = recordedAfter !== null
  const comparison = isRecorded
    ? ({ verdict: 'not_comparable', noise: null } as const)
    : compare({ before, after })
  const verdict = change.revertedBy === null ? comparison.verdict : 'rolled_back'
  return {
    before: isRecorded || !before ? null : figureOf(before),
    after: isRecorded || !after ? null : figureOf(after),
    recordedBefore,
    recordedAfter,
    verdict,
    noise: comparison.noise,
    dueMonth: verdict === 'waiting' ? dueMonth(change.onDate, measured) : null,
  }
}

function compareSpan({ before, after }: Span): Comparison {
  if (!after) return { verdict: 'waiting', noise: null }
  const isAlike =
    before?.measure === after.measure && [before, after].every(({ drawMethod }) => drawMethod !== 'by_hand')
  const comparison = isAlike ? compareMeans(after.values, before.values) : null
  return comparison
    ? { verdict: verdicts[comparison.verdict], noise: comparison.noise }
    : { verdict: 'not_comparable', noise: null }
}

/** The first month from the change's own that has no figure yet. */
function dueMonth(onDate: Day, measured: ReadonlySet<Month>): Month {
  let month = monthOf(onDate)
  while (measured.has(month)) month = addMonths(month, 1)
  return month
}

const figureOf = ({ month, mean, low, high, known }: MeasuredReview): MeasuredMonth => ({
  month,
  mean,
  low,
  high,
  known,
})

const keyOf = ({ before, after }: Span) => `${before?.month ?? ''}/${after?.month ?? ''}`
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A function that works each answer out once. */
function keptBy<Input, Output>(key: (input: Input) => string, work: (input: Input) => Output) {
  const kept = new Map<string, Output>()
  return (input: Input): Output => {
    const known = kept.get(key(input))
    if (known !== undefined) return known
    const output = work(input)
    kept.set(key(input), output)
    return output
  }
}
