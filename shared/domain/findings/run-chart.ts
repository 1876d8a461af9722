import { mean, tolerance } from '../figures/statistics.ts'
import { addMonths, type Day, type Month, monthOf } from '../time/dates.ts'
import { type FinishedReview, fewestValues, isUsable, sameMeasureAs, valuesOf } from './finished-review.ts'

/** A month's mean editing (a fraction) of a random sample with enough values. */
export type ChartValue = { month: Month; mean: number }

/** XmR limits, fractions. 'trial' from 6 points, 'locked' on the first 12. */
export type Limits = { state: 'trial' | 'locked'; centre: number; low: number; high: number; months: Month[] }

export type ChartSignal = { month: Month; kind: 'outside' | 'six_on_one_side'; side: 'above' | 'below' }

/** Neighbouring months under one set of limits; null while there are fewer than six. */
export type ChartSegment = { months: Month[]; limits: Limits | null; signals: ChartSignal[] }

const fewestTrial = 6
const lockedOn = 12
const runLength = 6
/** XmR: mean ± 2.66 × the mean moving range (3 / 1.128; PEERS §5). */
const limitFactor = 2.66

/**
 * The run chart of R6: points oldest first, of one measure. `rebasedFrom` are the months that begin anew after a
 * recorded change whose effect is settled as Better or Worse. To know what a month said, pass the points up to it.
 */
export function runChartSegments(
  points: readonly ChartValue[],
  rebasedFrom: readonly Month[] = [],
): ChartSegment[] {
  const starts = rebasedFrom.toSorted()
  const place = (month: Month) => starts.findLastIndex((start) => start <= month)
  return [...Map.groupBy(points, ({ month }) => place(month)).values()].map(segmentOf)
}

/** The points up to a month, oldest first: random samples of its measure with at least five values. */
export function chartValues(reviews: readonly FinishedReview[], month: Month): ChartValue[] {
  return sameMeasureAs(reviews, month).flatMap((review) => {
    const values = valuesOf(review)
    const centre = mean(values)
    const isPoint = review.month <= month && isUsable(review) && values.length >= fewestValues
    return isPoint && centre !== null ? [{ month: review.month, mean: centre }] : []
  })
}

/** The first month that lies wholly on or after a live day. */
export const firstWholeMonth = (liveOn: Day): Month =>
  liveOn.endsWith('-01') ? monthOf(liveOn) : addMonths(monthOf(liveOn), 1)

function segmentOf(points: readonly ChartValue[]): ChartSegment {
  const limits = limitsOf(points)
  return {
    months: points.map(({ month }) => month),
    limits,
    signals: limits ? [...outside(points, limits), ...runs(points, limits.centre)] : [],
  }
}

/** Mean and natural limits of the first 12 points, or of all from 6 on. */
export function limitsOf(points: readonly ChartValue[]): Limits | null {
  if (points.length < fewestTrial) return null
  const base = points.slice(0, lockedOn)
  const means = base.map((point) => point.mean)
  const centre = mean(means) ?? 0
  const moving = means.slice(1).map((value, index) => Math.abs(value - (means[index] ?? value)))
  const reach = limitFactor * (mean(moving) ?? 0)
  return {
    state: base.length === lockedOn ? 'locked' : 'trial',
    centre,
    low: Math.max(0, centre - reach),
    high: centre + reach,
    months: base.map(({ month }) => month),
  }
}

function outside(points: readonly ChartValue[], { low, high }: Limits): ChartSignal[] {
  return points.flatMap(({ month, mean }): ChartSignal[] => {
    if (mean > high + tolerance) return [{ month, kind: 'outside', side: 'above' }]
    return mean < low - tolerance ? [{ month, kind: 'outside', side: 'below' }] : []
  })
}

/** Every point that is at least the sixth in a row on one side; one on the centre neither counts nor breaks. */
function runs(points: readonly ChartValue[], centre: number): ChartSignal[] {
  const signals: ChartSignal[] = []
  let side: ChartSignal['side'] | null = null
  let length = 0
  for (const { month, mean } of points) {
    if (Math.abs(mean - centre) <= tolerance) continue
    const own = mean > centre ? 'above' : 'below'
    length = own === side ? length + 1 : 1
    side = own
    if (length >= runLength) signals.push({ month, kind: 'six_on_one_side', side })
  }
  return signals
}
