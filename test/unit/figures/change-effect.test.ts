import { describe, expect, it } from 'vitest'
import {
  type EffectFigures,
  effectsOf,
  type MeasuredReview,
  spanFinder,
  type TimedChange,
} from '../../../shared/domain/figures/change-effect.ts'

const spread = (centre: number) => [-0.02, -0.01, 0, 0.01, 0.02].map((step) => centre + step)

const aReview = (month: string, finishedOn: string, more: Partial<MeasuredReview> = {}): MeasuredReview => ({
  month,
  finishedOn,
  measure: 'text',
  drawMethod: 'random',
  mean: 0.2,
  low: 0.18,
  high: 0.22,
  known: 5,
  values: spread(0.2),
  ...more,
})

const measuring = (month: string, finishedOn: string, centre: number, more: Partial<MeasuredReview> = {}) =>
  aReview(month, finishedOn, { mean: centre, values: spread(centre), ...more })

const aChange = (onDate: string, more: Partial<TimedChange> = {}): TimedChange => ({
  number: 1,
  onDate,
  isAutomatic: false,
  isMeasureChange: false,
  revertedBy: null,
  recordedBefore: null,
  recordedAfter: null,
  ...more,
})

function effectOf(change: TimedChange, reviews: MeasuredReview[], others: TimedChange[] = []): EffectFigures {
  const effect = effectsOf([...others, change], reviews).get(change.number)
  if (!effect) throw new Error('There is no effect')
  return effect
}

describe('the reviews before and after a day', () => {
  const reviews = [
    aReview('2026-09', '2026-09-30'),
    aReview('2026-10', '2026-11-05'),
    aReview('2026-11', '2026-11-28'),
  ]

  it.each([
    ['before any review', '2026-09-29', [null, '2026-09']],
    ['on the day a review was finished, which counts as before', '2026-09-30', ['2026-09', '2026-10']],
    ['the day after', '2026-10-01', ['2026-09', '2026-10']],
    ['the last day of a month whose review came later', '2026-10-31', ['2026-09', '2026-10']],
    [
      'in the next month, before the late review of a month that is over',
      '2026-11-01',
      ['2026-10', '2026-11'],
    ],
    ['on the day of that late review', '2026-11-05', ['2026-10', '2026-11']],
    ['after the last review', '2026-11-28', ['2026-11', null]],
  ])('%s', (_what, day, months) => {
    const { before, after } = spanFinder(reviews)(day)
    expect([before?.month ?? null, after?.month ?? null]).toEqual(months)
  })

  it('go by the order of finishing after the change, by the order of months before it', () => {
    const late = [
      aReview('2026-08', '2026-10-02'),
      aReview('2026-09', '2026-10-01'),
      aReview('2026-11', '2026-12-01'),
      aReview('2026-10', '2026-12-03'),
    ]
    const { before, after } = spanFinder(late)('2026-10-10')
    expect([before?.month, after?.month]).toEqual(['2026-09', '2026-11'])
  })

  it.each([
    ['2024-02-29', '2024-02'],
    ['2024-03-01', '2024-03'],
    ['2023-02-28', '2023-02'],
    ['2025-12-31', '2025-12'],
  ])('of %s: the first month due is %s', (day, month) => {
    expect(effectOf(aChange(day), []).dueMonth).toBe(month)
  })
})

describe('the month that brings the after', () => {
  it.each([
    ['its own, while that has no figure', '2026-10-12', [aReview('2026-09', '2026-09-30')], '2026-10'],
    [
      'the next, where its own was finished before',
      '2026-01-31',
      [aReview('2026-01', '2026-01-31')],
      '2026-02',
    ],
    ['January after December', '2025-12-31', [aReview('2025-12', '2025-12-30')], '2026-01'],
    ['none, once it is there', '2026-10-12', [aReview('2026-10', '2026-10-31')], null],
  ])('is %s', (_what, onDate, reviews, month) => {
    expect(effectOf(aChange(onDate), reviews).dueMonth).toBe(month)
  })
})

