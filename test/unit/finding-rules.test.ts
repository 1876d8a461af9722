import { describe, expect, it } from 'vitest'
import { defaultLines } from '../../shared/domain/figures/status.ts'
import { recentAgainstLevel } from '../../shared/domain/findings/early-sign.ts'
import { levelSince, monthThreeLevelAt } from '../../shared/domain/findings/month-three.ts'
import { movesOf } from '../../shared/domain/findings/moves.ts'
import { firstWholeMonth, limitsOf, runChartSegments } from '../../shared/domain/findings/run-chart.ts'
import { type MonthStatus, monthStatus } from '../../shared/domain/findings/status.ts'
import { updateDueReasons } from '../../shared/domain/findings/update-due.ts'
import { addMonths } from '../../shared/domain/time/dates.ts'
import { aReview, around, reviewsAround } from '../helpers/reviews.ts'

describe('monthStatus (R3)', () => {
  const ten = (percent: number) => Array.from({ length: 10 }, () => percent / 100)

  it.each<[number, MonthStatus]>([
    [14.96, 'on_target'],
    [15.0, 'watch'],
    [20.0, 'watch'],
    [20.04, 'update_suggested'],
  ])('%d %% is %s', (percent, status) => expect(monthStatus(ten(percent), defaultLines, false)).toBe(status))

  it('knows Update due, Not enough yet and Finding your lines', () => {
    expect(monthStatus(ten(24), defaultLines, true)).toBe('update_due')
    expect(monthStatus(ten(24).slice(0, 4), defaultLines, true)).toBe('not_enough')
    expect(monthStatus(ten(24).slice(0, 5), defaultLines, false)).toBe('update_suggested')
    expect(monthStatus([], defaultLines, false)).toBe('not_enough')
    expect(monthStatus(ten(55.2), null, false)).toBe('finding_lines')
    expect(monthStatus([], null, false)).toBe('finding_lines')
  })

  it('uses the workflow’s own lines', () => {
    expect(monthStatus(ten(30), { target: 0.22, update: 0.31 }, false)).toBe('watch')
  })
})

describe('updateDueReasons (R4)', () => {
  const wide = (percent: number, n = 10) => around(percent, 12, n)
  const kinds = (...args: Parameters<typeof updateDueReasons>) =>
    updateDueReasons(...args).map(({ kind }) => kind)

  it('a single month above the line says nothing more', () => {
    const reviews = [aReview('2026-08', wide(12)), aReview('2026-09', wide(24))]
    expect(kinds(reviews, '2026-09', defaultLines)).toEqual([])
    expect(kinds(reviews.slice(1), '2026-09', defaultLines)).toEqual([])
  })

  it.each([
    ['of 20 decides', 20, true, 24, ['second_look']],
    ['of 20 may clear the month', 20, true, 19, []],
    ['stopped after 10 decides', 10, false, 24, ['second_look']],
    ['stopped after 6 decides nothing', 6, false, 24, []],
    ['of a pool with 3 left decides', 3, true, 24, ['second_look']],
  ])('a second look %s', (_, added, isComplete, percent, expected) => {
    const review = aReview('2026-09', around(percent, 18, 10 + added), { secondLook: { added, isComplete } })
    expect(kinds([review], '2026-09', defaultLines)).toEqual(expected)
  })

  it('three months pooled above the line make it due, though the month itself is on Watch', () => {
    const reviews = [aReview('2026-07', wide(24)), aReview('2026-08', wide(21)), aReview('2026-09', wide(18))]
    const [reason] = updateDueReasons(reviews, '2026-09', defaultLines)
    expect(reason).toMatchObject({ kind: 'pooled', months: ['2026-07', '2026-08', '2026-09'], n: 30 })
    expect(reason?.kind === 'pooled' && reason.mean).toBeCloseTo(0.21)
  })

  it('a month back on target is never due for what was before it', () => {
    const reviews = [aReview('2026-07', wide(30)), aReview('2026-08', wide(28)), aReview('2026-09', wide(12))]
    expect(kinds(reviews, '2026-09', defaultLines)).toEqual([])
  })

  it('months further back, of another measure or chosen by hand do not pool', () => {
    const latest = aReview('2026-09', wide(20.5))
    expect(kinds([aReview('2026-06', wide(30)), latest], '2026-09', defaultLines)).toEqual([])
    expect(
      kinds([aReview('2026-08', wide(30), { measure: 'text' }), latest], '2026-09', defaultLines),
    ).toEqual([])
    expect(
      kinds([aReview('2026-08', wide(30), { sample: 'by_hand' }), latest], '2026-09', defaultLines),
    ).toEqual([])
  })

  it('a whole likely range above the line makes a single month due', () => {
    expect(kinds([aReview('2026-09', around(59.6, 20))], '2026-09', defaultLines)).toEqual(['whole_range'])
    const byHand = aReview('2026-09', around(59.6, 20), { sample: 'by_hand' })
    expect(kinds([byHand], '2026-09', defaultLines)).toEqual([])
    expect(kinds([aReview('2026-09', around(59.6, 20))], '2026-09', null)).toEqual([])
    expect(kinds([], '2026-09', defaultLines)).toEqual([])
  })
})

