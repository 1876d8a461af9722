import { describe, expect, it } from 'vitest'
import {
  type FoundationReference,
  foundationCadence,
  foundationReviewDates,
  nextFoundationReview,
  upcomingFoundationReviews,
} from '../../../shared/domain/time/cadence.ts'

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

describe('nextFoundationReview', () => {
  const reference = (fields: Partial<FoundationReference>): FoundationReference => ({
    newestGoLive: '2026-03-08',
    lastHeldOn: null,
    knownSince: '2026-01-01',
    agreedOn: null,
    ...fields,
  })

  it.each<[string, Partial<FoundationReference>, string | null]>([
    ['a month after go-live', {}, '2026-04-08'],
    ['nothing without a go-live', { newestGoLive: null }, null],
    ['the next one after the company starts', { knownSince: '2026-05-08' }, '2026-06-08'],
    ['the next one for a company that starts years later', { knownSince: '2028-04-20' }, '2028-06-08'],
    ['a month later when held on its date', { lastHeldOn: '2026-04-08' }, '2026-05-08'],
    ['the date after when held 14 days early', { lastHeldOn: '2026-04-24' }, '2026-06-08'],
    ['the same date when held 15 days early', { lastHeldOn: '2026-04-23' }, '2026-05-08'],
    ['the next one when held late', { lastHeldOn: '2026-04-20' }, '2026-05-08'],
    ['the last monthly one', { lastHeldOn: '2026-08-08' }, '2026-09-08'],
    ['three months later from then on', { lastHeldOn: '2026-09-08' }, '2026-12-08'],
    ['the one after when a quarterly one is held early', { lastHeldOn: '2026-11-24' }, '2027-03-08'],
    [
      'the one that was missed when a quarterly one is held very early',
      { lastHeldOn: '2026-10-01' },
      '2026-12-08',
    ],
    ['one long missed', { lastHeldOn: '2026-04-08', knownSince: '2026-01-01' }, '2026-05-08'],
    ['a month end', { newestGoLive: '2027-01-31' }, '2027-02-28'],
    ['a month end in a leap year', { newestGoLive: '2028-01-31' }, '2028-02-29'],
    ['no drift after a short month', { newestGoLive: '2027-01-31', lastHeldOn: '2027-02-28' }, '2027-03-31'],
    ['a leap day', { newestGoLive: '2028-02-29', lastHeldOn: '2028-08-29' }, '2028-11-29'],
    [
      'a quarter later from a leap day',
      { newestGoLive: '2028-02-29', lastHeldOn: '2028-11-29' },
      '2029-02-28',
    ],
    ['a month end a quarter later', { newestGoLive: '2027-08-31', lastHeldOn: '2028-02-29' }, '2028-05-31'],
    ['a new go-live mid-quarter', { newestGoLive: '2027-01-20', lastHeldOn: '2026-12-08' }, '2027-02-20'],
    [
      'a new go-live the day after a review',
      { newestGoLive: '2026-12-09', lastHeldOn: '2026-12-08' },
      '2027-01-09',
    ],
    ['the agreed date', { lastHeldOn: '2026-12-08', agreedOn: '2027-02-01' }, '2027-02-01'],
    [
      'an agreed date later than the rhythm',
      { lastHeldOn: '2026-12-08', agreedOn: '2027-05-01' },
      '2027-05-01',
    ],
    ['an agreed date without any go-live', { newestGoLive: null, agreedOn: '2027-02-01' }, '2027-02-01'],
    [
      'a new go-live before the agreed date',
      { newestGoLive: '2026-12-20', lastHeldOn: '2026-12-08', agreedOn: '2027-03-08' },
      '2027-01-20',
    ],
    [
      'the agreed date before that of a new go-live',
      { newestGoLive: '2026-12-20', lastHeldOn: '2026-12-08', agreedOn: '2027-01-11' },
      '2027-01-11',
    ],
  ])('is %s', (_name, fields, expected) => {
    expect(nextFoundationReview(reference(fields))).toBe(expected)
  })
})

describe('foundationCadence', () => {
  it.each([
    ['2026-03-08', '2026-04-08', 'monthly'],
    ['2026-03-08', '2026-09-08', 'monthly'],
    ['2026-03-08', '2026-09-09', 'quarterly'],
    ['2026-08-31', '2027-02-28', 'monthly'],
    ['2026-08-31', '2027-03-01', 'quarterly'],
  ])('after a go-live on %s is on %s %s', (goLive, on, expected) => {
    expect(foundationCadence(goLive, on)).toBe(expected)
  })
})

describe('upcomingFoundationReviews', () => {
  it.each<[string, string, string | null, string, string[]]>([
    [
      'the next and the later ones',
      '2026-12-01',
      '2026-10-01',
      '2026-11-21',
      ['2026-12-01', '2027-01-01', '2027-02-01'],
    ],
    ['one that is overdue first', '2026-09-08', '2026-03-08', '2026-11-21', ['2026-09-08', '2026-12-08']],
    ['an agreed date in place of a scheduled one', '2026-12-01', '2026-03-08', '2026-11-21', ['2026-12-01']],
    ['nothing beyond 90 days', '2027-03-08', '2026-03-08', '2026-11-21', []],
    ['an agreed date without a go-live', '2026-12-01', null, '2026-11-21', ['2026-12-01']],
  ])('lists %s', (_name, due, newestGoLive, today, expected) => {
    expect(upcomingFoundationReviews(due, newestGoLive, today)).toEqual(expected)
  })
})
