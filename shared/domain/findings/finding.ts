import { limitsOf } from '../figures/measures/index.ts'
import { likelyRange, mean } from '../figures/statistics.ts'
import type { Lines } from '../figures/status.ts'
import type { Day, Month } from '../time/dates.ts'
import { recentAgainstLevel } from './early-sign.ts'
import type { Figure, Finding, Headline, LevelAgainstLines, RangeSide } from './finding-types.ts'
import { byMonth, type FinishedReview, fewestValues, valuesOf } from './finished-review.ts'
import { monthThreeLevelAt } from './month-three.ts'
import { movesOf } from './moves.ts'
import { nextStepOf, type StepContext } from './next-step.ts'
import { type OutputMarks, qualityOf } from './quality.ts'
import { chartValues, runChartSegments } from './run-chart.ts'
import { isAbove, isBelow, monthStatus } from './status.ts'
import { pooledReviews, updateDueReasons } from './update-due.ts'

/** Stored with every finding; raised whenever the same facts would give another one. */
export const findingRuleVersion = 2

export type FindingInput = {
  month: Month
  /** The workflow's finished reviews; later months are not looked at. */
  reviews: readonly FinishedReview[]
  goLiveOn: Day | null
  /** Null for a text workflow whose lines are not found or set. */
  lines: Lines | null
  marks: readonly OutputMarks[]
  rebasedFrom: readonly Month[]
  context: StepContext
}

/** The finding of a finished month (R3, R3a, R4, R6, R7). Throws RangeError when the month has no review. */
export function findingOf(input: FindingInput): Finding {
  const { month, reviews, goLiveOn, lines } = input
  const review = reviews.find((each) => each.month === month)
  if (!review) throw new RangeError(`No finished review of ${month}`)
  const level = monthThreeLevelAt(reviews, { goLiveOn, month })
  const updateDue = updateDueReasons(reviews, month, lines)
  const figure = figureOf(review)
  const pool = pooledReviews(reviews, month)
  const facts = {
    month,
    measure: review.measure,
    sample: review.sample,
    lines,
    figure,
    ...(review.secondLook ? { secondLook: review.secondLook } : {}),
    status: monthStatus(valuesOf(review), lines, updateDue.length > 0),
    againstLines: lines && against(figure, lines),
    monthThree: level && {
      months: level.months,
      mean: level.mean,
      n: level.values.length,
      basis: level.basis,
      isProvisional: level.isProvisional,
    },
    moves: movesOf(reviews, review, level),
    pooled: pool.length > 1 ? { months: pool.map((each) => each.month), figure: figureOf(...pool) } : null,
    updateDue,
    recent: recentAgainstLevel(reviews, month, level),
    ...chartFacts(reviews, month, input.rebasedFrom),
    quality: qualityOf(input.marks, review.sample),
  }
  const headline = headlineOf(facts, reviews)
  const nextStep = nextStepOf({ ...facts, headline, secondLook: review.secondLook }, input.context)
  return { ruleVersion: findingRuleVersion, ...facts, headline, nextStep }
}

/** The figure of one review, or of several of one measure together. */
export function figureOf(...reviews: readonly FinishedReview[]): Figure {
  const values = valuesOf(...reviews)
  const outputs = reviews.reduce((total, review) => total + review.outputs.length, 0)
  const isRandom = reviews.every(({ sample }) => sample === 'random')
  const limits = reviews[0] ? limitsOf(reviews[0].measure) : {}
  return {
    mean: mean(values),
    range: isRandom ? likelyRange(values, limits) : null,
    known: values.length,
    unknown: outputs - values.length,
  }
}

function against({ mean, range }: Figure, lines: Lines): LevelAgainstLines | null {
  if (mean === null) return null
  const side = (line: number): RangeSide => {
    if (range === null) return null
    if (isAbove(range.low, line)) return 'above'
    return isBelow(range.high, line) ? 'below' : 'open'
  }
  const level = isAbove(mean, lines.update)
    ? 'above_update'
    : isBelow(mean, lines.target)
      ? 'below_target'
      : 'between'
  return { mean: level, target: side(lines.target), update: side(lines.update) }
}

/** The limits a month stands under and what the chart signals at it, from the points up to it. */
function chartFacts(
  reviews: readonly FinishedReview[],
  month: Month,
  rebasedFrom: readonly Month[],
): Pick<Finding, 'limits' | 'signals'> {
  const segment = runChartSegments(chartValues(reviews, month), rebasedFrom).at(-1)
  const signals = segment?.signals.filter((signal) => signal.month === month) ?? []
  return { limits: segment?.months.includes(month) ? segment.limits : null, signals }
}

type Facts = Omit<Finding, 'ruleVersion' | 'headline' | 'nextStep'>

/** In the order of R3a. An improvement is settled only while nothing points the other way. */
function headlineOf(facts: Facts, reviews: readonly FinishedReview[]): Headline {
  const { status, recent, sample, figure } = facts
  const reason = facts.updateDue[0]
  if (reason && status === 'update_due') return { kind: 'update_due', reason }
  if (status === 'update_suggested') return { kind: 'above_line', isFirst: isFirstAbove(facts, reviews) }
  if (recent?.direction === 'more') return { kind: 'early_sign' }
  const signal = facts.signals.find(({ kind }) => kind === 'outside') ?? facts.signals[0]
  if (signal) return { kind: 'signal', signal }
  const verdicts = Object.values(facts.moves).map(({ verdict }) => verdict)
  const isMore = verdicts.includes('more')
  const isLess = verdicts.includes('less') || recent?.direction === 'less'
  if (recent?.direction === 'less' && !isMore) return { kind: 'improved' }
  if (isMore || isLess) {
    return { kind: 'moved', direction: isMore && isLess ? 'mixed' : isMore ? 'more' : 'less' }
  }
  if (sample === 'by_hand') return { kind: 'by_hand' }
  if (figure.known < fewestValues) return { kind: 'not_enough' }
  if (status === 'finding_lines') return { kind: 'finding_lines' }
  return { kind: verdicts.includes('about_the_same') ? 'steady' : 'first' }
}

function isFirstAbove({ month, lines }: Facts, reviews: readonly FinishedReview[]): boolean {
  return byMonth(reviews).every((review) => {
    const centre = mean(valuesOf(review))
    return review.month >= month || centre === null || lines === null || !isAbove(centre, lines.update)
  })
}