describe('the verdict', () => {
  const before = measuring('2026-09', '2026-09-30', 0.2)

  it('carries both figures with their numbers and ranges', () => {
    const after = measuring('2026-10', '2026-10-31', 0.1, { low: 0.08, high: 0.12 })
    const effect = effectOf(aChange('2026-10-05'), [before, after])
    expect({ ...effect, noise: Number(effect.noise?.toFixed(4)) }).toEqual({
      before: { month: '2026-09', mean: 0.2, low: 0.18, high: 0.22, known: 5 },
      after: { month: '2026-10', mean: 0.1, low: 0.08, high: 0.12, known: 5 },
      recordedBefore: null,
      recordedAfter: null,
      verdict: 'better',
      // 2.306 standard errors of the difference: t with 8 degrees of freedom times 0.01.
      noise: 0.0231,
      isShared: false,
      dueMonth: null,
    })
  })

  it.each<[string, MeasuredReview[], Partial<TimedChange>, EffectFigures['verdict']]>([
    ['waiting, with nothing after it', [before], {}, 'waiting'],
    ['waiting, with no review at all', [], {}, 'waiting'],
    ['better where less is redone', [before, measuring('2026-10', '2026-10-31', 0.1)], {}, 'better'],
    ['worse where more is redone', [before, measuring('2026-10', '2026-10-31', 0.3)], {}, 'worse'],
    [
      'about the same inside chance',
      [before, measuring('2026-10', '2026-10-31', 0.21)],
      {},
      'about_the_same',
    ],
    ['not comparable without a before', [measuring('2026-10', '2026-10-31', 0.1)], {}, 'not_comparable'],
    [
      'not comparable measured in two ways',
      [before, measuring('2026-10', '2026-10-31', 0.1, { measure: 'minutes' })],
      {},
      'not_comparable',
    ],
    [
      'not comparable where outputs were chosen by hand',
      [before, measuring('2026-10', '2026-10-31', 0.1, { drawMethod: 'by_hand' })],
      {},
      'not_comparable',
    ],
    [
      'comparable where all outputs were reviewed',
      [before, measuring('2026-10', '2026-10-31', 0.1, { drawMethod: 'all' })],
      {},
      'better',
    ],
    [
      'not comparable with one value',
      [before, aReview('2026-10', '2026-10-31', { values: [0.1], mean: 0.1, known: 1 })],
      {},
      'not_comparable',
    ],
    [
      'rolled back, whatever the figures say',
      [before, measuring('2026-10', '2026-10-31', 0.1)],
      { revertedBy: 9 },
      'rolled_back',
    ],
    ['rolled back, and then nothing waits', [before], { revertedBy: 9 }, 'rolled_back'],
    [
      'not comparable where the after was recorded by hand',
      [before],
      { recordedAfter: 0.1 },
      'not_comparable',
    ],
    ['waiting where only the before was recorded by hand', [], { recordedBefore: 0.3 }, 'waiting'],
  ])('is %s', (_what, reviews, more, verdict) => {
    expect(effectOf(aChange('2026-10-05', more), reviews).verdict).toBe(verdict)
  })

  it('of a workflow that went live mid-quarter: the first change waits for the first month, then has no before', () => {
    const change = aChange('2026-05-14')
    expect(effectOf(change, [])).toMatchObject({ verdict: 'waiting', dueMonth: '2026-05', before: null })
    const first = measuring('2026-05', '2026-05-31', 0.2)
    expect(effectOf(change, [first])).toMatchObject({
      verdict: 'not_comparable',
      before: null,
      dueMonth: null,
    })
    const next = aChange('2026-06-02')
    expect(effectOf(next, [first, measuring('2026-06', '2026-06-30', 0.1)]).verdict).toBe('better')
  })

  it('keeps figures recorded by hand as they are, without measured ones beside them', () => {
    const reviews = [before, measuring('2026-10', '2026-10-31', 0.1)]
    const change = aChange('2026-10-05', { recordedBefore: 0.3, recordedAfter: 0.15 })
    expect(effectOf(change, reviews)).toEqual({
      before: null,
      after: null,
      recordedBefore: 0.3,
      recordedAfter: 0.15,
      verdict: 'not_comparable',
      noise: null,
      isShared: false,
      dueMonth: null,
    })
  })

  it('is not given to a note of Evenkeel itself', () => {
    expect(effectsOf([aChange('2026-10-05', { isAutomatic: true })], [before])).toEqual(new Map())
  })
})

describe('an effect is shared', () => {
  const reviews = [aReview('2026-09', '2026-09-30'), aReview('2026-10', '2026-10-31')]
  const other = (onDate: string, more: Partial<TimedChange> = {}) => aChange(onDate, { number: 2, ...more })

  it.each<[string, TimedChange, boolean]>([
    ['with another change of the period', other('2026-10-30'), true],
    ['with one on the same day', other('2026-10-05'), true],
    ['with one on the day the earlier review was finished', other('2026-09-30'), true],
    ['not with one before that day', other('2026-09-29'), false],
    ['not with one on the day the later review was finished', other('2026-10-31'), false],
    ['not with a note of Evenkeel itself', other('2026-10-08', { isAutomatic: true }), false],
    [
      'with a note that the measure changed',
      other('2026-10-08', { isAutomatic: true, isMeasureChange: true }),
      true,
    ],
  ])('%s', (_what, neighbour, isShared) => {
    expect(effectOf(aChange('2026-10-05'), reviews, [neighbour]).isShared).toBe(isShared)
  })

  it('while both still wait', () => {
    expect(effectOf(aChange('2026-11-05'), reviews, [other('2026-11-20')]).isShared).toBe(true)
  })
})