describe('monthThreeLevelAt (R7)', () => {
  const reviews = reviewsAround('2026-01', [10, 11, 12, 13, 14, 15])
  const at = (month: string, goLiveOn: string | null = '2026-01-10', all = reviews) => {
    const level = monthThreeLevelAt(all, { goLiveOn, month })
    return (
      level && {
        months: level.months,
        basis: level.basis,
        isProvisional: level.isProvisional,
        n: level.values.length,
      }
    )
  }

  it('is the first review at three months from go-live and the one before it', () => {
    const settled = { months: ['2026-03', '2026-04'], basis: 'go_live', isProvisional: false, n: 20 }
    expect(at('2026-04')).toEqual(settled)
    expect(at('2026-06')).toEqual(settled)
    expect(at('2026-04', '2026-01-01')).toEqual({ ...settled, months: ['2026-02', '2026-03'] })
  })

  it('is the latest review until then, provisional', () => {
    expect(at('2026-03')).toEqual({ months: ['2026-03'], basis: 'go_live', isProvisional: true, n: 10 })
  })

  it('waits for a review finished at three months, not begun and finished before', () => {
    const early = reviews.map((review) =>
      review.month === '2026-04' ? { ...review, finishedOn: '2026-04-09' } : review,
    )
    expect(at('2026-04', '2026-01-10', early)).toMatchObject({ isProvisional: true })
    expect(at('2026-05', '2026-01-10', early)).toMatchObject({ months: ['2026-04', '2026-05'] })
  })

  it('counts from the first review without a go-live date', () => {
    expect(at('2026-05', null)).toMatchObject({ months: ['2026-02', '2026-03'], basis: 'first_review' })
  })

  it('is one review where none lies before it', () => {
    expect(at('2026-06', '2025-09-01')).toMatchObject({ months: ['2026-01'], n: 10 })
  })

  it('passes over hand-picked samples and reviews without a value', () => {
    const mixed = reviews.map((review) =>
      review.month === '2026-03'
        ? { ...review, sample: 'by_hand' as const }
        : review.month === '2026-04'
          ? aReview('2026-04', [null])
          : review,
    )
    expect(at('2026-06', '2026-01-10', mixed)).toMatchObject({ months: ['2026-02', '2026-05'] })
  })

  it.each(['2026-03', '2026-04'])(
    'counts %s though it was finished late, and says that it moved',
    (month) => {
      const whole = { months: ['2026-03', '2026-04'], isProvisional: false, n: 20 }
      const goLiveOn = '2026-01-10'
      const without = reviews.filter((review) => review.month !== month)
      const late = [...without, aReview(month, around(30), { finishedOn: '2026-07-01' })]
      expect(at('2026-06', goLiveOn, without)).not.toMatchObject(whole)
      expect(at('2026-06', goLiveOn, late)).toMatchObject(whole)
      const monthThree = monthThreeLevelAt(without, { goLiveOn, month: '2026-06' })
      if (!monthThree) throw new Error('a level')
      const was = { month: '2026-06', monthThree: { ...monthThree, n: monthThree.values.length } }
      expect(levelSince(was, without, goLiveOn)).toBeNull()
      expect(levelSince(was, late, goLiveOn)).toMatchObject({ months: whole.months, n: 20 })
    },
  )

  it('is counted anew from two reviews once the measure has changed', () => {
    const changed = reviews.map((review) =>
      review.month >= '2026-05' ? { ...review, measure: 'text' as const } : review,
    )
    expect(at('2026-05', '2026-01-10', changed)).toMatchObject({ months: ['2026-05'], isProvisional: true })
    expect(at('2026-06', '2026-01-10', changed)).toMatchObject({
      months: ['2026-05', '2026-06'],
      basis: 'measure_change',
      isProvisional: false,
    })
    expect(at('2026-04', '2026-01-10', changed)).toMatchObject({
      months: ['2026-03', '2026-04'],
      basis: 'go_live',
    })
  })

  it('is none without a review', () => expect(at('2026-01', '2026-01-10', [])).toBeNull())
})

