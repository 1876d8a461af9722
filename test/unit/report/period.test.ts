import { expect, test } from 'vitest'
import { periodName, reportPeriods } from '../../../shared/domain/report/period.ts'

test.each([
  [[], null, []],
  [['2026-10'], null, ['month 2026-10 2026-10', 'quarter 2026-10 2026-10', 'year 2026-01 2026-10']],
  [
    ['2026-09', '2026-08'],
    null,
    ['month 2026-09 2026-09', 'quarter 2026-07 2026-09', 'year 2026-01 2026-09'],
  ],
  // Since the report of July: August and September.
  [
    ['2026-09'],
    '2026-07',
    ['month 2026-09 2026-09', 'quarter 2026-07 2026-09', 'year 2026-01 2026-09', 'since 2026-08 2026-09'],
  ],
  // The report before was of the month before: "since" would be the month itself.
  [['2026-09'], '2026-08', ['month 2026-09 2026-09', 'quarter 2026-07 2026-09', 'year 2026-01 2026-09']],
  [['2026-09'], '2026-09', ['month 2026-09 2026-09', 'quarter 2026-07 2026-09', 'year 2026-01 2026-09']],
])('finished %j, last report to %s', (finished, last, periods) => {
  expect(reportPeriods(finished, last).map(({ kind, from, to }) => `${kind} ${from} ${to}`)).toEqual(periods)
})

test.each([
  ['month', '2026-10', '2026-10', 'October 2026'],
  ['quarter', '2026-07', '2026-09', 'Quarter 3 of 2026'],
  ['quarter', '2026-10', '2026-11', 'Quarter 4 of 2026, to November'],
  ['year', '2026-01', '2026-10', '2026, to October'],
  ['year', '2026-01', '2026-12', '2026'],
  ['since', '2026-08', '2026-10', 'August to October 2026'],
  ['since', '2025-12', '2026-02', 'December 2025 to February 2026'],
] as const)('%s %s %s is %s', (kind, from, to, name) => {
  expect(periodName({ kind, from, to }, 'en-GB')).toBe(name)
})
