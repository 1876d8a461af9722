import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { recoveryOf } from '../helpers/safety.ts'
import { createTestApp, temporaryFolder } from '../helpers/test-app.ts'
import { createReplay, readRecord } from './disk/replay.ts'
import { compileShim, noShim, underShim } from './disk/shim.ts'
import { conclude, options, skip } from './harness.ts'
import { troublesOf } from './sound.ts'

/**
 * Brings each kept company of an earlier version up to date, cuts the power at random places of the record and
 * starts again: it must open and hold what it holds without a cut. The control has a drive that syncs neither the log nor the
 * file; it must break.
 */

const { count, below, chance } = options(100)
const library = compileShim() ?? skip('rel:migrate', noShim)
const fixtures = join(import.meta.dirname, '../fixtures')
const child = join(import.meta.dirname, 'migrate-child.ts')

type Changes = ReturnType<typeof readRecord>

/** What was written, and the company as it is without a cut. */
function recorded(old: Buffer): { changes: Changes; content: Content } {
  const folder = join(temporaryFolder(), 'company')
  mkdirSync(folder)
  writeFileSync(join(folder, 'evenkeel.db'), old)
  const record = join(temporaryFolder(), 'record')
  const { status } = spawnSync(process.execPath, [child, folder], {
    env: underShim(library, { folder, record }),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error(`Bringing it up to date ended with ${status}`)
  const entries = entriesOf(old)
  return { changes: readRecord(record, folder), content: contentOf(join(folder, 'evenkeel.db'), entries) }
}

/** The last entry of its log: bringing it up to date adds to it what it did, at another time in each start. */
function entriesOf(old: Buffer): number {
  const db = new Database(old)
  const last = db.prepare<[], number>('SELECT max(seq) FROM audit').pluck().get() ?? 0
  db.close()
  return last
}

type Content = { entries: number; lists: Record<string, string> }

/** What the owner wrote, in tables that every version has. */
function contentOf(path: string, entries: number): Content {
  const db = new Database(path)
  try {
    const all = (sql: string) => JSON.stringify(db.prepare(sql).raw().all())
    return {
      entries,
      lists: {
        workflows: all('SELECT id, name, purpose FROM workflows ORDER BY id'),
        outputs: all('SELECT id, ai_text, final_text FROM outputs ORDER BY id'),
        wordings: all('SELECT id, document_id, number, text FROM versions ORDER BY id'),
        reviews: all('SELECT id, workflow_id, month, state FROM reviews ORDER BY id'),
        log: all(`SELECT seq, hash FROM audit WHERE seq <= ${entries} ORDER BY seq`),
      },
    }
  } finally {
    db.close()
  }
}

async function troublesAfter(dataDir: string, { entries, lists }: Content): Promise<string | undefined> {
  const app = await createTestApp({ dataDir })
  const recovery = await recoveryOf(app)
  await app.close()
  if (recovery) return `it does not open: ${recovery.message}`
  const path = join(dataDir, 'evenkeel.db')
  const now = contentOf(path, entries).lists
  const other = Object.keys(lists).filter((name) => now[name] !== lists[name])
  return other.length === 0 ? troublesOf(path, [])[0] : `it holds something else: ${other.join(', ')}`
}

type Recorded = ReturnType<typeof recorded>

async function cutOften(
  old: Buffer,
  { changes, content }: Recorded,
  times: number,
  isControl: boolean,
): Promise<string[]> {
  const fate = () => (chance(0.4) ? 'kept' : chance(0.5) ? 'dropped' : 'torn')
  const isIgnored = (path: string) => isControl && path.startsWith('evenkeel.db')
  const replay = createReplay(changes, { below, fate, isIgnored }, { 'evenkeel.db': old })
  const cuts = Array.from({ length: times }, () => 1 + below(changes.length)).sort((a, b) => a - b)
  const failures: string[] = []
  for (const cut of cuts) {
    const dataDir = join(temporaryFolder(), 'cut')
    replay.cutTo(cut, dataDir)
    const found = await troublesAfter(dataDir, content)
    if (found !== undefined) failures.push(`after ${cut} of ${changes.length} changes: ${found}`)
    rmSync(dirname(dataDir), { recursive: true, force: true })
  }
  return failures
}

const failures: string[] = []
const table: Record<string, object> = {}
const controls = Math.max(5, count / 10)
let cases = 0
let seen = 0
for (const name of readdirSync(fixtures).filter((each) => each.endsWith('.db.gz'))) {
  const old = gunzipSync(readFileSync(join(fixtures, name)))
  const made = recorded(old)
  const found = await cutOften(old, made, count, false)
  const broken = (await cutOften(old, made, controls, true)).length
  failures.push(...found.map((words) => `${name} ${words}`))
  table[name] = { changes: made.changes.length, cuts: count, failed: found.length, controls, broken }
  cases += count
  seen += broken
}
conclude({
  ...{ promise: 'rel:migrate', cases, failures, table },
  control: { what: 'neither log nor file synced', seen },
})
