import { Chart, type ChartDataset } from 'chart.js'
import annotation from 'chartjs-plugin-annotation'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { ChartPart } from '../../renderer/features/results/ChartPart.tsx'
import type { TrendPoint, WorkflowResults } from '../../shared/contract/results.ts'
import { addMonths } from '../../shared/domain/time/dates.ts'
import { aFinding } from '../helpers/findings.ts'
import { aResult, someResults } from './helpers/facts.ts'
import { expectAccessible, rowsOf, show } from './helpers/show.tsx'

const first = '2025-09'

/** Months from September 2025 on, with these shares. */
const pointsOf = (...means: readonly number[]): TrendPoint[] =>
  means.map((mean, index) => {
    const month = addMonths(first, index)
    const figure = { mean, range: { low: mean - 0.04, high: mean + 0.04 }, known: 10, unknown: 0 }
    return {
      ...{ reviewId: index + 1, month, finishedOn: `${month}-28`, drawMethod: 'random', poolCount: 60 },
      result: aResult({}, { mean, low: mean - 0.04, high: mean + 0.04, known: 10, unknown: 0 }),
      finding: aFinding({ month, figure, status: mean > 0.2 ? 'update_suggested' : 'on_target' }),
      origin: { cause: 'finish', computedAt: `${month}-28T09:00:00.000Z` },
    }
  })

const shares = [0.13, 0.14, 0.13, 0.16, 0.13, 0.15, 0.13, 0.15]
const marker = { number: 9, onDate: '2026-01-16', what: 'New price list', isMeasureChange: false }
const months = shares.map((_, index) => addMonths(first, index))
const segmentOf = (low: number, high: number): WorkflowResults['segments'][number] => ({
  ...{ months, signals: [] },
  limits: { state: 'trial', centre: (low + high) / 2, low, high, months },
})

async function drawn(fields: Partial<WorkflowResults> = {}, ...means: number[]) {
  const { hook, history } = memoryLocation({ path: '/workflows/1', record: true })
  const results = someResults({ points: pointsOf(...(means.length > 0 ? means : shares)), ...fields })
  const shown = await show(
    <Router hook={hook}>
      <ChartPart results={results} name="Proposals" />
    </Router>,
  )
  const canvas = shown.screen.getByRole('img')
  await expect.element(canvas).toBeVisible()
  await document.fonts.ready
  const drawnOn = () => Chart.getChart(canvas.element() as HTMLCanvasElement)
  await expect.poll(drawnOn).toBeDefined()
  const chart = drawnOn()
  if (!chart) throw new Error('No chart was drawn')
  const at = (x: number, share: number) => ({
    x: Math.round(chart.scales.x?.getPixelForValue(x) ?? 0),
    y: Math.round(chart.scales.y?.getPixelForValue(share) ?? 0),
  })
  return { ...shown, canvas, chart, at, history, results }
}