describe('the early sign (R7)', () => {
  const signAt = (means: readonly number[], month: string) => {
    const reviews = reviewsAround('2026-01', means)
    return recentAgainstLevel(reviews, month, monthThreeLevelAt(reviews, { goLiveOn: '2026-01-01', month }))
  }

  it('month 3 at 7.5 %, then 10.0, 13.7 and 16.7 %: raised though the status is On target', () => {
    const drift = [7.5, 7.5, 7.5, 10, 13.7, 16.7]
    expect(signAt(drift, '2026-04')).toBeNull()
    expect(signAt(drift, '2026-05')).toMatchObject({
      direction: 'more',
      months: ['2026-04', '2026-05'],
      n: 20,
      levelMonths: ['2026-02', '2026-03'],
      levelN: 20,
    })
    expect(signAt(drift, '2026-06')?.direction).toBe('more')
  })

  it('is an improvement the other way, and nothing within chance', () => {
    expect(signAt([15, 15, 15, 6, 6], '2026-05')?.direction).toBe('less')
    expect(signAt([15, 15, 15, 15.5, 14.5], '2026-05')?.direction).toBe('about_the_same')
  })

  it('needs a settled level and five outputs', () => {
    expect(signAt([7, 30], '2026-02')).toBeNull()
    const few = reviewsAround('2026-01', [7, 7, 7, 30, 30]).map((review) => ({
      ...review,
      outputs: review.outputs.slice(0, 2),
    }))
    expect(
      recentAgainstLevel(
        few,
        '2026-05',
        monthThreeLevelAt(few, { goLiveOn: '2026-01-01', month: '2026-05' }),
      ),
    ).toBeNull()
  })

  it('is not raised at a hand-picked month', () => {
    const reviews = reviewsAround('2026-01', [7, 7, 7, 30, 30])
    const byHand = reviews.map((review) =>
      review.month === '2026-05' ? { ...review, sample: 'by_hand' as const } : review,
    )
    expect(
      recentAgainstLevel(
        byHand,
        '2026-05',
        monthThreeLevelAt(byHand, { goLiveOn: '2026-01-01', month: '2026-05' }),
      ),
    ).toBeNull()
  })
})

