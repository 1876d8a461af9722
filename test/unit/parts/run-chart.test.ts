import { describe, expect, it } from 'vitest'
import { monthThreePlace, runChartModel } from '../../../renderer/parts/figures/run-chart.ts'
import type { TrendPoint, WorkflowResults } from '../../../shared/contract/results.ts'
import { addMonths } from '../../../shared/domain/time/dates.ts'

function aPoint(month: string, mean: number | null, measure: 'minutes' | 'text' = 'minutes'): TrendPoint {
  const figure = {
    measure,
    mean,
    low: mean === null ? null : mean - 0.06,
    high: mean === null ? null : mean + 0.06,
    known: mean === null ? 0 : 10,
    unknown: mean === null ? 10 : 0,
    status: 'watch' as const,
    targetLine: 0.15,
    updateLine: 0.2,
    byHandMinutes: 20,
    ruleVersion: '1',
    standardsVersion: 1,
  }
  const result = {
    figure,
    reviewed: 10,
    standardsMet: 40,
    standardsJudged: 50,
    notFitToSend: 0,
    satisfactionUsers: null,
    satisfactionReviewer: null,
    replaced: 0,
    flagged: 0,
    topIssue: null,
    secondsUsed: 0,
  }
  return { reviewId: 1, month, finishedOn: `${month}-28`, drawMethod: 'random', result }
}

function someResults(points: TrendPoint[], rest: Partial<WorkflowResults> = {}): WorkflowResults {
  return {
    workflowId: 1,
    measure: 'minutes',
    targetLine: 0.15,
    updateLine: 0.2,
    points,
    monthThree: null,
    markers: [],
    title: '',
    meaning: null,
    issues: [],
    ...rest,
  }
}

const months = (count: number, first = '2026-01') =>
  Array.from({ length: count }, (_, index) => aPoint(addMonths(first, index), 0.15))

describe('the run chart', () => {
  it.each([
    { count: 1, isConnected: false },
    { count: 5, isConnected: false },
    { count: 6, isConnected: true },
  ])('of $count months is connected: $isConnected', ({ count, isConnected }) => {
    expect(runChartModel(someResults(months(count)), null).runs.map((run) => run.isConnected)).toEqual([
      isConnected,
    ])
  })

  it('stays connected when only the last of many months are shown', () => {
    const model = runChartModel(someResults(months(20)), 4)
    expect(model.months).toEqual(['2027-05', '2027-06', '2027-07', '2027-08'])
    expect(model.runs.map(({ dots, isConnected }) => ({ dots: dots.length, isConnected }))).toEqual([
      { dots: 4, isConnected: true },
    ])
  })

  it('breaks the line where the measure changed and takes the latest figure from the new measure', () => {
    const points = [aPoint('2026-01', 0.3, 'text'), aPoint('2026-02', 0.31, 'text'), aPoint('2026-03', 0.12)]
    const model = runChartModel(someResults(points), null)
    expect(model.runs.map(({ dots, isCurrentMeasure }) => [dots.length, isCurrentMeasure])).toEqual([
      [2, false],
      [1, true],
    ])
    expect(model.latest?.point.month).toBe('2026-03')
  })

  it('has no latest figure while every month was measured another way', () => {
    expect(runChartModel(someResults([aPoint('2026-01', 0.3, 'text')]), null).latest).toBeNull()
  })

  it('keeps the place of a month nobody reviewed and of a month without a figure', () => {
    const points = [aPoint('2026-01', 0.1), aPoint('2026-02', null), aPoint('2026-04', 0.2)]
    const model = runChartModel(someResults(points), null)
    expect(model.months).toEqual(['2026-01', '2026-02', '2026-03', '2026-04'])
    expect(model.runs.flatMap((run) => run.dots.map((dot) => dot.x))).toEqual([0, 3])
  })

  it('marks only figures above the update line, not on it', () => {
    const model = runChartModel(
      someResults([aPoint('2026-01', 0.2 + 1e-12), aPoint('2026-02', 0.2001)]),
      null,
    )
    expect(model.runs.flatMap((run) => run.dots.map((dot) => dot.isAbove))).toEqual([false, true])
  })

  it.each([
    { mean: 0.15, top: 0.4 },
    { mean: 0.34, top: 0.4 },
    { mean: 0.36, top: 0.5 },
    { mean: 0.95, top: 1.1 },
  ])('of a latest month at $mean reaches up to $top', ({ mean, top }) => {
    expect(runChartModel(someResults([aPoint('2026-01', mean)]), null).top).toBeCloseTo(top, 9)
  })

  it('labels month 3 once it is settled and not the latest month', () => {
    const points = months(8)
    const labelled = (isProvisional: boolean, month: string) =>
      runChartModel(someResults(points, { monthThree: { month, mean: 0.15, isProvisional } }), null)
        .monthThree?.point.month ?? null
    expect([
      labelled(false, '2026-03'),
      labelled(true, '2026-03'),
      labelled(false, '2026-08'),
      labelled(false, '2025-01'),
    ]).toEqual(['2026-03', null, null, null])
  })

  it('places changes by day, puts near ones on one line, and leaves out those before the first month', () => {
    const markers = [
      { number: 3, onDate: '2025-12-31', what: 'Early', isMeasureChange: false },
      { number: 4, onDate: '2026-02-01', what: 'Start of month', isMeasureChange: false },
      { number: 6, onDate: '2026-02-05', what: 'Soon after', isMeasureChange: true },
      { number: 7, onDate: '2026-03-16', what: 'Middle of month', isMeasureChange: false },
    ]
    const model = runChartModel(someResults(months(6), { markers }), null)
    expect(
      model.markers.map(({ changes, isMeasureChange }) => ({
        numbers: changes.map((change) => change.number),
        isMeasureChange,
      })),
    ).toEqual([
      { numbers: [4, 6], isMeasureChange: true },
      { numbers: [7], isMeasureChange: false },
    ])
    expect(model.markers.map(({ x }) => x)).toEqual([0.5 + 0.5 / 31, 1.5 + 15.5 / 31])
  })

  it.each([
    { shape: 'a peak', means: [0.1, 0.1, 0.1, 0.13, 0.1], place: { isAbove: true, side: 'center' } },
    { shape: 'a valley', means: [0.1, 0.1, 0.13, 0.1, 0.13], place: { isAbove: false, side: 'center' } },
    { shape: 'a climb', means: [0.02, 0.02, 0.02, 0.1, 0.12], place: { isAbove: true, side: 'end' } },
    { shape: 'a steep fall', means: [0.1, 0.1, 0.12, 0.1, 0.02], place: { isAbove: true, side: 'start' } },
    {
      shape: 'the update line',
      means: [0.1, 0.1, 0.17, 0.18, 0.17],
      place: { isAbove: false, side: 'center' },
    },
  ])('keeps the month-3 label clear of $shape', ({ means, place }) => {
    expect(placeOfLabel(means, 3)).toEqual(place)
  })

  it('keeps the month-3 label out of the axis', () => {
    expect(placeOfLabel([0.19, 0.11, 0.07], 1)).toEqual({ isAbove: true, side: 'start' })
  })
})

function placeOfLabel(means: number[], index: number) {
  const points = means.map((mean, at) => aPoint(addMonths('2026-01', at), mean))
  const dots = runChartModel(someResults(points), null).runs.flatMap((run) => run.dots)
  const dot = dots[index]
  return dot && monthThreePlace(dots, dot, { updateLine: 0.2, top: 0.4 })
}
