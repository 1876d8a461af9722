import type { ReportChart } from '../../../shared/contract/reports/reports.ts'

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
  const labels = lines && { update: y(lines.update) - aboveLine, target: bottom - aboveLine }
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
    markers: markersOf(markers, (month) => x(months.findIndex((each) => each.month === month))),
    labels,
    monthThree: monthThree === null ? null : { mean: monthThree, ...levelAt(y(monthThree), labels, bottom) },
  }
}

const aboveLine = 5
const lineHeight = 13

/** The label of a level stands below its mark, or above it where another label is or the frame ends. */
function levelAt(y: number, others: { update: number; target: number } | null, bottom: number) {
  const taken = others ? [others.update, others.target] : []
  const isFree = (label: number) =>
    label <= bottom - aboveLine && taken.every((other) => Math.abs(other - label) >= lineHeight)
  return { y, label: [y + 15, y - 8].find(isFree) ?? Math.min(y, ...taken) - lineHeight }
}

/** Of several changes in one month the newest is drawn; the table below names the others. */
function markersOf(markers: ReportChart['markers'], x: (month: string) => number) {
  const byMonth = new Map(markers.map((marker) => [marker.month, marker.number]))
  return [...byMonth].map(([month, number]) => ({ number, x: x(month) }))
}

const round = (value: number) => Math.round(value * 10) / 10
