/** What a promise was tried on, the cases that broke it, and how often its control failed as it must. */
type Outcome = {
  promise: string
  cases: number
  /** One sentence for each case that broke the promise. */
  failures: readonly string[]
  control: { what: string; seen: number }
}

const startedAt = performance.now()

/** Says how it went and ends the process: with 1 where a case failed, or where the control did not. */
export function conclude({ promise, cases, failures, control }: Outcome): never {
  for (const words of failures.slice(0, 20)) console.log(`FAILED ${words}`)
  if (control.seen === 0) console.log(`FAILED the control saw nothing: ${control.what}`)
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.log(
    `${promise}: ${cases} cases, ${failures.length} failed; control ${control.seen}: ${control.what}; ${seconds} s`,
  )
  process.exit(failures.length === 0 && control.seen > 0 ? 0 : 1)
}
