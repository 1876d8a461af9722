import { describe, expect, it } from 'vitest'
import { type FinishedReview, monthThreeLevel } from '../../../shared/domain/figures/month-three.ts'

const review = (period: string, finishedOn: string, mean: number | null): FinishedReview => ({
  period,
  finishedOn,
  mean,
})

const january = review('2026-01', '2026-01-30', 0.2)
const february = review('2026-02', '2026-02-27', 0.18)
const march = review('2026-03', '2026-03-31', 0.15)
const april = review('2026-04', '2026-04-29', 0.137)
const may = review('2026-05', '2026-05-28', 0.13)

describe('monthThreeLevel', () => {
  it.each<[string, FinishedReview[], string | null, ReturnType<typeof monthThreeLevel>]>([
    ['nothing yet', [], '2026-01-10', null],
    ['only reviews without a figure', [review('2026-01', '2026-01-30', null)], '2026-01-10', null],
    [
      'the latest review, marked, before three months',
      [january, march, february],
      '2026-01-10',
      { period: '2026-03', mean: 0.15, isProvisional: true },
    ],
    [
      'the first review after three months',
      [may, april, march, february, january],
      '2026-01-10',
      { period: '2026-04', mean: 0.137, isProvisional: false },
    ],
    [
      'a review finished on the very day',
      [march, review('2026-04', '2026-04-30', 0.14), may],
      '2026-01-30',
      { period: '2026-04', mean: 0.14, isProvisional: false },
    ],
    [
      'the day before it, still marked',
      [march, review('2026-04', '2026-04-29', 0.14)],
      '2026-01-30',
      { period: '2026-04', mean: 0.14, isProvisional: true },
    ],
    [
      'a go-live at a month end, where April has no 31st',
      [review('2026-04', '2026-04-30', 0.14)],
      '2026-01-31',
      { period: '2026-04', mean: 0.14, isProvisional: false },
    ],
    [
      'the third month itself when it is reviewed after three full months',
      [review('2026-03', '2026-04-01', 0.15), april],
      '2026-01-01',
      { period: '2026-03', mean: 0.15, isProvisional: false },
    ],
    [
      'no early month that was reviewed late',
      [review('2026-01', '2026-06-10', 0.2), may, april],
      '2026-01-10',
      { period: '2026-04', mean: 0.137, isProvisional: false },
    ],
    [
      'the earliest of several entered on one day',
      [
        review('2026-06', '2026-09-01', 0.1),
        review('2026-05', '2026-09-01', 0.12),
        review('2026-01', '2026-09-01', 0.2),
      ],
      '2026-01-10',
      { period: '2026-05', mean: 0.12, isProvisional: false },
    ],
    [
      'the next one when that review had no figure',
      [review('2026-04', '2026-04-29', null), may],
      '2026-01-10',
      { period: '2026-05', mean: 0.13, isProvisional: false },
    ],
    [
      'the latest, marked, without a go-live',
      [april, may],
      null,
      { period: '2026-05', mean: 0.13, isProvisional: true },
    ],
  ])('is %s', (_, reviews, goLiveOn, expected) => {
    expect(monthThreeLevel(reviews, goLiveOn)).toEqual(expected)
  })
})
