import { Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js'
import annotation from 'chartjs-plugin-annotation'
import { useEffect, useRef } from 'react'
import { useChartColours } from './chart-colours.ts'
import styles from './figures.module.css'
import type { RunChartModel } from './run-chart.ts'
import { runChartConfig } from './run-chart-config.ts'

Chart.register(LineController, LineElement, PointElement, LinearScale, annotation)

/** One workflow's months against its lines; `label` says in words what the picture shows. */
export function RunChart({
  model,
  targetLine,
  updateLine,
  locale,
  label,
}: {
  model: RunChartModel
  targetLine: number
  updateLine: number
  locale: string
  label: string
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const colours = useChartColours()
  useEffect(() => {
    if (!canvas.current) return
    const config = runChartConfig(model, { targetLine, updateLine, locale }, colours)
    const chart = new Chart(canvas.current, config)
    let isShown = true
    // Text measured before the bundled font arrives would sit in the wrong place.
    void document.fonts.ready.then(() => isShown && chart.update())
    return () => {
      isShown = false
      chart.destroy()
    }
  }, [model, targetLine, updateLine, locale, colours])
  return (
    <div className={styles.chart}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  )
}
