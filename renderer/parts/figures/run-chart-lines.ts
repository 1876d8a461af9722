import { formatRange, formatShare, formatWholeShare } from '../../../shared/domain/format.ts'
import type { ChartColours } from './chart-colours.ts'
import { earlySignStep, labelPlaces, labelStep } from './label-places.ts'
import type { RunChartModel } from './run-chart.ts'
import type { ChartAnnotations, RunChartOptions } from './run-chart-options.ts'
import { words } from './words.ts'

const half = 0.5
const endOf = { bottom: 'end', top: 'start', middle: 'center' } as const

const fontOf = (colours: ChartColours) => ({ family: colours.font, size: 11.5, weight: 'normal' as const })

/** The workflow's own lines: the target as a band, the update line dashed; nothing while there are none. */
export function lineAnnotations(
  model: RunChartModel,
  { locale }: RunChartOptions,
  colours: ChartColours,
): ChartAnnotations {
  const { lines } = model
  if (!lines) return {}
  const { target, update } = labelPlaces(model)
  return {
    target: {
      type: 'box',
      yMin: 0,
      yMax: lines.target,
      backgroundColor: colours.goodSoft,
      borderWidth: 0,
      drawTime: 'beforeDraw',
      label: {
        display: target !== null,
        drawTime: 'beforeDatasetsDraw',
        content: words.targetBelow(formatWholeShare(lines.target, locale)),
        position: { x: 'start', y: endOf[target ?? 'bottom'] },
        color: colours.good,
        font: fontOf(colours),
        padding: 6,
      },
    },
    update: {
      type: 'line',
      yMin: lines.update,
      yMax: lines.update,
      borderColor: colours.act,
      borderWidth: 1,
      borderDash: [5, 4],
      drawTime: 'beforeDatasetsDraw',
      label: {
        display: true,
        backgroundColor: update === null ? colours.surface : 'transparent',
        z: update === null ? 1 : 0,
        padding: 0,
        position: 'start',
        content: words.updateLine(formatWholeShare(lines.update, locale)),
        color: colours.act,
        font: fontOf(colours),
        xAdjust: 6,
        yAdjust: update === 'below' ? labelStep : -labelStep,
        drawTime: 'beforeDatasetsDraw',
      },
    },
  }
}

/** What a month is held against: the month-3 level, the usual range, and where the early sign was first seen. */
export function referenceAnnotations(
  model: RunChartModel,
  options: RunChartOptions,
  colours: ChartColours,
): ChartAnnotations {
  return { ...levelAnnotations(model, options, colours), ...rangeAnnotations(model, options, colours) }
}

function levelAnnotations(
  model: RunChartModel,
  { locale }: RunChartOptions,
  colours: ChartColours,
): ChartAnnotations {
  const { monthThree, months, latest, earlySign, top } = model
  const annotations: ChartAnnotations = {}
  if (monthThree !== null) {
    const isNearLatest = latest !== null && Math.abs(latest.share - monthThree) < top * 0.12
    annotations.monthThree = {
      type: 'line',
      yMin: monthThree,
      yMax: monthThree,
      borderColor: colours.good,
      borderWidth: 1,
      drawTime: 'beforeDatasetsDraw',
    }
    annotations.monthThreeLabel = {
      type: 'label',
      xValue: months.length - half,
      yValue: monthThree,
      position: { x: 'start', y: isNearLatest && latest.share > monthThree ? 'start' : 'center' },
      yAdjust: isNearLatest ? (latest.share > monthThree ? 8 : -22) : 0,
      content: [words.month3, formatShare(monthThree, locale)],
      color: colours.good,
      padding: { left: 4, right: 0, top: 0, bottom: 0 },
      textAlign: 'left',
      font: fontOf(colours),
    }
  }
  if (earlySign) {
    annotations.earlySign = {
      type: 'label',
      xValue: earlySign.x,
      yValue: earlySign.share,
      yAdjust: earlySignStep(model, earlySign),
      content: words.earlySign,
      color: colours.ink2,
      padding: 2,
      font: fontOf(colours),
      callout: { display: true, borderColor: colours.ink3, borderWidth: 1, side: 4 },
    }
  }
  return annotations
}

/** Both limits of every usual range: solid over the months it comes from, dotted after. */
function rangeAnnotations(
  model: RunChartModel,
  { locale }: RunChartOptions,
  colours: ChartColours,
): ChartAnnotations {
  const line = (xMin: number, xMax: number, y: number, isDotted: boolean) => ({
    type: 'line' as const,
    xMin,
    xMax,
    yMin: y,
    yMax: y,
    borderColor: colours.ink3,
    borderWidth: 1,
    borderDash: isDotted ? [2, 3] : [],
    drawTime: 'beforeDatasetsDraw' as const,
  })
  const { ranges } = labelPlaces(model)
  return Object.fromEntries(
    model.usualRanges.flatMap(({ start, lockedUntil, end, low, high, state }, index) => {
      const isTrial = state === 'trial'
      const label = {
        content: words.usualRange2(formatRange(low, high, locale), isTrial ? ', trial' : ''),
        position: 'start' as const,
        backgroundColor: 'transparent',
        color: colours.ink3,
        padding: 0,
        xAdjust: 6,
        yAdjust: ranges[index]?.side === 'above' ? -labelStep : labelStep,
        font: fontOf(colours),
        drawTime: 'beforeDatasetsDraw' as const,
      }
      const labelOn = (limit: 'high' | 'low') => ({ ...label, display: ranges[index]?.limit === limit })
      const solid = [start - half, lockedUntil + half] as const
      const after = [lockedUntil + half, end + half] as const
      return [
        [`high${index}`, { ...line(...solid, high, isTrial), label: labelOn('high') }],
        [`low${index}`, { ...line(...solid, low, isTrial), label: labelOn('low') }],
        ...(end > lockedUntil
          ? [
              [`highAfter${index}`, line(...after, high, true)],
              [`lowAfter${index}`, line(...after, low, true)],
            ]
          : []),
      ]
    }),
  )
}
