import type { Dot, RunChartModel } from './run-chart.ts'

/** Where a label stands beside its line: a step above or below it. */
export type Side = 'above' | 'below'
export type RangePlace = { limit: 'high' | 'low'; side: Side } | null

type Band = { from: number; to: number }
type Facts = Pick<RunChartModel, 'lines' | 'usualRanges' | 'monthThree' | 'top'>
type SignFacts = Facts & Pick<RunChartModel, 'runs'>

/** How far the middle of a label stands from its line, in pixels. */
export const labelStep = 10
const plotHeight = 214
const halfLabel = 8
/** Of the target label, inside its band. */
const targetStep = 14
/** So many months are as wide as the labels that stand at the left. */
const leftMonths = 4

const places: readonly NonNullable<RangePlace>[] = [
  { limit: 'high', side: 'below' },
  { limit: 'high', side: 'above' },
  { limit: 'low', side: 'below' },
  { limit: 'low', side: 'above' },
]

/**
 * Places for the labels of a run chart at which none touches another and no line runs through one. A usual range
 * or a target without such a place has none (null), and the update line's label then hides what is behind it.
 */
export function labelPlaces({ lines, usualRanges, monthThree, top }: Facts) {
  const px = top / plotHeight
  const bandAround = (middle: number): Band => ({
    from: middle - halfLabel * px,
    to: middle + halfLabel * px,
  })
  const level = monthThree === null ? [] : [monthThree]
  const atLeft = usualRanges.filter(({ start }) => start < leftMonths)
  const limits = atLeft.flatMap(({ low, high }) => [low, high])
  const taken: Band[] = []
  const isFree = (band: Band, struckBy: readonly number[], others: readonly Band[]) =>
    band.from >= 0 &&
    band.to <= top &&
    struckBy.every((line) => line < band.from || line > band.to) &&
    others.every((other) => other.to < band.from || other.from > band.to)
  const place = <T>(choices: readonly T[], middleOf: (choice: T) => number, struckBy: readonly number[]) => {
    const free = choices.find((choice) => isFree(bandAround(middleOf(choice)), struckBy, taken))
    if (free !== undefined) taken.push(bandAround(middleOf(free)))
    return free
  }
  const sides: readonly Side[] = ['above', 'below']
  const step = (side: Side) => (side === 'above' ? labelStep : -labelStep) * px
  const inBand = {
    bottom: targetStep * px,
    top: (lines?.target ?? 0) - targetStep * px,
    middle: (lines?.target ?? 0) / 2,
  }
  const target =
    lines && place(['bottom', 'top', 'middle'] as const, (end) => inBand[end], [...limits, ...level])
  const update = lines && place(sides, (side) => lines.update + step(side), [...limits, ...level])
  if (lines && !update) taken.push(bandAround(lines.update + step('above')))
  const ranges = usualRanges.map(({ start, low, high }): RangePlace => {
    const struckBy = [low, high, ...level, ...(lines ? [lines.update] : [])]
    const middleOf = ({ limit, side }: NonNullable<RangePlace>) =>
      (limit === 'high' ? high : low) + step(side)
    if (start >= leftMonths) {
      return places.find((choice) => isFree(bandAround(middleOf(choice)), struckBy, [])) ?? null
    }
    return place(places, middleOf, struckBy) ?? null
  })
  return { target: target ?? null, update: update ?? null, ranges }
}

/** How far the label of the early sign stands from its dot, in pixels, the nearest first. */
const signSteps = [-26, 26, -40, 40, -54]
/** Its label is as wide as the months to both sides. */
const besideSign = 1

/** Where the early sign is named so that no line runs through its name and no dot lies behind it. */
export function earlySignStep({ lines, usualRanges, monthThree, runs, top }: SignFacts, sign: Dot): number {
  const px = top / plotHeight
  const struckBy = [
    ...usualRanges.flatMap(({ low, high }) => [low, high]),
    ...(monthThree === null ? [] : [monthThree]),
    ...(lines ? [lines.update, lines.target] : []),
    ...runs.flatMap(({ dots }) =>
      dots.flatMap(({ x, share }) => (Math.abs(x - sign.x) <= besideSign ? [share] : [])),
    ),
  ]
  const isFree = (step: number) => {
    const middle = sign.share - step * px
    const isInside = middle - halfLabel * px >= 0 && middle + halfLabel * px <= top
    return isInside && struckBy.every((line) => Math.abs(line - middle) > halfLabel * px)
  }
  return signSteps.find(isFree) ?? signSteps[0] ?? 0
}
