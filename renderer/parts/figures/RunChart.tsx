import { Chart, LinearScale, LineElement, PointElement } from 'chart.js'
import annotation from 'chartjs-plugin-annotation'
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Line } from 'react-chartjs-2'
import { useLocation } from 'wouter'
import { useUndrawn } from '../../ui/layout/useLoadState.ts'
import { useChartColours } from './chart-colours.ts'
import { dotSentence } from './chart-sentence.ts'
import styles from './figures.module.css'
import { markerAt } from './marker-at.ts'
import type { Dot, RunChartModel } from './run-chart.ts'
import { runChartConfig } from './run-chart-config.ts'
import { words } from './words.ts'

Chart.register(LineElement, PointElement, LinearScale, annotation)

type RunChartProps = {
  model: RunChartModel
  locale: string
  /** What the picture shows, in words. */
  label: string
}

/** One workflow's months against its lines. A point is read with the pointer, or with the arrow keys. */
export function RunChart({ model, locale, label }: RunChartProps) {
  const chart = useRef<Chart<'line', { x: number; y: number }[]>>(null)
  const colours = useChartColours()
  const [, navigate] = useLocation()
  const [isDrawn, setIsDrawn] = useState(false)
  const [read, setRead] = useState<Dot | null>(null)
  const [isOnMarker, setIsOnMarker] = useState(false)
  const { data, options } = useMemo(
    () => runChartConfig(model, { locale, onRead: setRead }, colours),
    [model, locale, colours],
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
  const readBy = (event: KeyboardEvent) => {
    const dots = model.runs.flatMap((run) => run.dots)
    const at = read ? dots.findIndex(({ x }) => x === read.x) : dots.length
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: dots.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    const dot = dots[Math.min(Math.max(next, 0), dots.length - 1)]
    if (!dot) return
    setRead(dot)
    const datasetIndex = model.runs.findIndex((run) => run.dots.includes(dot))
    const index = model.runs[datasetIndex]?.dots.indexOf(dot) ?? 0
    chart.current?.setActiveElements([{ datasetIndex, index }])
    chart.current?.update()
  }
  const markerUnder = ({ nativeEvent }: MouseEvent) =>
    chart.current && markerAt(model, chart.current, { x: nativeEvent.offsetX, y: nativeEvent.offsetY })
  const openMarker = (event: MouseEvent) => {
    const [change] = markerUnder(event)?.changes ?? []
    if (change) navigate(`/changes/${change.number}`)
  }
  return (
    <div className={styles.chartBox}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read the points one by one */}
      <section className={styles.chart} aria-label={words.runChart} tabIndex={0} onKeyDown={readBy}>
        <Line
          ref={chart}
          data={data}
          options={options}
          aria-label={label}
          style={{ cursor: isOnMarker ? 'pointer' : 'default' }}
          onClick={openMarker}
          onMouseMove={(event) => setIsOnMarker(Boolean(markerUnder(event)))}
        />
      </section>
      <p className={styles.reading} role="status">
        {read ? dotSentence(read, locale) : ''}
      </p>
    </div>
  )
}
