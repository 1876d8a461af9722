import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** What a promise was tried on, the cases that broke it, and how often its control failed as it must. */
export type Outcome = {
  promise: string
  cases: number
  /** One sentence for each case that broke the promise. */
  failures: readonly string[]
  control: { what: string; seen: number }
  /** Figures to show, by the name of what was tried. */
  table?: Readonly<Record<string, object>>
}

const startedAt = performance.now()
/** Processes started by a promise load what the first of them compiled: a start costs a fifth. */
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'evenkeel-compiled')
/** The last line of every promise, read by `npm run rel`. */
export const outcomeMark = 'RESULT '

/** `--count`, `--only` (a part of the name of what is tried) and `--seed` of the command line, and a generator that follows the seed. The seed is printed. */
export function options(count: number) {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: String(count) },
      only: { type: 'string', default: '' },
      seed: { type: 'string', default: '20261128' },
    },
  })
  console.log(`seed ${values.seed}, count ${values.count}`)
  return { count: Number(values.count), only: values.only, ...generatorOf(Number(values.seed)) }
}

export function generatorOf(seed: number) {
  const generator = xoroshiro128plus(seed)
  const below = (limit: number) => uniformInt(generator, 0, limit - 1)
  return { seed, below, chance: (share: number) => below(1000) < share * 1000 }
}

/** Says how it went and ends the process: with 1 where a case failed, or where the control did not. */
export function conclude({ promise, cases, failures, control, table }: Outcome): never {
  if (table) console.table(table)
  for (const words of failures.slice(0, 20)) console.log(`FAILED ${words}`)
  if (control.seen === 0)
    console.log(`FAILED the control (${control.what}) saw nothing, so this test proves nothing.`)
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.log(
    `${promise}: ${cases} cases, ${failures.length} failed; control saw ${control.seen}; ${seconds} s`,
  )
  const summary = { cases, failed: failures.length, control: `${control.seen}: ${control.what}`, seconds }
  console.log(outcomeMark + JSON.stringify({ promise, ...summary }))
  process.exit(failures.length === 0 && control.seen > 0 ? 0 : 1)
}

/** Ends a promise that this computer cannot try. */
export function skip(promise: string, why: string): never {
  console.log(`${promise}: skipped, ${why}`)
  console.log(
    outcomeMark + JSON.stringify({ promise, cases: 0, failed: 0, control: `skipped: ${why}`, seconds: 0 }),
  )
  process.exit(0)
}
