import type { TrendPoint, WorkflowResults } from '../../../shared/contract/results.ts'
import { type Lines, linesOf } from '../../../shared/domain/figures/status.ts'
import { addMonths, type Month, monthOf, monthsFrom } from '../../../shared/domain/time/dates.ts'
import { placeInMonth } from './month-place.ts'

type Segment = WorkflowResults['segments'][number]

/** One month's mean: `x` counts months from the first one shown, `share` is a fraction. */
export type Dot = {
  x: number
  share: number
  known: number
  point: TrendPoint
  isAbove: boolean
  signals: Segment['signals']
}

/** Neighbouring months measured one way. Fewer than six stay dots: a line would claim a course. */
export type Run = { dots: readonly Dot[]; isConnected: boolean; isCurrentMeasure: boolean }

type Change = WorkflowResults['markers'][number]

/** One or more changes that share a place on the time axis, oldest first. */
export type Marker = { x: number; changes: readonly Change[]; isMeasureChange: boolean }

/** The usual range over some months: solid over the months it was worked out from, then dotted until `end`. */
export type UsualRange = {
  start: number
  lockedUntil: number
  end: number
  low: number
  high: number
  state: 'trial' | 'locked'
}

export type RunChartModel = {
  /** Of the workflow as it is today; null while they are not found, and then none is drawn. */
  lines: Lines | null
  /** Every month from the first to the last one shown, reviewed or not. */
  months: readonly Month[]
  runs: readonly Run[]
  latest: Dot | null
  /** The month-3 level the latest month is compared with; null until it is settled. */
  monthThree: number | null
  usualRanges: readonly UsualRange[]
  earlySign: Dot | null
  markers: readonly Marker[]
  /** End of the axis, a fraction: 0.4 or the next tenth that holds everything drawn. */
  top: number
}

const fewestConnected = 6
const closest = 0.4
/** As the statuses: floating point must not put a figure on the line above it. */
const tolerance = 1e-9

/** What the run chart draws: the last `shownMonths` months, or all of them when null. */
export function runChartModel(results: WorkflowResults, shownMonths: number | null): RunChartModel {
  const last = results.points.at(-1)?.month
  const start = last === undefined ? '' : shownMonths === null ? '' : addMonths(last, 1 - shownMonths)
  const points = results.points.filter((point) => point.month >= start)
  const first = points[0]?.month
  const months = first === undefined || last === undefined ? [] : monthsFrom(first, last)
  const lines = linesOf(results)
  const place = new Map(months.map((month, index) => [month, index]))
  const toDot = (point: TrendPoint): Dot | null => {
    const { mean, known } = point.result.figure
    const x = place.get(point.month)
    if (mean === null || x === undefined) return null
    return {
      x,
      share: mean,
      known,
      point,
      isAbove: lines !== null && mean > lines.update + tolerance,
      signals: signalsAt(point.month, results),
    }
  }
  const runs = runsByMeasure(results, toDot)
  const current = runs.filter((run) => run.isCurrentMeasure).flatMap((run) => run.dots)
  const latest = current.at(-1) ?? null
  const level = latest?.point.finding.monthThree ?? null
  const highest = Math.max(
    lines?.update ?? 0,
    latest?.point.result.figure.high ?? 0,
    ...runs.flatMap((run) => run.dots.map((dot) => dot.share)),
  )
  return {
    lines,
    months,
    runs,
    latest,
    monthThree: level && !level.isProvisional ? level.mean : null,
    usualRanges: usualRanges(results, place),
    earlySign: firstEarlySign(current),
    markers: markersOf(results, months),
    top: Math.max(0.4, Math.ceil(highest * 10 - tolerance) / 10),
  }
}

/** What the run chart signals at a month, under the limits drawn now. */
export const signalsAt = (month: Month, { segments }: WorkflowResults) =>
  segments.flatMap(({ signals }) => signals.filter((signal) => signal.month === month))

/** Where the sign that stands now was first seen; it stands as long as later months point the same way. */
function firstEarlySign(dots: readonly Dot[]): Dot | null {
  const stands = (dot: Dot) => dot.point.finding.recent?.direction === 'more'
  const last = dots.findLastIndex((dot) => !stands(dot))
  return dots[last + 1] ?? null
}

function usualRanges({ segments }: WorkflowResults, place: ReadonlyMap<Month, number>): UsualRange[] {
  return segments.flatMap(({ months, limits }) => {
    const shown = months.flatMap((month) => place.get(month) ?? [])
    const [start] = shown
    const end = shown.at(-1)
    if (!limits || start === undefined || end === undefined) return []
    const lockedUntil = limits.months.flatMap((month) => place.get(month) ?? []).at(-1) ?? start
    const { low, high, state } = limits
    return [{ start, lockedUntil, end, low, high, state }]
  })
}

function runsByMeasure(results: WorkflowResults, toDot: (point: TrendPoint) => Dot | null): Run[] {
  const groups: TrendPoint[][] = []
  for (const point of results.points) {
    const group = groups.at(-1)
    if (group?.[0]?.result.figure.measure === point.result.figure.measure) group.push(point)
    else groups.push([point])
  }
  return groups.map((group, index) => ({
    dots: group.flatMap((point) => toDot(point) ?? []),
    isConnected: group.filter((point) => point.result.figure.mean !== null).length >= fewestConnected,
    isCurrentMeasure: index === groups.length - 1 && group[0]?.result.figure.measure === results.measure,
  }))
}

/** A month takes the space from half a month before its dot to half a month after. */
function markersOf(results: WorkflowResults, months: readonly Month[]): Marker[] {
  const markers: Marker[] = []
  for (const change of results.markers) {
    const index = months.indexOf(monthOf(change.onDate))
    if (index === -1) continue
    const x = index + placeInMonth(change.onDate)
    const near = markers.at(-1)
    if (near && x - near.x < closest) {
      const isMeasureChange = near.isMeasureChange || change.isMeasureChange
      markers[markers.length - 1] = { x: near.x, changes: [...near.changes, change], isMeasureChange }
    } else {
      markers.push({ x, changes: [change], isMeasureChange: change.isMeasureChange })
    }
  }
  return markers
}
