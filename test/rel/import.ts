import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { ORPCError } from '@orpc/client'
import { limits } from '../../electron/core/import/limits.ts'
import type { SourceFile } from '../../electron/core/import/table.ts'
import { aWorkflow } from '../helpers/builders.ts'
import { createTestApp } from '../helpers/test-app.ts'
import { builtSeeds, realSeeds, type Seed } from './import-seeds.ts'
import type { Outcome } from './import-slot.ts'
import { createRandom, mutate, type Random } from './mutate.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '20261121' },
    help: { type: 'boolean' },
  },
})
if (values.help) {
  console.log(
    'npm run rel:import -- [--count N] [--seed N]\nImports N mutated files; fails on any crash, hang or refusal without a reason.',
  )
  process.exit(0)
}

type Tally = {
  files: number
  accepted: number
  refused: number
  crashes: string[]
  hangs: string[]
  reasons: Map<string, number>
}

const hangMilliseconds = 5_000
const sleepMilliseconds = 60_000
/** With the start of a worker of its own, which a busy machine draws out. */
const wholeMilliseconds = 60_000
const slots = 2
/** Every so many files one goes the whole way, through the app into its database. */
const throughReader = 10

const folder = mkdtempSync(join(tmpdir(), 'evenkeel-rel-import-'))
const app = await createTestApp()
const seeds = [...builtSeeds(), ...realSeeds()]
const tallies = new Map<string, Tally>()
const startedAt = performance.now()
let next = 0
/** Milliseconds of processor time that the file which took longest needed. */
let slowest = 0

console.log(`${values.count} files from ${seeds.length} seeds, random seed ${values.seed}`)
await Promise.all(Array.from({ length: slots }, runSlot))
const halves = halfImports()
await app.close()
rmSync(folder, { recursive: true })
process.exitCode = report() ? 0 : 1

async function runSlot(): Promise<void> {
  let worker = await createSlot()
  for (let index = next++; index < Number(values.count); index = next++) {
    const { file, seed, how } = mutatedFile(index)
    const outcome = index % throughReader === 0 ? await importWhole(file) : await within(worker, file)
    if (outcome === null || outcome.kind === 'crash') {
      await worker.terminate()
      worker = await createSlot()
    }
    count(seed, `file ${index} (${how})`, outcome)
    rmSync(file.path)
  }
  await worker.terminate()
}

async function createSlot(): Promise<Worker> {
  const worker = new Worker(new URL('./import-slot.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.workerMegabytes, maxYoungGenerationSizeMb: 48 },
  })
  await once(worker, 'online')
  return worker
}

function mutatedFile(index: number): { file: SourceFile; seed: Seed; how: string } {
  const random: Random = createRandom(Number(values.seed) + index)
  const seed = seeds[index % seeds.length] as Seed
  const inner = random(2) === 0 ? seed.inner : undefined
  const mutated = mutate(inner?.text ?? seed.content, random)
  const path = join(folder, String(index))
  writeFileSync(path, inner ? inner.pack(mutated.bytes) : mutated.bytes)
  return {
    file: { path, name: seed.name },
    seed,
    how: `${seed.name}, ${inner ? 'inside ' : ''}${mutated.how}`,
  }
}

/** The outcome of one file in a slot; null when the slot works on it too long. */
async function within(worker: Worker, file: SourceFile): Promise<Outcome | null> {
  const before = await worker.cpuUsage()
  const answer = once(worker, 'message').then(
    ([outcome]) => outcome as Outcome,
    (error): Outcome => ({ kind: 'crash', message: String(error) }),
  )
  worker.postMessage(file)
  // What counts is the slot's own time, however busy the machine, and a last limit for one that sleeps.
  for (let waited = 0; waited < sleepMilliseconds; waited += hangMilliseconds) {
    const outcome = await Promise.race([answer, pause(hangMilliseconds, null, { ref: false })])
    if (outcome?.kind === 'crash') return outcome
    const { user, system } = await worker.cpuUsage(before)
    const spent = (user + system) / 1000
    slowest = Math.max(slowest, spent)
    if (spent >= hangMilliseconds) return null
    if (outcome !== null) return outcome
  }
  return null
}

