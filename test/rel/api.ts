import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { type FakeMessagesApi, type Fault, startFakeMessagesApi } from '../helpers/fake-messages-api.ts'
import { openRuns, plantTest } from '../helpers/model-test-runs.ts'
import { createTestClock } from '../helpers/test-app.ts'
import { type Case, examine, type Figures, outputsIn } from './api-case.ts'
import type { ApiLine } from './api-child.ts'
import { faults } from './api-faults.ts'
import { conclude, options } from './harness.ts'

/**
 * Kills the core with SIGKILL while it fetches the outputs of a model test from a server that fails in every way,
 * and compares its ledger with what the server counted: no received answer may be lost or bought again.
 */

const inputs = 8
const expected = 2 * inputs
const killsPerRun = 4
const child = join(import.meta.dirname, 'api-child.ts')

const { count: kills, below } = options(200)

type Tally = Figures & { kills: number; faults: number; violations: string[] }

/** A child that has loaded the core and waits for a word to open the database. */
const startChild = (folder: string, { baseURL }: FakeMessagesApi) =>
  spawn(process.execPath, [child, folder, baseURL], { stdio: ['pipe', 'pipe', 'inherit'] })

/** Lets a child go on: to its end, or for so many milliseconds after its first news. What it showed as done. */
async function goOn(
  process: ChildProcess,
  killAfterMs: number | null,
): Promise<{ done: number; ended: boolean }> {
  if (!process.stdout || !process.stdin) throw new Error('The child has no pipes')
  const lines = createInterface({ input: process.stdout })
  const exited = Promise.all([once(process, 'exit'), once(lines, 'close')])
  let done = 0
  let ended = false
  const firstNews = new Promise<void>((resolve) => {
    lines.on('line', (text) => {
      const line = JSON.parse(text) as ApiLine
      if ('ended' in line) ended = true
      else done = line.done
      resolve()
    })
  })
  process.stdin.write('open\n')
  await Promise.race([firstNews, exited])
  if (killAfterMs !== null) {
    await Promise.race([pause(killAfterMs), exited])
    process.kill('SIGKILL')
  }
  await exited
  if (killAfterMs === null && !ended) throw new Error('The child ended before its run')
  return { done, ended }
}

async function plantedFolder(baseURL: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-rel-api-'))
  const runs = await openRuns(folder, { baseURL, clock: createTestClock() })
  plantTest(runs.db, { inputs })
  await runs.close()
  return folder
}

/** One model test, killed up to `most` times and then fetched to its end; faults come until then. */
async function runOnce(api: FakeMessagesApi, fault: Fault, most: number): Promise<Tally> {
  const folder = await plantedFolder(api.baseURL)
  const path = join(folder, 'evenkeel.db')
  let faulty = 0
  api.reset()
  api.decide(() => {
    if (below(4) > 0) return { kind: 'answer', latencyMs: 5 + below(40) }
    faulty++
    return fault
  })
  let killed = 0
  const violations: string[] = []
  let next = startChild(folder, api)
  while (killed < most) {
    const { done, ended } = await goOn(next, below(120))
    next = startChild(folder, api)
    if (ended) break
    killed++
    const kept = outputsIn(path)
    if (kept < done) violations.push(`${done} were shown as done, ${kept} are there`)
  }
  await goOn(next, null)
  const found = examine(path, api.requests, expected, killed)
  if (controlled === 0) control(folder, api, killed)
  rmSync(folder, { recursive: true, force: true })
  return { ...found.figures, kills: killed, faults: faulty, violations: [...violations, ...found.violations] }
}

let controlled = 0

/** What this test must see: a lost output, an answer bought again, a request that is not in the ledger. */
function control(folder: string, api: FakeMessagesApi, killed: number) {
  const damages: Record<string, string> = {
    'a lost output': "DELETE FROM test_outputs WHERE input_id = 1 AND side = 'current'",
    'an answer bought again':
      "UPDATE sent_requests SET outcome = 'failed' WHERE id = (SELECT max(id) FROM sent_requests WHERE outcome = 'answered')",
    'a changed text': "UPDATE test_outputs SET text = 'Another' WHERE input_id = 1",
  }
  for (const [name, sql] of Object.entries(damages)) {
    const copy = mkdtempSync(join(tmpdir(), 'evenkeel-rel-api-'))
    cpSync(folder, copy, { recursive: true })
    const db = new Database(join(copy, 'evenkeel.db'))
    db.exec(sql)
    db.close()
    const seen: Case = examine(join(copy, 'evenkeel.db'), api.requests, expected, killed)
    rmSync(copy, { recursive: true, force: true })
    if (seen.violations.length === 0) throw new Error(`This test does not see ${name}, so it proves nothing.`)
    controlled += 1
  }
}

console.log(`${kills} kills, spread over ${Object.keys(faults).length} faults`)
const api = await startFakeMessagesApi()
const tallies = new Map<string, Tally>()
const names = Object.keys(faults)
const goal = (index: number) =>
  Math.floor(((index + 1) * kills) / names.length) - Math.floor((index * kills) / names.length)
for (const [index, [name, fault]] of Object.entries(faults).entries()) {
  let sum: Tally | null = null
  // A run can end before its kill; then another one is killed.
  while ((sum?.kills ?? 0) < goal(index) || sum === null) {
    const tally = await runOnce(api, fault, Math.min(killsPerRun, goal(index) - (sum?.kills ?? 0)))
    sum = sum === null ? tally : added(sum, tally)
  }
  tallies.set(name, sum)
  console.log(`${name}: ${sum.kills} kills, ${sum.violations.length} violations`)
}
await api.close()

function added(one: Tally, other: Tally): Tally {
  const sum = (key: keyof Omit<Tally, 'violations'>) => one[key] + other[key]
  return {
    outputs: sum('outputs'),
    answered: sum('answered'),
    maybePaid: sum('maybePaid'),
    failed: sum('failed'),
    paid: sum('paid'),
    kills: sum('kills'),
    faults: sum('faults'),
    violations: [...one.violations, ...other.violations],
  }
}

const totals = [...tallies.values()].reduce(added)
console.log(
  `${totals.faults} faults: ${totals.answered} answers received, ${totals.paid} paid at the server, ${totals.maybePaid} flagged as maybe paid`,
)
conclude({
  promise: 'rel:api',
  cases: totals.kills,
  failures: [...tallies].flatMap(([name, { violations }]) => violations.map((words) => `${name}: ${words}`)),
  table: Object.fromEntries(
    [...tallies].map(([name, { violations, ...figures }]) => [
      name,
      { ...figures, violations: violations.length },
    ]),
  ),
  control: { what: 'an output lost, an answer bought again, a changed text', seen: controlled },
})
