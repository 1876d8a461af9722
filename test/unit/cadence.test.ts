import { describe, expect, it } from 'vitest'
import { foundationReviewDates, monthlyReviewDue, upcomingDates } from '../../shared/domain/cadence.ts'

describe('monthlyReviewDue', () => {
  it.each([
    ['2026-02', null, '2026-02-28'],
    ['2028-02', null, '2028-02-29'],
    ['2026-11', null, '2026-11-30'],
    ['2026-11', 5, '2026-11-05'],
    ['2026-11', 31, '2026-11-30'],
    ['2026-02', 30, '2026-02-28'],
    ['2028-02', 29, '2028-02-29'],
    ['2026-12', 31, '2026-12-31'],
  ])('of %s on day %s is %s', (period, dueDay, expected) => {
    expect(monthlyReviewDue(period, dueDay)).toBe(expected)
  })
})

describe('foundationReviewDates', () => {
  it('is monthly for six months, then quarterly, without drifting off month ends', () => {
    expect(foundationReviewDates('2027-08-31', '2027-08-31', '2028-12-31')).toEqual([
      '2027-09-30',
      '2027-10-31',
      '2027-11-30',
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-05-31',
      '2028-08-31',
      '2028-11-30',
    ])
  })

  it('includes both ends of the span and nothing outside it', () => {
    expect(foundationReviewDates('2026-01-10', '2026-02-10', '2026-03-10')).toEqual([
      '2026-02-10',
      '2026-03-10',
    ])
    expect(foundationReviewDates('2026-01-10', '2026-02-11', '2026-03-09')).toEqual([])
  })

  it('is empty before the first go-live', () => {
    expect(foundationReviewDates(null, '2026-01-01', '2027-01-01')).toEqual([])
  })
})

describe('upcomingDates', () => {
  it('lists 90 days in order, leaving out months already reviewed', () => {
    const upcoming = upcomingDates({
      today: '2026-11-21',
      dueDay: null,
      newestGoLive: '2026-03-08',
      finishedPeriods: ['2026-10'],
    })
    expect(upcoming).toEqual([
      { kind: 'monthly_review', on: '2026-11-30', period: '2026-11' },
      { kind: 'foundation_review', on: '2026-12-08' },
      { kind: 'monthly_review', on: '2026-12-31', period: '2026-12' },
      { kind: 'monthly_review', on: '2027-01-31', period: '2027-01' },
    ])
  })

  it('leaves out a review that is done and one whose day has passed', () => {
    const upcoming = upcomingDates({
      today: '2026-11-21',
      dueDay: 20,
      newestGoLive: null,
      finishedPeriods: ['2026-12'],
    })
    expect(upcoming).toEqual([{ kind: 'monthly_review', on: '2027-01-20', period: '2027-01' }])
  })

  it('counts today and the ninetieth day', () => {
    const dates = { dueDay: 19, newestGoLive: null, finishedPeriods: [] }
    expect(upcomingDates({ ...dates, today: '2026-11-19' }).map(({ on }) => on)).toEqual([
      '2026-11-19',
      '2026-12-19',
      '2027-01-19',
    ])
    expect(upcomingDates({ ...dates, today: '2026-11-21' }).map(({ on }) => on)).toContain('2027-02-19')
  })
})
