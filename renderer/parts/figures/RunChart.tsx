import { Chart, LinearScale, LineElement, PointElement } from 'chart.js'
import annotation from 'chartjs-plugin-annotation'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Line } from 'react-chartjs-2'
import { useUndrawn } from '../../ui/layout/useLoadState.ts'
import { useChartColours } from './chart-colours.ts'
import styles from './figures.module.css'
import type { RunChartModel } from './run-chart.ts'
import { runChartConfig } from './run-chart-config.ts'

Chart.register(LineElement, PointElement, LinearScale, annotation)

type RunChartProps = {
  model: RunChartModel
  targetLine: number
  updateLine: number
  locale: string
  /** What the picture shows, in words. */
  label: string
}

/** One workflow's months against its lines; other months or colours are drawn into the same picture. */
export function RunChart({ model, targetLine, updateLine, locale, label }: RunChartProps) {
  const chart = useRef<Chart<'line', { x: number; y: number }[]>>(null)
  const colours = useChartColours()
  const [isDrawn, setIsDrawn] = useState(false)
  const { data, options } = useMemo(
    () => runChartConfig(model, { targetLine, updateLine, locale }, colours),
    [model, targetLine, updateLine, locale, colours],
  )
  useUndrawn(!isDrawn)
  useEffect(() => {
    let isShown = true
    // Text measured before the bundled font arrives would sit in the wrong place.
    void document.fonts.ready.then(() => {
      if (!isShown) return
      chart.current?.update()
      setIsDrawn(true)
    })
    return () => {
      isShown = false
    }
  }, [])
  return (
    <div className={styles.chart}>
      <Line ref={chart} data={data} options={options} aria-label={label} />
    </div>
  )
}
