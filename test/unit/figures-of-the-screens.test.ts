import { describe, expect, it } from 'vitest'
import { changeEffects } from '../../shared/domain/effects/effect.ts'
import { effectHeadline, effectSentences } from '../../shared/domain/effects/effect-words.ts'
import { compareMeans } from '../../shared/domain/figures/statistics.ts'
import { defaultLines } from '../../shared/domain/figures/status.ts'
import { findingOf } from '../../shared/domain/findings/finding.ts'
import type { Finding } from '../../shared/domain/findings/finding-types.ts'
import { findingHeadline, findingSentences } from '../../shared/domain/findings/finding-words.ts'
import { valuesOf } from '../../shared/domain/findings/finished-review.ts'
import { rateWords } from '../../shared/domain/findings/move-words.ts'
import { qualityOf } from '../../shared/domain/findings/quality.ts'
import { goLiveOn, proposals, proposalsWithDates } from '../helpers/figures-md.ts'

const percent = (share: number | null | undefined) => Number(((share ?? Number.NaN) * 100).toFixed(2))

const find = (month: string): Finding =>
  findingOf({
    month,
    reviews: proposals.filter((review) => review.month <= month),
    goLiveOn,
    lines: defaultLines,
    marks: [],
    rebasedFrom: [],
    context: {
      secondLookLeft: 48,
      openChange: null,
      worseChange: null,
      foundationReviewOn: null,
      next: { month: '2026-11', due: '2026-12-07' },
    },
  })

describe('the figures behind the screens of results and done (recomputed with scipy)', () => {
  it.each([
    ['2025-09', 13.0, 9.93, 16.07, 'on_target'],
    ['2025-10', 13.78, 10.34, 17.22, 'on_target'],
    ['2025-11', 13.0, 10.66, 15.34, 'on_target'],
    ['2025-12', 16.11, 12.97, 19.25, 'watch'],
    ['2026-01', 13.44, 9.76, 17.12, 'on_target'],
    ['2026-02', 14.56, 10.43, 18.68, 'on_target'],
    ['2026-03', 12.78, 9.62, 15.94, 'on_target'],
    ['2026-04', 14.89, 11.01, 18.77, 'on_target'],
    ['2026-05', 14.67, 11.16, 18.18, 'on_target'],
    ['2026-06', 16.33, 12.09, 20.57, 'watch'],
    ['2026-07', 18.11, 13.79, 22.43, 'watch'],
    ['2026-08', 18.56, 15.04, 22.07, 'watch'],
    ['2026-09', 20.67, 16.46, 24.88, 'update_suggested'],
    ['2026-10', 24.56, 19.2, 29.91, 'update_due'],
  ])('%s: %d, likely %d to %d, %s', (month, mean, low, high, status) => {
    const { figure, status: own } = find(month)
    expect([percent(figure.mean), percent(figure.range?.low), percent(figure.range?.high), own]).toEqual([
      mean,
      low,
      high,
      status,
    ])
  })

  it.each([
    ['2026-06', [2.94, 4.48], [1.67, 5.13], [2.11, 3.04], 15.3, null],
    ['2026-07', [4.72, 4.56], [1.78, 5.62], [3.83, 3.24], 16.37, 'early_sign'],
    ['2026-08', [5.17, 3.82], [0.44, 5.19], [4.94, 3.04], 17.67, 'early_sign'],
    ['2026-09', [7.28, 4.45], [2.11, 5.11], [6.22, 3.05], 19.11, 'above_line'],
    ['2026-10', [11.17, 5.54], [3.89, 6.35], [9.22, 3.62], 21.26, 'update_due'],
  ])('%s against its references', (month, monthThree, lastMonth, recent, pooled, headline) => {
    const { moves, recent: sign, pooled: pool, headline: own } = find(month)
    const figures = (move: { difference: number | null; noise: number | null } | null) => [
      percent(move?.difference),
      percent(move?.noise),
    ]
    expect(figures(moves.monthThree)).toEqual(monthThree)
    expect(figures(moves.lastMonth)).toEqual(lastMonth)
    expect(figures(sign)).toEqual(recent)
    expect(percent(pool?.figure.mean)).toBe(pooled)
    if (headline) expect(own.kind).toBe(headline)
  })

  it('the month-3 level is October and November 2025', () => {
    const { monthThree } = find('2026-10')
    expect({ ...monthThree, mean: percent(monthThree?.mean) }).toEqual({
      months: ['2025-10', '2025-11'],
      mean: 13.39,
      n: 20,
      basis: 'go_live',
      isProvisional: false,
    })
  })

  it('no early sign and no chart signal before July', () => {
    const months = proposals.map(({ month }) => month).filter((month) => month < '2026-07')
    expect(months.filter((month) => find(month).recent?.direction === 'more')).toEqual([])
    expect(months.filter((month) => find(month).signals.length > 0)).toEqual([])
  })

  it('the usual range is locked on the first 12 months; September and October lie outside', () => {
    const { limits } = find('2026-10')
    expect([limits?.state, percent(limits?.centre), percent(limits?.low), percent(limits?.high)]).toEqual([
      'locked',
      14.94,
      10.96,
      18.91,
    ])
    const outside = { kind: 'outside', side: 'above' }
    expect(find('2026-09').signals).toContainEqual({ ...outside, month: '2026-09' })
    expect(find('2026-10').signals).toContainEqual({ ...outside, month: '2026-10' })
    expect(find('2026-08').signals).toEqual([])
  })

  it('says October in the words of the results screen', () => {
    const finding = find('2026-10')
    expect(findingHeadline(finding, 'en-GB')).toBe(
      'An update is due: editing over three months is above your 20% line',
    )
    expect(findingSentences(finding, 'en-GB')).toMatchInlineSnapshot(`
      [
        "August to October: 21.3% in 30 outputs, above month 3 by more than chance.",
        "Ten outputs cannot tell October from September, and no figure tells the cause.",
      ]
    `)
    expect(finding.nextStep).toEqual({ kind: 'plan_update' })
  })

  it('says September in the words of the done screen', () => {
    const finding = find('2026-09')
    expect(findingHeadline(finding, 'en-GB')).toBe('First month above your 20% line; the early sign stands')
    expect(findingSentences(finding, 'en-GB')).toMatchInlineSnapshot(`
      [
        "Editing was 20.7%, likely between 16% and 25%, in 10 outputs.",
        "August and September: 19.6% in 20 outputs; month 3 was 13.4%: more than chance.",
        "Ten outputs cannot tell on which side of your 20% line it lies, nor September from August.",
      ]
    `)
    expect(finding.nextStep).toEqual({ kind: 'second_look', outputs: 20, judged: 0 })
  })

  it.each([
    [3, '3 of 10, likely 11–60%'],
    [6, '6 of 10, likely 31–83%'],
    [7, '7 of 10, likely 40–89%'],
  ])('%i of 10 met every standard', (count, words) => {
    const marks = Array.from({ length: 10 }, (_, index) => ({
      metEvery: index < count,
      isFit: true,
      userRating: null,
      reviewerRating: null,
    }))
    expect(rateWords(qualityOf(marks, 'random').metEvery, 'en-GB')).toBe(words)
  })
})

