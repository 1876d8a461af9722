import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { recoveryOf } from '../helpers/safety.ts'
import { createTestApp, temporaryFolder } from '../helpers/test-app.ts'
import { createReplay, readRecord } from './disk/replay.ts'
import { compileShim, noShim, underShim } from './disk/shim.ts'
import { conclude, options, skip } from './harness.ts'
import { type Fact, troublesOf } from './sound.ts'
import { type StoryName, stories, surroundings } from './stories.ts'

/**
 * Records everything the core writes while work is done, cuts the power at a random place of the record, and starts
 * again on what a disk could have then: every acknowledged answer must be there, nothing half. The control has a
 * drive that does not sync the log; it must lose answers. Cuts while a database is made or brought up to date are
 * those of `migrate.ts`.
 */

const { count, only, below, chance } = options(200)
const library = compileShim() ?? skip('rel:powercut', noShim)
const rounds = { review: 40, checklist: 40, imports: 6 }
const names = ['review', 'checklist', 'imports'] as const

type Recorded = { changes: ReturnType<typeof readRecord>; before: Record<string, Buffer> }

async function recorded(name: StoryName, times: number): Promise<Recorded> {
  const app = await createTestApp(surroundings)
  const folder = app.dataDir
  const id = await stories[name].prepare(app)
  await app.close()
  const before = filesIn(folder)
  const record = join(temporaryFolder(), 'record')
  const child = join(import.meta.dirname, 'powercut-child.ts')
  const { status } = spawnSync(process.execPath, [child, folder, name, String(id), String(times)], {
    env: underShim(library, { folder, record }),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error(`The story of ${name} ended with ${status}`)
  const changes = readRecord(record, folder)
  assertComplete({ changes, before }, folder)
  return { changes, before }
}

function filesIn(folder: string): Record<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name))]))
}

/** With every change kept the replay is what lies on the disk, or the recorder missed something. */
function assertComplete({ changes, before }: Recorded, folder: string) {
  const target = join(temporaryFolder(), 'whole')
  createReplay(changes, { fate: () => 'kept', below }, before).cutTo(changes.length, target)
  for (const name of ['evenkeel.db', 'acknowledged'])
    if (!readFileSync(join(target, name)).equals(readFileSync(join(folder, name))))
      throw new Error(`The record of ${name} is not what lies on the disk.`)
}

/** The sentences of every cut that broke the promise. */
async function cutOften({ changes, before }: Recorded, times: number, isControl: boolean): Promise<string[]> {
  const fate = () => (chance(0.4) ? 'kept' : chance(0.5) ? 'dropped' : 'torn')
  const isIgnored = (path: string) => isControl && path.endsWith('-wal')
  const replay = createReplay(changes, { below, fate, isIgnored }, before)
  const cuts = Array.from({ length: times }, () => 1 + below(changes.length)).sort((a, b) => a - b)
  const failures: string[] = []
  for (const cut of cuts) {
    const dataDir = join(temporaryFolder(), 'cut')
    replay.cutTo(cut, dataDir)
    const [found] = await troublesAfter(dataDir, acknowledgedBy(changes.slice(0, cut)))
    if (found !== undefined) failures.push(`after ${cut} changes: ${found}`)
    rmSync(dirname(dataDir), { recursive: true, force: true })
  }
  return failures
}

async function troublesAfter(dataDir: string, facts: readonly Fact[]): Promise<string[]> {
  const path = join(dataDir, 'evenkeel.db')
  const app = await createTestApp({ dataDir })
  const recovery = await recoveryOf(app)
  await app.close()
  if (recovery) return [`it does not open: ${recovery.message}`]
  return troublesOf(path, facts)
}

/** The marks are on no disk that could lose them. */
function acknowledgedBy(changes: Recorded['changes']): Fact[] {
  const lines = changes.filter(({ kind, path }) => kind === 'w' && path === 'acknowledged')
  return lines.map(({ data }) => JSON.parse(data.toString()) as Fact)
}

const failures: string[] = []
const table: Record<string, object> = {}
let cases = 0
let seen = 0
for (const name of names.filter((each) => each.includes(only))) {
  const made = await recorded(name, rounds[name])
  const found = await cutOften(made, count, false)
  const controls = Math.max(5, count / 10)
  const lost = (await cutOften(made, controls, true)).length
  failures.push(...found.map((words) => `${name} ${words}`))
  table[name] = {
    changes: made.changes.length,
    cuts: count,
    failed: found.length,
    controls,
    controlsLost: lost,
  }
  cases += count
  seen += lost
}
conclude({
  promise: 'rel:powercut',
  cases,
  failures,
  table,
  control: { what: 'a log that is never synced', seen },
})
