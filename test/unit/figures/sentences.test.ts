import { describe, expect, it } from 'vitest'
import {
  type ChartPoint,
  chartTitle,
  type Reference,
  resultSentence,
  whatThisTells,
} from '../../../shared/domain/figures/sentences.ts'
import type { Comparison } from '../../../shared/domain/figures/statistics.ts'
import { defaultLines, type MonthlyFigure } from '../../../shared/domain/figures/status.ts'

const locale = 'en-GB'
const figure: MonthlyFigure = {
  known: 10,
  unknown: 0,
  mean: 0.178,
  low: 0.11,
  high: 0.248,
  noise: 0.112,
  status: 'watch',
}
const noFigure: MonthlyFigure = {
  known: 0,
  unknown: 10,
  mean: null,
  low: null,
  high: null,
  noise: null,
  status: 'not_enough',
}
const same: Comparison = { difference: 0.041, noise: 0.108, verdict: 'about_the_same' }
const higher: Comparison = { difference: 0.12, noise: 0.08, verdict: 'higher' }
const lower: Comparison = { difference: -0.12, noise: 0.08, verdict: 'lower' }
const february = (comparison: Comparison | null, mean = 0.137): Reference => ({
  period: '2026-02',
  mean,
  comparison,
})

describe('resultSentence', () => {
  const base = {
    workflowName: 'Customer replies',
    figure,
    previous: null,
    monthThree: null,
    sample: 'random',
    locale,
  } as const
  const monthThree = (comparison: Comparison | null, isProvisional = false) => ({
    ...february(comparison),
    isProvisional,
  })

  it.each([
    [
      { ...base, monthThree: monthThree(same) },
      'Customer replies: editing 17.8%, Watch. Month 3 was 13.7%; a gap this size can be chance.',
    ],
    [
      { ...base, monthThree: monthThree(higher) },
      'Customer replies: editing 17.8%, Watch. Month 3 was 13.7%; a rise this size is more than chance.',
    ],
    [
      { ...base, monthThree: monthThree(lower) },
      'Customer replies: editing 17.8%, Watch. Month 3 was 13.7%; a fall this size is more than chance.',
    ],
    [
      { ...base, monthThree: monthThree(same, true), previous: february(same) },
      'Customer replies: editing 17.8%, Watch. February was 13.7%; a gap this size can be chance.',
    ],
    [
      { ...base, previous: february(same, 0.1779) },
      'Customer replies: editing 17.8%, Watch. February was the same, 17.8%.',
    ],
    [{ ...base, previous: february(null) }, 'Customer replies: editing 17.8%, Watch. February was 13.7%.'],
    [base, 'Customer replies: editing 17.8%, Watch.'],
    [
      { ...base, figure: { ...figure, known: 6, unknown: 4 } },
      'Customer replies: editing 17.8%, Watch, based on 6 outputs.',
    ],
    [
      { ...base, figure: { ...figure, known: 1, status: 'not_enough' } },
      'Customer replies: editing 17.8%, Not enough yet, based on 1 output.',
    ],
    [
      { ...base, sample: 'by_hand', monthThree: monthThree(higher) },
      'Customer replies: editing 17.8%, Watch, chosen by hand. Month 3 was 13.7%.',
    ],
    [{ ...base, figure: noFigure }, 'Customer replies: no editing figure this month.'],
  ] satisfies [Parameters<typeof resultSentence>[0], string][])('case %#', (input, expected) => {
    expect(resultSentence(input)).toBe(expected)
  })
})

