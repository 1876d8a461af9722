import type { AnnotationOptions } from 'chartjs-plugin-annotation'
import type { Dot } from './run-chart.ts'

export type RunChartOptions = {
  locale: string
  /** A month was pointed at; null when the pointer left. */
  onRead: (dot: Dot | null) => void
}

export type ChartAnnotations = Record<string, AnnotationOptions>
