import type { ReportChart } from '../../../shared/contract/reports/reports.ts'
import { placeInMonth } from '../../parts/figures/month-place.ts'

/** In the units of the drawing, from its upper left corner. */
export type Point = { x: number; y: number }

const frameTop = 12
/** Below the frame stand its first and last month. */
const below = 20
/** Room for the month-3 level at the left, and for the last share at the right. */
const room = { left: 24, right: 44 }

/** Where everything of a run chart stands; a month without a review breaks the line into pieces. */
export function chartShape(
  { months, range, markers, monthThree, lines }: ReportChart,
  { top, width, height }: { top: number; width: number; height: number },
) {
  const bottom = height - below
  const right = width - room.right
  const y = (share: number) => round(bottom - (share / top) * (bottom - frameTop))
  const step = (right - 8 - room.left) / Math.max(1, months.length - 1)
  const x = (index: number) => round(room.left + index * step)
  const pieces: Point[][] = []
  for (const [index, { mean }] of months.entries()) {
    const isBroken = index === 0 || months[index - 1]?.mean === null
    if (mean === null) continue
    if (isBroken) pieces.push([])
    pieces.at(-1)?.push({ x: x(index), y: y(mean) })
  }
  const end = months.at(-1)?.mean ?? null
  return {
    right,
    y,
    pieces,
    last:
      end === null
        ? null
        : {
            x: x(months.length - 1),
            y: y(end),
            mean: end,
            low: range && y(range.low),
            high: range && y(range.high),
          },
    markers: markersOf(markers, ({ month, onDate }) => {
      const at = months.findIndex((each) => each.month === month) + (onDate ? placeInMonth(onDate) : 0)
      return Math.max(badgeRadius, x(at))
    }),
    labels: lines && labelsOf(lines, y, bottom),
    monthThree: monthThree === null ? null : y(monthThree),
  }
}

/** From a line to the foot of the label above it, and from one foot to the next that is still read. */
const aboveLine = 5
const lineHeight = 13
const badgeRadius = 9

/** The feet of the two labels at the left: clear of the changes on the frame, and of each other. */
function labelsOf(lines: NonNullable<ReportChart['lines']>, y: (share: number) => number, bottom: number) {
  const target = bottom - aboveLine
  const highest = frameTop + badgeRadius + lineHeight
  const below = y(lines.update) + lineHeight
  const above = y(lines.update) - aboveLine
  const update = above >= highest ? above : Math.max(below, highest)
  return { update: Math.min(update, target - lineHeight), target }
}

/** A badge for each change; those that would lie over one another share one. */
function markersOf(markers: ReportChart['markers'], x: (marker: ReportChart['markers'][number]) => number) {
  const badges: Badge[] = []
  const placed = markers.map((marker) => ({ number: marker.number, x: x(marker) }))
  for (const { number, x: at } of placed.toSorted((one, other) => one.x - other.x)) {
    let badge = { numbers: [number], x: at, width: widthOf([number]) }
    for (let near = badges.at(-1); near && isOver(near, badge); near = badges.at(-1)) {
      const numbers = [...near.numbers, ...badge.numbers]
      badge = { numbers, x: near.x, width: widthOf(numbers) }
      badges.pop()
    }
    badges.push(badge)
  }
  return badges
}

type Badge = { numbers: number[]; x: number; width: number }

const isOver = (left: Badge, right: Badge) => right.x - right.width / 2 < left.x + left.width / 2 + 1
const widthOf = (numbers: readonly number[]) =>
  Math.max(2 * badgeRadius, numbers.join(', ').length * 5.5 + badgeRadius)

const round = (value: number) => Math.round(value * 10) / 10