describe('the run chart', () => {
  test('reads the point under the pointer, and the next ones by the arrow keys', async () => {
    const { screen, canvas, at } = await drawn()
    const reading = screen.getByRole('status')
    await userEvent.hover(canvas, { position: at(3, 0.16) })
    await expect
      .element(reading)
      .toHaveTextContent('December 2025: 16.0%, likely 12–20%, 10 outputs, On target')
    await userEvent.click(screen.getByRole('region', { name: 'Run chart' }))
    await userEvent.keyboard('{End}')
    await expect.element(reading).toHaveTextContent('April 2026: 15.0%, likely 11–19%, 10 outputs, On target')
    await userEvent.keyboard('{ArrowLeft}')
    await expect.element(reading).toHaveTextContent('March 2026: 13.0%, likely 9–17%, 10 outputs, On target')
    await userEvent.keyboard('{Home}{ArrowRight}')
    await expect
      .element(reading)
      .toHaveTextContent('October 2025: 14.0%, likely 10–18%, 10 outputs, On target')
    await expectAccessible(screen.container)
  })

  test('a month with a signal says which', async () => {
    const signals = [
      { month: '2025-12', kind: 'outside', side: 'above' } as const,
      { month: '2026-04', kind: 'six_on_one_side', side: 'below' } as const,
    ]
    const { screen, canvas, at } = await drawn({ segments: [{ ...segmentOf(0.1, 0.14), signals }] })
    await userEvent.hover(canvas, { position: at(3, 0.16) })
    await expect
      .element(screen.getByRole('status'))
      .toHaveTextContent('December 2025: 16.0%, likely 12–20%, 10 outputs, On target, above its usual range')
    await userEvent.click(screen.getByRole('region', { name: 'Run chart' }))
    await userEvent.keyboard('{End}')
    await expect
      .element(screen.getByRole('status'))
      .toHaveTextContent(
        'April 2026: 15.0%, likely 11–19%, 10 outputs, On target, six months in a row below its middle',
      )
  })

  test('a marker opens its change', async () => {
    const { canvas, chart, at, history } = await drawn({ markers: [marker] })
    await userEvent.click(canvas, { position: { ...at(4, 0), y: Math.round(chart.chartArea.top) - 2 } })
    expect(history.at(-1)).toBe('/changes/9')
  })

  test('a click on a point opens nothing', async () => {
    const { canvas, at, history } = await drawn({ markers: [marker] })
    await userEvent.click(canvas, { position: at(6, 0.13) })
    expect(history).toEqual(['/workflows/1'])
  })

  test('two measures are two lines with a gap between them, and it says which cannot be compared', async () => {
    const points = pointsOf(...shares).map((point, index) =>
      index < 3
        ? {
            ...point,
            result: { ...point.result, figure: { ...point.result.figure, measure: 'text' as const } },
          }
        : point,
    )
    const { chart, text } = await drawn({ points })
    expect(chart.data.datasets.map(({ data }) => data.length)).toEqual([3, 5])
    expect(text()).toContain('Grey months were measured another way and can’t be compared.')
  })

  test('a month that signals has a form of its own, and its words in the table twin', async () => {
    const at = months[5] ?? ''
    const signals = [{ kind: 'outside' as const, side: 'above' as const, month: at }]
    const { screen, chart, text } = await drawn({ segments: [{ ...segmentOf(0.1, 0.14), signals }] })
    const forms = chart.data.datasets.flatMap((set) => (set as ChartDataset<'line'>).pointStyle ?? [])
    expect(forms.map((form, index) => (form === 'circle' ? null : index)).filter(Number.isInteger)).toEqual([
      5,
    ])
    expect(text()).toContain('A diamond signals')
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }))
    const said = rowsOf(screen.container).filter((row) => row[1]?.includes('above its usual range'))
    expect(said.map(([month]) => month)).toEqual(['February 2026'])
  })

  test('has a table twin with the same months', async () => {
    const { screen } = await drawn()
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }))
    const rows = rowsOf(screen.container).slice(1)
    expect(rows.map(([month]) => month)).toEqual(
      ['April 2026', 'March 2026', 'February 2026', 'January 2026'].concat(
        'December 2025',
        'November 2025',
        'October 2025',
        'September 2025',
      ),
    )
  })
})

type Box = { name: string; isOpaque?: boolean; left: number; right: number; top: number; bottom: number }

/** Where the labels and the level lines of a chart are, in pixels. */
function placesOf(chart: Chart) {
  const options = chart.options.plugins?.annotation?.annotations as Record<
    string,
    { label?: { content?: unknown } }
  >
  const names = Object.keys(options)
  const elements = (
    annotation as unknown as {
      getAnnotations: (chart: Chart) => {
        y: number
        y2: number
        x: number
        x2: number
        label?: Box & {
          x: number
          y: number
          x2: number
          y2: number
          options?: { display?: boolean; backgroundColor?: string }
        }
      }[]
    }
  ).getAnnotations(chart)
  const labels: Box[] = []
  const lines: Box[] = []
  for (const [index, element] of elements.entries()) {
    const name = names[index] ?? ''
    const box = ({ x, y, x2, y2 }: { x: number; y: number; x2: number; y2: number }): Box => ({
      ...{ name, left: x, right: x2, top: y, bottom: y2 },
    })
    const { label } = element
    // The box of a label counts its padding; one on a ground of its own hides what is behind it.
    const pad = name === 'target' ? 6 : 0
    if (label?.options?.display) {
      const { left, right, top, bottom } = box(label)
      const isOpaque = label.options?.backgroundColor !== 'transparent'
      labels.push({
        name,
        isOpaque,
        left: left + pad,
        right: right - pad,
        top: top + pad,
        bottom: bottom - pad,
      })
    }
    if (/^(update|monthThree$|high|low)/.test(name)) lines.push(box(element))
  }
  return { labels, lines }
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

test('no label of the chart touches another, and no line runs through one', async () => {
  const found: string[] = []
  const steps = [0, 0.02, 0.05, 0.13, 0.18, 0.21, 0.24]
  for (const low of steps) {
    for (const high of steps.filter((each) => each > low)) {
      const { screen, chart } = await drawn({ segments: [segmentOf(low, high)] })
      const { labels, lines } = placesOf(chart)
      const met = labels.flatMap((label, index) =>
        [
          ...labels.slice(index + 1).filter((other) => meet(label, other)),
          ...(label.isOpaque ? [] : lines).filter((line) =>
            meet(label, { ...line, top: line.top - 0.5, bottom: line.bottom + 0.5 }),
          ),
        ].map((other) => `${low} to ${high}: ${label.name} and ${other.name}`),
      )
      found.push(...met)
      expect(labels.length).toBeGreaterThanOrEqual(1)
      await screen.unmount()
    }
  }
  expect(found).toEqual([])
})