/** A file through the door of the app, into a workflow of its own. */
async function importWhole(file: SourceFile): Promise<Outcome | null> {
  const { id: workflowId } = await app.client.workflows.create({ ...aWorkflow(), name: file.path })
  const slow = pause(wholeMilliseconds, null, { ref: false })
  const whole = importOf(workflowId, file).catch((error): Outcome => {
    const isRefused = error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR'
    return { kind: isRefused ? 'refused' : 'crash', message: error.message }
  })
  return Promise.race([whole, slow])
}

async function importOf(workflowId: number, { path, name }: SourceFile): Promise<Outcome> {
  const fileIds = [await app.upload(name, readFileSync(path))]
  const { guess } = await app.client.imports.preview({ workflowId, fileIds })
  const job = await app.runImport(fileIds, { workflowId, mapping: { aiText: 0, ...guess } })
  return job.state === 'done'
    ? { kind: 'accepted', message: '' }
    : { kind: 'refused', message: job.message ?? '' }
}

/** Imports that left some of their rows: those that did not end well and have any, and others that lack some. */
function halfImports(): string[] {
  return app.inspect((db) =>
    db
      .prepare<[], string>(`
        SELECT m.name || ', ' || m.state || ': ' || count(o.id) || ' of ' || m.kept_count FROM imports m
        LEFT JOIN outputs o ON o.import_id = m.id GROUP BY m.id
        HAVING count(o.id) <> iif(m.state = 'done', m.kept_count, 0)`)
      .pluck()
      .all(),
  )
}

function count(seed: Seed, label: string, outcome: Outcome | null): void {
  const tally = tallies.get(seed.kind) ?? createTally()
  tallies.set(seed.kind, tally)
  tally.files++
  if (outcome === null) tally.hangs.push(label)
  else if (outcome.kind === 'accepted') tally.accepted++
  else if (outcome.kind === 'refused' && namesReason(outcome.message)) {
    tally.refused++
    const reason = outcome.message
      .replace(/"[^"]*"/, 'It')
      .replace(/\d[\d,]*/g, 'N')
      .slice(0, 70)
    tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1)
  } else tally.crashes.push(`${label}: ${outcome.message}`)
}

function createTally(): Tally {
  return { files: 0, accepted: 0, refused: 0, crashes: [], hangs: [], reasons: new Map() }
}

/** A reason is a sentence that says what to do. */
function namesReason(message: string): boolean {
  return message.length > 40 && /\.$/.test(message)
}

function report(): boolean {
  for (const [kind, tally] of tallies) {
    console.log(
      `${kind.padEnd(6)} ${tally.files} files: ${tally.accepted} accepted, ${tally.refused} refused with a reason, ${tally.crashes.length} crashes, ${tally.hangs.length} hangs`,
    )
    for (const [reason, times] of [...tally.reasons].sort((a, b) => b[1] - a[1]).slice(0, 4))
      console.log(`         ${times} x ${reason}`)
    for (const failure of [...tally.crashes, ...tally.hangs].slice(0, 5)) console.log(`  FAILED ${failure}`)
  }
  for (const half of halves) console.log(`  HALF   ${half}`)
  const failures = [...tallies.values()].reduce(
    (sum, tally) => sum + tally.crashes.length + tally.hangs.length,
    halves.length,
  )
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(
    `${seconds} s, at most ${megabytes} MB and ${(slowest / 1000).toFixed(2)} s of the processor for one file; ${failures === 0 ? 'no crash, no hang, no half import, every refusal has its reason' : `${failures} failures`}`,
  )
  return failures === 0
}
