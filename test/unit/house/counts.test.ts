import { describe, expect, it } from 'vitest'
import { countsLine, playwrightCounts, sumCounts, vitestCounts } from '../../helpers/counts.ts'

const vitest = { success: true, numPassedTests: 8, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }
const playwright = { errors: [], stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 } }

describe('the sum of all tests', () => {
  it.each([
    ['all well', vitest, { passed: 8, failed: 0, skipped: 2, again: 0 }],
    [
      'a failed test',
      { ...vitest, success: false, numFailedTests: 3 },
      { passed: 8, failed: 3, skipped: 2, again: 0 },
    ],
    [
      'a file that does not load',
      { ...vitest, success: false },
      { passed: 8, failed: 1, skipped: 2, again: 0 },
    ],
  ])('reads Vitest: %s', (_name, report, counts) => {
    expect(vitestCounts(report)).toEqual(counts)
  })

  it.each([
    ['all well', playwright, { passed: 5, failed: 0, skipped: 0, again: 0 }],
    [
      'a failed and a flaky test',
      { ...playwright, stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } },
      { passed: 4, failed: 1, skipped: 2, again: 1 },
    ],
    [
      'an error outside any test',
      { ...playwright, errors: [{}] },
      { passed: 5, failed: 1, skipped: 0, again: 0 },
    ],
  ])('reads Playwright: %s', (_name, report, counts) => {
    expect(playwrightCounts(report)).toEqual(counts)
  })

  it('says the sum in one line', () => {
    const sum = sumCounts([vitestCounts(vitest), playwrightCounts(playwright)])
    expect([
      countsLine(sum),
      countsLine({ ...sum, skipped: 0 }),
      countsLine({ ...sum, skipped: 0, again: 2 }),
    ]).toEqual([
      '13 passed, 0 failed, 2 skipped',
      '13 passed, 0 failed',
      '13 passed, 0 failed, 2 passed at the second try',
    ])
  })
})
