import type { FinishedReview } from '../../shared/domain/findings/finished-review.ts'
import { addMonths, type Day, type Month } from '../../shared/domain/time/dates.ts'

/** The proposals of the target screens: correction minutes of 90, month by month from September 2025. */
const byHandMinutes = 90
export const goLiveOn: Day = '2025-09-01'

const minutesByMonth = [
  [7, 7, 10, 10, 11, 11, 13, 13, 15, 20],
  [9, 9, 9, 10, 11, 12, 12, 13, 16, 23],
  [8, 8, 9, 10, 12, 12, 13, 13, 16, 16],
  [9, 10, 12, 13, 14, 14, 15, 18, 18, 22],
  [6, 7, 7, 11, 12, 13, 14, 14, 16, 21],
  [5, 8, 10, 10, 12, 14, 16, 16, 17, 23],
  [6, 7, 9, 10, 10, 12, 13, 13, 16, 19],
  [8, 9, 9, 11, 11, 14, 14, 15, 21, 22],
  [8, 8, 8, 11, 12, 15, 15, 17, 19, 19],
  [7, 12, 12, 12, 13, 14, 15, 16, 19, 27],
  [9, 11, 11, 12, 15, 17, 20, 22, 23, 23],
  [9, 13, 13, 15, 17, 17, 17, 21, 22, 23],
  [11, 13, 15, 17, 19, 19, 19, 21, 22, 30],
  [14, 17, 17, 19, 20, 20, 22, 25, 32, 35],
]

/** Finished on the 5th of the month after, outputs undated. */
export const proposals: readonly FinishedReview[] = minutesByMonth.map((minutes, index) =>
  reviewOf(
    addMonths('2025-09', index),
    minutes.map((each) => ({ minutes: each, on: null })),
  ),
)

const dated = (on: Day, minutes: readonly number[]) => minutes.map((each) => ({ minutes: each, on }))

/** The same with dates where change 17 needs them, and the three months after it. */
export const proposalsWithDates: readonly FinishedReview[] = [
  ...proposals.slice(0, 12),
  reviewOf('2026-09', [
    ...dated('2026-09-04', [11, 15, 19, 19]),
    ...dated('2026-09-14', [13, 17, 19, 21, 22, 30]),
  ]),
  reviewOf('2026-10', dated('2026-10-15', minutesByMonth[13] ?? [])),
  reviewOf('2026-11', [
    ...dated('2026-11-13', [17, 20, 23, 26]),
    ...dated('2026-11-16', [8, 11, 13, 15, 19]),
    ...dated('2026-11-29', [27]),
  ]),
  reviewOf('2026-12', dated('2026-12-30', [6, 8, 9, 10, 10, 11, 12, 13, 15, 18])),
  reviewOf('2027-01', dated('2027-01-29', [7, 7, 9, 10, 11, 11, 12, 13, 14, 17])),
]

function reviewOf(month: Month, outputs: readonly { minutes: number; on: Day | null }[]): FinishedReview {
  return {
    month,
    finishedOn: `${addMonths(month, 1)}-05`,
    measure: 'minutes',
    sample: 'random',
    outputs: outputs.map(({ minutes, on }, index) => ({
      id: Number(month.replace('-', '')) * 100 + index,
      writtenOn: on,
      value: minutes / byHandMinutes,
      by: null,
    })),
    secondLook: null,
  }
}
