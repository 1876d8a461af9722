import type { TrendPoint, WorkflowResults } from '../../../shared/contract/results.ts'
import { addMonths, type Month, monthOf, monthsFrom } from '../../../shared/domain/time/dates.ts'

/** One month's mean: `x` counts months from the first one shown, `share` is a fraction. */
export type Dot = { x: number; share: number; known: number; point: TrendPoint; isAbove: boolean }

/** Neighbouring months measured one way. Fewer than six stay dots: a line would claim a course. */
export type Run = { dots: readonly Dot[]; isConnected: boolean; isCurrentMeasure: boolean }

type Change = WorkflowResults['markers'][number]

/** One or more changes that share a place on the time axis, oldest first. */
export type Marker = { x: number; changes: readonly Change[]; isMeasureChange: boolean }

export type RunChartModel = {
  /** Every month from the first to the last one shown, reviewed or not. */
  months: readonly Month[]
  runs: readonly Run[]
  latest: Dot | null
  monthThree: Dot | null
  markers: readonly Marker[]
  /** End of the axis, a fraction: 0.4 or the next tenth that holds everything drawn. */
  top: number
}

const fewestConnected = 6
const closest = 0.4
const steep = 0.03
/** Months from the left where a label to the left of its dot would reach into the axis. */
const nearAxis = 2
/** How far a label reaches from its dot, as a part of the axis. */
const labelReach = 0.11
/** As the statuses: floating point must not put a figure on the line above it. */
const tolerance = 1e-9

/** What the run chart draws: the last `shownMonths` months, or all of them when null. */
export function runChartModel(results: WorkflowResults, shownMonths: number | null): RunChartModel {
  const last = results.points.at(-1)?.month
  const start = last === undefined ? '' : shownMonths === null ? '' : addMonths(last, 1 - shownMonths)
  const points = results.points.filter((point) => point.month >= start)
  const first = points[0]?.month
  const months = first === undefined || last === undefined ? [] : monthsFrom(first, last)
  const place = new Map(months.map((month, index) => [month, index]))
  const toDot = (point: TrendPoint): Dot | null => {
    const { mean, known } = point.result.figure
    const x = place.get(point.month)
    if (mean === null || x === undefined) return null
    return { x, share: mean, known, point, isAbove: mean > results.updateLine + tolerance }
  }
  const runs = runsByMeasure(results, toDot)
  const current = runs.filter((run) => run.isCurrentMeasure).flatMap((run) => run.dots)
  const latest = current.at(-1) ?? null
  const monthThree =
    current.find((dot) => dot !== latest && dot.point.month === results.monthThree?.month) ?? null
  const isSettled = results.monthThree !== null && !results.monthThree.isProvisional
  const highest = Math.max(
    results.updateLine,
    latest?.point.result.figure.high ?? 0,
    ...runs.flatMap((run) => run.dots.map((dot) => dot.share)),
  )
  return {
    months,
    runs,
    latest,
    monthThree: isSettled ? monthThree : null,
    markers: markersOf(results, months),
    top: Math.max(0.4, Math.ceil(highest * 10 - tolerance) / 10),
  }
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
    const x = index - 0.5 + (Number(change.onDate.slice(8)) - 0.5) / 31
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

/** Where the month-3 label meets neither the line through its dot nor the update line and its label. */
export function monthThreePlace(
  dots: readonly Dot[],
  dot: Dot,
  { updateLine, top }: { updateLine: number; top: number },
): { isAbove: boolean; side: 'start' | 'center' | 'end' } {
  const at = dots.indexOf(dot)
  const before = dots[at - 1]?.share ?? dot.share
  const after = dots[at + 1]?.share ?? dot.share
  const isByUpdateLine = Math.abs(dot.share - updateLine) < labelReach * top
  const isAbove = isByUpdateLine ? dot.share >= updateLine : (before + after) / 2 <= dot.share
  const rise = after - before
  if (Math.abs(rise) < steep) return { isAbove, side: 'center' }
  const isLeft = rise > 0 === isAbove
  if (isLeft && dot.x < nearAxis) return { isAbove: !isAbove, side: 'start' }
  return { isAbove, side: isLeft ? 'end' : 'start' }
}