describe('movesOf (R3a)', () => {
  const moves = (reviews: ReturnType<typeof reviewsAround>, month: string, goLiveOn = '2026-01-01') => {
    const review = reviews.find((each) => each.month === month)
    if (!review) throw new Error(month)
    return movesOf(reviews, review, monthThreeLevelAt(reviews, { goLiveOn, month }))
  }

  it('60, 1, 17 %: each reference its own verdict; two months that differ so much tell little', () => {
    const { lastMonth, threeMonths } = moves(reviewsAround('2026-01', [60, 1, 17], 1), '2026-03')
    expect([lastMonth.verdict, lastMonth.months]).toEqual(['more', ['2026-02']])
    expect([threeMonths.verdict, threeMonths.n, threeMonths.referenceN]).toEqual(['about_the_same', 10, 20])
  })

  it('pools the three calendar months before, no more', () => {
    const { threeMonths } = moves(reviewsAround('2026-01', [10, 10, 10, 10, 10]), '2026-05')
    expect(threeMonths.months).toEqual(['2026-02', '2026-03', '2026-04'])
  })

  it('says why nothing can be compared', () => {
    const reviews = reviewsAround('2026-01', [10, 10, 10, 10])
    const why = (all: typeof reviews, month: string) => {
      const { monthThree, lastMonth } = moves(all, month)
      return [monthThree.why, lastMonth.why]
    }
    expect(why(reviews, '2026-01')).toEqual(['not_settled', 'none_before'])
    expect(why(reviews, '2026-03')).toEqual(['is_the_level', null])
    expect(why(reviews, '2026-04')).toEqual([null, null])
    const changed = reviews.map((review) =>
      review.month === '2026-04' ? { ...review, measure: 'text' as const } : review,
    )
    expect(why(changed, '2026-04')).toEqual(['not_settled', 'measure_changed'])
    const byHand = reviews.map((review) =>
      review.month === '2026-04' ? { ...review, sample: 'by_hand' as const } : review,
    )
    expect(why(byHand, '2026-04')).toEqual(['by_hand', 'by_hand'])
    const few = reviews.map((review) =>
      review.month === '2026-04' ? aReview('2026-04', [10, 12, 14]) : review,
    )
    expect(why(few, '2026-04')).toEqual(['too_few', 'too_few'])
  })
})

describe('the run chart (R6)', () => {
  const points = (means: readonly number[]) =>
    means.map((mean, at) => ({ month: addMonths('2025-01', at), mean: mean / 100 }))
  const published = [10, 12, 11, 13, 12, 14, 11, 12, 13, 10, 12, 11]

  it('is dots below six, trial to eleven, locked on the first twelve', () => {
    expect(limitsOf(points(published.slice(0, 5)))).toBeNull()
    expect(limitsOf(points(published.slice(0, 6)))?.state).toBe('trial')
    expect(limitsOf(points(published.slice(0, 11)))?.state).toBe('trial')
    const locked = limitsOf(points(published))
    expect(locked?.state).toBe('locked')
    expect(limitsOf(points([...published, 40, 50]))).toEqual(locked)
  })

  it('has the limits of the XmR formula: mean ± 2.66 × the mean moving range', () => {
    // By hand: mean 141/12 = 11.75; moving ranges 2 1 2 1 2 3 1 1 3 2 1, mean 19/11.
    const limits = limitsOf(points(published))
    expect(limits?.centre).toBeCloseTo(0.1175, 10)
    expect(limits?.high).toBeCloseTo(0.1175 + (2.66 * 19) / 1100, 10)
    expect(limits?.low).toBeCloseTo(0.1175 - (2.66 * 19) / 1100, 10)
    expect(limitsOf(points([1, 20, 1, 20, 1, 20]))?.low).toBe(0)
  })

  it('signals a point outside and every point from the sixth on one side', () => {
    const [segment] = runChartSegments(points([...published, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5, 30]))
    expect(segment?.signals).toEqual([
      { month: '2026-07', kind: 'outside', side: 'above' },
      { month: '2026-06', kind: 'six_on_one_side', side: 'above' },
      { month: '2026-07', kind: 'six_on_one_side', side: 'above' },
    ])
  })

  it('a point on the centre neither counts nor breaks a run, and equal points are no signal', () => {
    const [segment] = runChartSegments(points([...published, 12.5, 12.5, 12.5, 11.75, 12.5, 12.5, 12.5]))
    expect(segment?.signals).toEqual([{ month: '2026-07', kind: 'six_on_one_side', side: 'above' }])
    expect(runChartSegments(points([10, 10, 10, 10, 10, 10, 10]))[0]?.signals).toEqual([])
  })

  it('begins anew at a re-base only', () => {
    const segments = runChartSegments(points([...published, 6, 6.5, 6]), ['2026-01'])
    expect(segments.map(({ months, limits }) => [months.length, limits?.state ?? null])).toEqual([
      [12, 'locked'],
      [3, null],
    ])
    expect(firstWholeMonth('2026-01-01')).toBe('2026-01')
    expect(firstWholeMonth('2026-01-02')).toBe('2026-02')
  })
})
