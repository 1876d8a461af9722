import { z } from 'zod'

const Spec = z.object({
  title: z.string(),
  tests: z.array(z.object({ status: z.string(), results: z.array(z.object({ duration: z.number() })) })),
})
type Suite = { specs: z.infer<typeof Spec>[]; suites?: Suite[] | undefined }
const Suite: z.ZodType<Suite> = z.object({
  specs: z.array(Spec),
  suites: z.lazy(() => z.array(Suite)).optional(),
})
const Report = z.object({ suites: z.array(Suite) })

const outcomes: Readonly<Record<string, string>> = {
  expected: 'passed',
  skipped: 'skipped',
  flaky: 'AT THE SECOND TRY',
}

/** Playwright's JSON report as lines: how each journey ended and how long it took, in seconds. */
export function journeysTable(report: unknown): string {
  const specs = Report.parse(report).suites.flatMap(specsOf)
  return specs
    .map(({ title, tests }) => {
      const [test] = tests
      const took = test?.results.reduce((sum, { duration }) => sum + duration, 0) ?? 0
      const outcome = outcomes[test?.status ?? ''] ?? 'FAILED'
      return `${outcome.padEnd(18)}${(took / 1000).toFixed(1).padStart(6)} s  ${title}`
    })
    .join('\n')
}

function specsOf({ specs, suites = [] }: Suite): Suite['specs'] {
  return [...specs, ...suites.flatMap(specsOf)]
}