describe('the figures behind the change screen', () => {
  const change = { number: 17, liveOn: '2026-11-16', kind: 'change' as const, reverts: null, pilot: null }
  const effect = changeEffects([change], proposalsWithDates, { today: '2027-02-06', skippedMonths: [] }).get(
    17,
  )

  it('measures by output date: first look, firming up, settled', () => {
    const looks = effect?.looks.map(({ stage, month, before, after, difference, noise, verdict }) => [
      stage,
      month,
      before.n,
      percent(before.mean),
      percent(before.range?.low),
      percent(before.range?.high),
      after.n,
      percent(after.mean),
      percent(after.range?.low),
      percent(after.range?.high),
      percent(difference),
      percent(noise),
      verdict,
    ])
    const before = [20, 23.83, 20.84, 26.83]
    expect(looks).toEqual([
      ['first_look', '2026-11', ...before, 6, 17.22, 9.36, 25.09, -6.61, 7.91, 'about_the_same'],
      ['firming_up', '2026-12', ...before, 16, 14.24, 11.15, 17.32, -9.6, 4.13, 'better'],
      ['settled', '2027-01', ...before, 26, 13.5, 11.47, 15.53, -10.33, 3.52, 'better'],
    ])
    expect(effect?.looks[0]?.before).toMatchObject({ from: '2026-09-14', to: '2026-11-13' })
    expect(effect?.waitingFor).toBeNull()
  })

  it('settled against month 3 is about the same', () => {
    const after = effect?.looks.at(-1)?.after.outputIds ?? []
    const values = proposalsWithDates.flatMap(({ outputs }) =>
      outputs.flatMap(({ id, value }) => (value !== null && after.includes(id) ? [value] : [])),
    )
    const level = valuesOf(...proposals.filter(({ month }) => month === '2025-10' || month === '2025-11'))
    const comparison = compareMeans(values, level)
    expect([percent(comparison?.difference), percent(comparison?.noise), comparison?.verdict]).toEqual([
      0.12,
      2.69,
      'about_the_same',
    ])
  })

  it('says so in words', () => {
    if (!effect) throw new Error('no effect')
    expect(effectHeadline(effect, 'Proposals', '2027-02-06', 'en-GB')).toBe(
      'Editing of Proposals fell from 23.8% to 13.5%, and that is settled',
    )
    expect(effectSentences(effect, '2027-02-06', 'en-GB')).toMatchInlineSnapshot(`
      [
        "10.3 points less, likely 7 to 14: more than chance (20 outputs before, 26 after).",
        "No other change went live since. That requests became easier or harder cannot be ruled out.",
      ]
    `)
  })
})
