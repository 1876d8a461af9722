import { z } from 'zod'

/** How many tests came out which way; `again` of the passed ones did so at the second try only. */
export const Counts = z.object({
  passed: z.number(),
  failed: z.number(),
  skipped: z.number(),
  again: z.number(),
})
export type Counts = z.infer<typeof Counts>

const VitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})

/** Reads Vitest's JSON report. A file that could not be loaded counts as one failed test. */
export function vitestCounts(report: unknown): Counts {
  const { success, numPassedTests, numFailedTests, numPendingTests, numTodoTests } =
    VitestReport.parse(report)
  return {
    passed: numPassedTests,
    failed: success ? numFailedTests : Math.max(1, numFailedTests),
    skipped: numPendingTests + numTodoTests,
    again: 0,
  }
}

const PlaywrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
})

/** Reads Playwright's JSON report. An error outside any test counts as a failed test. */
export function playwrightCounts(report: unknown): Counts {
  const { errors, stats } = PlaywrightReport.parse(report)
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    again: stats.flaky,
  }
}

export function sumCounts(all: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), again: sum('again') }
}

/** `12 passed, 0 failed`, with the skipped ones and those that needed a second try where there are any. */
export function countsLine({ passed, failed, skipped, again }: Counts): string {
  const more = [skipped > 0 && `${skipped} skipped`, again > 0 && `${again} passed at the second try`]
  return [`${passed} passed`, `${failed} failed`, ...more.filter((part) => part !== false)].join(', ')
}
