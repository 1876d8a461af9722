import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { Counts } from '../helpers/counts.ts'
import { outcomeMark } from './harness.ts'

/**
 * Runs every promise one after the other and prints what each was tried on. `--short` is what `npm test` runs of them:
 * about 35 seconds of processor time. `--report` is a file for how many held.
 */

type Promised = { full: readonly string[]; short: readonly string[] | null }

const promises: Readonly<Record<string, Promised>> = {
  kill: { full: ['--count', '500'], short: ['--count', '2', '--only', 'imports'] },
  powercut: { full: ['--count', '1000'], short: ['--count', '3', '--only', 'review'] },
  io: { full: [], short: ['--count', '2', '--only', 'review'] },
  corrupt: { full: ['--count', '1000'], short: ['--count', '4', '--only', 'by hand'] },
  backup: { full: ['--count', '200'], short: ['--count', '1'] },
  migrate: { full: ['--count', '1000'], short: null },
  model: { full: ['--count', '10000'], short: ['--count', '100'] },
  roundtrip: { full: [], short: null },
  two: { full: ['--count', '50'], short: null },
  clock: { full: [], short: null },
  import: { full: [], short: null },
  bounds: { full: [], short: null },
  loop: { full: ['--count', '1024'], short: null },
  api: { full: ['--count', '200'], short: null },
}

const { values } = parseArgs({
  options: { short: { type: 'boolean', default: false }, report: { type: 'string' } },
})

type Line = {
  result: string
  cases: number | string
  failed: number | string
  control: string
  seconds: number
}

/** How many promises held, as tests are counted. */
function counted(lines: readonly Line[]): Counts {
  const skipped = lines.filter(({ control }) => control.startsWith('skipped')).length
  const failed = lines.filter(({ result }) => result === 'FAILED').length
  return { passed: lines.length - failed - skipped, failed, skipped, again: 0 }
}

/** Runs one with its output shown, and resolves to its line of the table. */
async function run(name: string, args: readonly string[]): Promise<Line> {
  const startedAt = performance.now()
  const script = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said: Partial<Line> = {}
  createInterface({ input: script.stdout }).on('line', (line) => {
    if (line.startsWith(outcomeMark)) said = JSON.parse(line.slice(outcomeMark.length)) as Partial<Line>
    else console.log(line)
  })
  const code = await new Promise((resolve) => script.once('close', resolve))
  const { cases = '', failed = '', control = 'its own' } = said
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  return { result: code === 0 ? 'held' : 'FAILED', cases, failed, control, seconds }
}

const table: Record<string, Line> = {}
for (const [name, { full, short }] of Object.entries(promises)) {
  const args = values.short ? short : full
  if (args === null) continue
  console.log(`\nrel:${name} ${args.join(' ')}`)
  table[`rel:${name}`] = await run(name, args)
}
console.table(table)
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(counted(Object.values(table))))
process.exitCode = Object.values(table).every(({ result }) => result === 'held') ? 0 : 1