describe('whatThisTells', () => {
  const base = {
    figure,
    previous: null,
    sample: 'random',
    lines: defaultLines,
    isFirstAboveLine: true,
    secondLook: 20,
    locale,
  } as const
  const above: MonthlyFigure = { ...figure, mean: 0.213, status: 'update_suggested' }

  it.each([
    [base, 'With 10 outputs, editing is likely between 11% and 25%; moves under 11 points can be chance.'],
    [
      { ...base, previous: february(same) },
      'About the same as February. With 10 outputs, moves under 11 points can be chance.',
    ],
    [
      { ...base, previous: february(higher) },
      '+12.0 points against February: more than chance. With 10 outputs, editing is likely between 11% and 25%.',
    ],
    [
      { ...base, figure: above },
      'Editing was 21.3%, above your 20% line for the first time. Ten outputs is a small sample: plan an update, or check 20 more first.',
    ],
    [
      { ...base, figure: above, isFirstAboveLine: false, secondLook: 10 },
      'Editing was 21.3%, above your 20% line. Ten outputs is a small sample: plan an update, or check ten more first.',
    ],
    [
      { ...base, figure: { ...above, known: 30, low: 0.17, high: 0.26, noise: 0.06 }, secondLook: null },
      'With 30 outputs, editing is likely between 17% and 26%; moves under 6 points can be chance.',
    ],
    [
      { ...base, sample: 'by_hand', figure: { ...figure, low: null, high: null, noise: null } },
      'These outputs were chosen by hand. They show what can happen, not how often, so there is no likely range.',
    ],
    [
      { ...base, figure: { ...figure, known: 1, low: null, high: null, noise: null, status: 'not_enough' } },
      'One output can’t show how much editing varies, so there is no likely range.',
    ],
    [
      { ...base, figure: { ...figure, mean: 0, low: 0, high: 0, noise: 0, status: 'on_target' } },
      'All 10 outputs have the same figure, so they can’t show how much editing varies.',
    ],
    [
      { ...base, figure: { ...figure, low: 0.176, high: 0.18, noise: 0.003 } },
      'With 10 outputs, editing is likely between 18% and 18%; moves under 1 point can be chance.',
    ],
    [{ ...base, figure: noFigure }, 'No output has an editing figure yet, so there is nothing to compare.'],
  ] satisfies [Parameters<typeof whatThisTells>[0], string][])('case %#', (input, expected) => {
    expect(whatThisTells(input)).toBe(expected)
  })
})

describe('chartTitle', () => {
  /** Ten outputs around a mean, `spread` either side. */
  const month = (
    period: string,
    mean: number,
    spread = 0.04,
    sample: ChartPoint['sample'] = 'random',
  ): ChartPoint => ({
    period,
    values: Array.from({ length: 10 }, (_, index) => mean + (index % 2 ? spread : -spread)),
    sample,
  })
  const steady = [
    month('2026-04', 0.12),
    month('2026-05', 0.125),
    month('2026-06', 0.115),
    month('2026-07', 0.12),
  ]

  it.each<[string, ChartPoint[], string | null, string]>([
    ['nothing', [], null, 'No editing figure yet'],
    [
      'a month without values',
      [{ period: '2026-04', values: [], sample: 'random' }],
      null,
      'No editing figure yet',
    ],
    ['one month', [month('2026-04', 0.124)], null, 'First month: 12.4%'],
    ['a steady run', steady, null, 'Editing is steady at about 12%'],
    ['two months alike', steady.slice(0, 2), null, 'Editing is 12.5%, about the same as in April'],
    [
      'a rise after a steady run',
      [...steady, month('2026-08', 0.2), month('2026-09', 0.23), month('2026-10', 0.25)],
      '2026-06',
      'Editing has risen from 12% to 25% since July',
    ],
    [
      'a fall from the first month',
      [month('2025-09', 0.3), month('2026-07', 0.2), month('2026-10', 0.12)],
      null,
      'Editing has fallen from 30% to 12% since September 2025',
    ],
    [
      'a rise inside the noise',
      [month('2026-04', 0.12, 0.12), month('2026-05', 0.14, 0.12), month('2026-06', 0.2, 0.12)],
      null,
      'Editing is steady at about 15%',
    ],
    [
      'a peak that has passed',
      [month('2026-04', 0.12), month('2026-05', 0.3), month('2026-06', 0.13)],
      null,
      'Editing is 13.0%, about the same as in April',
    ],
    [
      'a rise shown by outputs chosen by hand',
      [...steady, month('2026-08', 0.3, 0.04, 'by_hand')],
      null,
      'Latest month: 30.0%',
    ],
  ])('for %s', (_, points, referencePeriod, expected) => {
    expect(chartTitle(points, { locale, referencePeriod })).toBe(expected)
  })
})
