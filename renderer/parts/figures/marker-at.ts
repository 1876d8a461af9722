import type { Chart } from 'chart.js'
import type { Marker, RunChartModel } from './run-chart.ts'

/** How far from its line, and below the top of the plot, the label of a marker is met, in pixels. */
const reach = 12

/** The marker whose label lies at a place of the canvas; its labels stand above the plot. */
export function markerAt(
  { markers }: RunChartModel,
  { chartArea, scales }: Pick<Chart, 'chartArea' | 'scales'>,
  at: { x: number; y: number },
): Marker | null {
  if (at.y > chartArea.top + reach) return null
  const distanceOf = ({ x }: Marker) => Math.abs((scales.x?.getPixelForValue(x) ?? Number.NaN) - at.x)
  const [nearest] = markers.toSorted((a, b) => distanceOf(a) - distanceOf(b))
  return nearest && distanceOf(nearest) <= reach ? nearest : null
}
