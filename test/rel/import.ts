import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { limits } from '../../electron/core/import/limits.ts'
import { createImportReader } from '../../electron/core/import/reader.ts'
import type { SourceFile } from '../../electron/core/import/table.ts'
import { AppError } from '../../shared/errors.ts'
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
/** Every so many files one goes the whole way through the reader and its own worker. */
const throughReader = 10

const folder = mkdtempSync(join(tmpdir(), 'evenkeel-rel-import-'))
const reader = createImportReader({
  workerUrl: new URL('../../electron/core/import/import-worker.ts', import.meta.url),
})
const seeds = [...builtSeeds(), ...realSeeds()]
const tallies = new Map<string, Tally>()
const startedAt = performance.now()
let next = 0

console.log(`${values.count} files from ${seeds.length} seeds, random seed ${values.seed}`)
await Promise.all(Array.from({ length: slots }, runSlot))
rmSync(folder, { recursive: true })
process.exitCode = report() ? 0 : 1

async function runSlot(): Promise<void> {
  let worker = await createSlot()
  for (let index = next++; index < Number(values.count); index = next++) {
    const { file, seed, how } = mutatedFile(index)
    const outcome = index % throughReader === 0 ? await readWhole(file) : await within(worker, file)
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
  // A busy machine is no hang: what counts is the slot's own time, and a last limit for one that sleeps.
  for (let waited = 0; waited < sleepMilliseconds; waited += hangMilliseconds) {
    const outcome = await Promise.race([answer, pause(hangMilliseconds, null, { ref: false })])
    if (outcome !== null) return outcome
    const { user, system } = await worker.cpuUsage(before)
    if ((user + system) / 1000 >= hangMilliseconds) return null
  }
  return null
}

async function readWhole(file: SourceFile): Promise<Outcome | null> {
  const signal = AbortSignal.timeout(wholeMilliseconds)
  const handlers = {
    onRows: () => undefined,
    onProblems: () => undefined,
    onProgress: () => undefined,
    signal,
  }
  try {
    const { guess, dateOrder } = await reader.preview([file], {}, signal)
    await reader.read([file], { mapping: { aiText: 0, ...guess }, dateOrder }, handlers)
    return { kind: 'accepted', message: '' }
  } catch (error) {
    if (error instanceof AppError && error.code === 'CANCELLED') return null
    if (error instanceof AppError) return { kind: 'refused', message: error.message }
    return { kind: 'crash', message: String(error) }
  }
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
  const failures = [...tallies.values()].reduce(
    (sum, tally) => sum + tally.crashes.length + tally.hangs.length,
    0,
  )
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(
    `${seconds} s, at most ${megabytes} MB; ${failures === 0 ? 'no crash, no hang, every refusal has its reason' : `${failures} failures`}`,
  )
  return failures === 0
}
