import { describe, expect, it } from 'vitest'
import { earlySignStep } from '../../../renderer/parts/figures/label-places.ts'
import { runChartModel } from '../../../renderer/parts/figures/run-chart.ts'
import type { TrendPoint, WorkflowResults } from '../../../shared/contract/results.ts'
import type { Finding } from '../../../shared/domain/findings/finding-types.ts'
import { addMonths } from '../../../shared/domain/time/dates.ts'
import { aFinding } from '../../helpers/findings.ts'

function aPoint(
  month: string,
  mean: number | null,
  measure: 'minutes' | 'text' = 'minutes',
  finding: Partial<Finding> = {},
): TrendPoint {
  const figure = {
    measure,
    mean,
    low: mean === null ? null : mean - 0.06,
    high: mean === null ? null : mean + 0.06,
    known: mean === null ? 0 : 10,
    unknown: mean === null ? 10 : 0,
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
  return {
    reviewId: 1,
    month,
    finishedOn: `${month}-28`,
    drawMethod: 'random',
    poolCount: 60,
    result,
    finding: aFinding({ month, ...finding }),
    origin: { cause: 'finish', computedAt: `${month}-28T09:00:00.000Z` },
  }
}

function someResults(points: TrendPoint[], rest: Partial<WorkflowResults> = {}): WorkflowResults {
  return {
    workflowId: 1,
    measure: 'minutes',
    targetLine: 0.15,
    updateLine: 0.2,
    points,
    nextReview: null,
    finding: points.at(-1)?.finding ?? null,
    segments: [],
    markers: [],
    issues: [],
    levelToday: null,
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

  it('draws the month-3 level of the latest month once it is settled', () => {
    const level = (isProvisional: boolean) => {
      const monthThree = { months: ['2026-02'], mean: 0.13, n: 10, basis: 'go_live' as const, isProvisional }
      const points = [...months(7), aPoint('2026-08', 0.15, 'minutes', { monthThree })]
      return runChartModel(someResults(points), null).monthThree
    }
    expect([level(false), level(true)]).toEqual([0.13, null])
  })

  it('draws the usual range solid over its own months and dotted after, cut where the months shown begin', () => {
    const all = months(14)
    const limits = {
      state: 'locked' as const,
      centre: 0.15,
      low: 0.11,
      high: 0.19,
      months: all.slice(0, 12).map(({ month }) => month),
    }
    const segments = [{ months: all.map(({ month }) => month), limits, signals: [] }]
    const ranges = (shown: number | null) => runChartModel(someResults(all, { segments }), shown).usualRanges
    expect(ranges(null)).toEqual([
      { start: 0, lockedUntil: 11, end: 13, low: 0.11, high: 0.19, state: 'locked' },
    ])
    expect(ranges(4)).toMatchObject([{ start: 0, lockedUntil: 1, end: 3 }])
  })

  it('names the first month of the early sign that stands', () => {
    const { recent } = aFinding()
    const sign = { recent: recent && { ...recent, direction: 'more' as const } }
    const points = [
      aPoint('2026-01', 0.1, 'minutes', sign),
      aPoint('2026-02', 0.1),
      aPoint('2026-03', 0.14, 'minutes', sign),
      aPoint('2026-04', 0.16, 'minutes', sign),
    ]
    expect(runChartModel(someResults(points), null).earlySign?.point.month).toBe('2026-03')
    expect(runChartModel(someResults(points.slice(0, 2)), null).earlySign).toBeNull()
  })

  it('names the early sign where no line runs through its name and no dot lies behind it', () => {
    const { recent } = aFinding()
    const sign = { recent: recent && { ...recent, direction: 'more' as const }, monthThree: null }
    const points = [
      aPoint('2026-06', 0.1, 'minutes', { recent: null }),
      aPoint('2026-07', 0.15, 'minutes', sign),
      aPoint('2026-08', 0.16, 'minutes', sign),
    ]
    const stepWith = (lines: Partial<WorkflowResults>) => {
      const model = runChartModel(someResults(points, lines), null)
      return model.earlySign && earlySignStep(model, model.earlySign)
    }
    expect(stepWith({ updateLine: 0.3 })).toBe(-26)
    // 26 px above 15 % lies a line of 20 %, 26 px below it the dot of June.
    expect(stepWith({ updateLine: 0.2 })).toBe(-40)
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
})
