import type { ChartData, ChartDataset, ChartOptions } from 'chart.js'
import type { AnnotationOptions } from 'chartjs-plugin-annotation'
import { formatShare, formatWholeShare } from '../../../shared/domain/format.ts'
import type { ChartColours } from './chart-colours.ts'
import { shortMonth } from './month-names.ts'
import type { Dot, Marker, RunChartModel } from './run-chart.ts'
import { lineAnnotations, referenceAnnotations } from './run-chart-lines.ts'
import type { ChartAnnotations, RunChartOptions } from './run-chart-options.ts'

/** So many months have room for their names. */
const mostLabelled = 14

type Point = { x: number; y: number }

type Annotations = ChartAnnotations

/** The Chart.js settings of a run chart: no legend, no animation, everything labelled where it is. */
export function runChartConfig(
  model: RunChartModel,
  options: RunChartOptions,
  colours: ChartColours,
): { data: ChartData<'line', Point[]>; options: ChartOptions<'line'> } {
  return {
    data: { datasets: model.runs.map((run, index) => datasetOf(run, `run ${index}`, model.latest, colours)) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      parsing: false,
      events: ['mousemove', 'mouseout'],
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      onHover: (event, [element]) => {
        const run = element && model.runs[element.datasetIndex]
        options.onRead(event.type === 'mouseout' ? null : (run?.dots[element?.index ?? 0] ?? null))
      },
      layout: { padding: { top: 12, right: 58 } },
      scales: {
        x: monthAxis(model, options.locale, colours),
        y: shareAxis(model.top, options.locale, colours),
      },
      plugins: { annotation: { clip: false, annotations: annotationsOf(model, options, colours) } },
    },
  }
}

function datasetOf(
  run: RunChartModel['runs'][number],
  label: string,
  latest: Dot | null,
  colours: ChartColours,
): ChartDataset<'line', Point[]> {
  const line = run.isCurrentMeasure ? colours.accent : colours.ink3
  const dotColours = run.dots.map((dot) => (dot.isAbove && run.isCurrentMeasure ? colours.act : line))
  return {
    label,
    data: run.dots.map((dot) => ({ x: dot.x, y: dot.share })),
    showLine: run.isConnected,
    borderColor: line,
    borderWidth: 1.8,
    borderJoinStyle: 'round',
    pointStyle: run.dots.map(({ signals }) => (signals.length > 0 ? 'rectRot' : 'circle')),
    pointRadius: run.dots.map((dot) => (dot.signals.length > 0 ? 6 : dot === latest ? 4 : 3)),
    pointHoverRadius: 5,
    pointHoverBorderWidth: 2,
    pointHoverBorderColor: colours.ink2,
    pointBackgroundColor: run.isCurrentMeasure ? dotColours : colours.surface,
    pointBorderColor: dotColours,
    pointBorderWidth: run.isCurrentMeasure ? 0 : 1.4,
  }
}

function monthAxis(model: RunChartModel, locale: string, colours: ChartColours) {
  const counts = new Map(model.runs.flatMap((run) => run.dots.map((dot) => [dot.x, dot.known])))
  return {
    type: 'linear' as const,
    min: -0.5,
    max: Math.max(model.months.length, 1) - 0.5,
    grid: { display: false },
    border: { color: colours.line },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = model.months.map((_, value) => ({ value }))
    },
    ticks: {
      color: colours.ink3,
      font: { family: colours.font, size: 11.5 },
      padding: 6,
      maxRotation: 0,
      autoSkip: model.months.length > mostLabelled,
      autoSkipPadding: 8,
      callback: (value: number | string) => {
        const month = model.months[Number(value)]
        if (month === undefined) return ''
        const known = counts.get(Number(value))
        return [shortMonth(month, locale), known === undefined ? '–' : String(known)]
      },
    },
  }
}

function shareAxis(top: number, locale: string, colours: ChartColours) {
  return {
    min: 0,
    max: top,
    border: { display: false },
    grid: { color: colours.line, drawTicks: false },
    ticks: {
      stepSize: 0.1,
      color: colours.ink3,
      font: { family: colours.font, size: 11.5 },
      padding: 8,
      callback: (value: number | string) => formatWholeShare(Number(value), locale),
    },
  }
}

function annotationsOf(model: RunChartModel, options: RunChartOptions, colours: ChartColours): Annotations {
  return {
    ...lineAnnotations(model, options, colours),
    ...referenceAnnotations(model, options, colours),
    ...markerAnnotations(model, colours),
    ...figureAnnotations(model, options, colours),
  }
}

function markerAnnotations(model: RunChartModel, colours: ChartColours): Annotations {
  return Object.fromEntries(
    model.markers.map((marker, index): [string, AnnotationOptions] => [
      `change${index}`,
      {
        type: 'line',
        xMin: marker.x,
        xMax: marker.x,
        borderColor: colours.ink3,
        borderWidth: 1,
        borderDash: marker.isMeasureChange ? [] : [1, 3],
        drawTime: 'beforeDatasetsDraw',
        label: {
          display: true,
          content: labelOf(marker),
          position: 'end',
          yAdjust: -12,
          color: colours.ink2,
          backgroundColor: colours.surface,
          borderColor: colours.ink3,
          borderWidth: 1,
          borderRadius: 9,
          padding: { x: labelOf(marker).length > 1 ? 5 : 6, y: 3 },
          font: { family: colours.font, size: 11, lineHeight: 1, weight: 'normal' },
        },
      },
    ]),
  )
}

function labelOf({ changes }: Marker): string {
  return changes.map((change) => change.number).join(', ')
}

function figureAnnotations(
  { latest, months }: RunChartModel,
  { locale }: RunChartOptions,
  colours: ChartColours,
): Annotations {
  if (!latest) return {}
  const { low, high } = latest.point.result.figure
  const range: Annotations =
    low === null || high === null
      ? {}
      : {
          range: {
            type: 'line',
            xMin: latest.x,
            xMax: latest.x,
            yMin: low,
            yMax: high,
            borderColor: colours.ink3,
            borderWidth: 1.4,
            drawTime: 'beforeDatasetsDraw',
          },
        }
  return {
    ...range,
    latest: {
      type: 'label',
      // Beside the plot, at the height of the dot, nothing can run through it.
      xValue: months.length - 0.5,
      yValue: latest.share,
      position: { x: 'start', y: 'center' },
      content: formatShare(latest.share, locale),
      color: latest.isAbove ? colours.act : colours.accent,
      padding: { left: 4, right: 0, top: 0, bottom: 0 },
      font: { family: colours.font, size: 12, weight: 600 },
    },
  }
}
