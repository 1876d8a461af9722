import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { recoveryOf } from '../helpers/safety.ts'
import { createTestApp, temporaryFolder } from '../helpers/test-app.ts'
import { conclude, options } from './harness.ts'
import { type Fact, troublesOf } from './sound.ts'
import { type StoryName, stories, surroundings } from './stories.ts'

/**
 * Kills the core with SIGKILL in the middle of saves, finishes, imports, publications and runs, and looks for every
 * answer it had acknowledged. The control acknowledges first and writes 25 ms later; it must lose answers, or this
 * test could not see a loss.
 */

type Variant = 'saved' | 'debounced'

const longestWait = 120
/** Rounds of one child never reach the numbers of the next. */
const roundsPerChild = 10_000
const child = join(import.meta.dirname, 'kill-child.ts')
const { count, only, below } = options(50)

/** A child that has loaded the core and waits for a word to open the database. */
const startChild = (dataDir: string, name: StoryName, id: number, kill: number, variant: Variant) =>
  spawn(process.execPath, [child, dataDir, name, String(id), String(1 + kill * roundsPerChild), variant], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })

async function killed(process: ChildProcess, wait: number): Promise<Fact[]> {
  const acknowledged: Fact[] = []
  if (!process.stdout || !process.stdin) throw new Error('The child has no pipes')
  const lines = createInterface({ input: process.stdout })
  const ended = Promise.all([once(process, 'exit'), once(lines, 'close')])
  process.stdin.write('open\n')
  const firstOne = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      acknowledged.push(JSON.parse(line) as Fact)
      resolve()
    })
  })
  await Promise.race([firstOne, ended.then(() => Promise.reject(new Error('The child ended by itself')))])
  await pause(wait)
  process.kill('SIGKILL')
  await ended
  return acknowledged
}

/** Looked at in a copy: the next kill meets what this one left, with its log. */
async function troublesAfter(dataDir: string, facts: readonly Fact[]): Promise<string[]> {
  const copy = join(temporaryFolder(), 'killed')
  cpSync(dataDir, copy, { recursive: true })
  const app = await createTestApp({ dataDir: copy })
  const recovery = await recoveryOf(app)
  await app.close()
  const troubles = recovery ? [recovery.message] : troublesOf(join(copy, 'evenkeel.db'), facts)
  rmSync(dirname(copy), { recursive: true, force: true })
  return troubles
}

async function killOften(name: StoryName, kills: number, variant: Variant) {
  const made = await createTestApp(surroundings)
  const { dataDir } = made
  const id = await stories[name].prepare(made)
  await made.close()
  const failures: string[] = []
  let acknowledged = 0
  let next = startChild(dataDir, name, id, 0, variant)
  for (let kill = 1; kill <= kills; kill += 1) {
    const facts = await killed(next, below(longestWait))
    // Loading the core takes most of a second: the next one does so while this one's data is looked at.
    if (kill < kills) next = startChild(dataDir, name, id, kill, variant)
    acknowledged += facts.length
    const [found] = await troublesAfter(dataDir, facts)
    if (found !== undefined) failures.push(`${name}, kill ${kill}: ${found}`)
  }
  rmSync(dataDir, { recursive: true, force: true })
  return { acknowledged, failures }
}

const failures: string[] = []
const table: Record<string, object> = {}
const names = (Object.keys(stories) as StoryName[]).filter((name) => name.includes(only))
const kills = Math.ceil(count / names.length)
for (const name of names) {
  const { acknowledged, failures: found } = await killOften(name, kills, 'saved')
  failures.push(...found)
  table[name] = { kills, acknowledged, failed: found.length }
}
const control = await killOften('review', Math.max(2, Math.ceil(count / 10)), 'debounced')
const seen = control.failures.length
conclude({
  ...{ promise: 'rel:kill', cases: kills * names.length, failures, table },
  control: { what: 'acknowledged first, written 25 ms later', seen },
})
