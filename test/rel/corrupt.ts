import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { moreShapes, type Shape, shapes } from '../helpers/damage.ts'
import { flipBit, killedCompany, originalsIn, recoveryOf, workflowsOf } from '../helpers/safety.ts'
import { createTestApp, refusal, type TestApp, temporaryFolder } from '../helpers/test-app.ts'
import { conclude, options } from './harness.ts'

/**
 * Damages the database or its log in every shape there is, then flips `--count` single bits in each of the two, and
 * starts: it must open, never as a new company beside a backup, offer the newest backup that is whole, leave damaged
 * files as they are, and notice every flip that changed data, at the start or by the next backup. The control is
 * SQLite alone; it must miss some, or this test could not see a flip that is missed.
 */

const { count, only, below } = options(100)
const failures: string[] = []
const shaped = { tried: 0, opened: 0, told: 0 }
const flipped = { tried: 0, harmless: 0, atStart: 0, byBackup: 0 }
let missedByControl = 0

/** Everything in the database as the log and the file have it; null where SQLite cannot read it. */
function contentOf(dataDir: string): string | null {
  const copy = temporaryFolder()
  try {
    for (const name of ['evenkeel.db', 'evenkeel.db-wal']) cpSync(join(dataDir, name), join(copy, name))
    const db = new Database(join(copy, 'evenkeel.db'))
    try {
      const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
      return JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM "${table}"`).all()))
    } finally {
      db.close()
    }
  } catch {
    return null
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Harms a copy of the company and starts on it. `whenOpen` says what is wrong where it opens as if it were sound. */
async function startOn(harm: Shape[1], whenOpen: (app: TestApp, dataDir: string) => Promise<string[]>) {
  const dataDir = await killedCompany()
  await harm(dataDir)
  const before = JSON.stringify(originalsIn(dataDir))
  const app = await createTestApp({ dataDir })
  try {
    const recovery = await recoveryOf(app)
    if (!recovery) return { isTold: false, wrong: await whenOpen(app, dataDir) }
    const wrong = [
      recovery.offer?.contents?.company === 'Northwind Bikes' ? '' : 'no backup is offered',
      JSON.stringify(originalsIn(dataDir)) === before ? '' : 'a damaged file was written to',
    ]
    return { isTold: true, wrong: wrong.filter(Boolean) }
  } finally {
    await app.dispose()
  }
}

async function tryShape([name, harm]: Shape): Promise<void> {
  const { isTold, wrong } = await startOn(harm, async (app) => {
    const names = (await workflowsOf(app)).toSorted().join()
    return names === 'After the backup,In the backup' ? [] : [`opens, and holds ${names}`]
  })
  shaped.tried += 1
  shaped[isTold ? 'told' : 'opened'] += 1
  failures.push(...wrong.map((words) => `${name}: ${words}`))
}

async function flipOne(name: string, content: string | null): Promise<void> {
  let isHarmless = true
  let where = ''
  const { isTold, wrong } = await startOn(
    (dataDir) => {
      const path = join(dataDir, name)
      const [offset, bit] = [below(readFileSync(path).length), below(8)]
      where = `bit ${bit} of byte ${offset} of ${name}`
      flipBit(path, offset, 1 << bit)
      const now = contentOf(dataDir)
      isHarmless = now === content
      if (!isHarmless && now !== null) missedByControl += 1
    },
    async (app) => {
      if ((await app.client.company.get()).company === null) return ['a new company was begun']
      const isNoticed = (await refusal(app.client.company.backUp())) !== 'accepted'
      flipped[isNoticed ? 'byBackup' : 'harmless'] += 1
      return isNoticed || isHarmless ? [] : ['was missed']
    },
  )
  flipped.tried += 1
  if (isTold) flipped.atStart += 1
  failures.push(...wrong.map((words) => `${where}: ${words}`))
}

const content = contentOf(await killedCompany())
for (const shape of [...shapes, ...moreShapes]) if (shape[0].includes(only)) await tryShape(shape)
console.log(`${shaped.tried} shapes of damage, ${failures.length} failed`)
for (let flip = 0; flip < count; flip += 1) {
  for (const name of ['evenkeel.db-wal', 'evenkeel.db']) await flipOne(name, content)
  if ((flip + 1) % 100 === 0) console.log(`${2 * (flip + 1)} flips, ${failures.length} failed so far`)
}
conclude({
  ...{ promise: 'rel:corrupt', cases: shaped.tried + flipped.tried, failures },
  table: { shapes: shaped, flips: flipped },
  control: { what: 'changes of data that SQLite alone did not see', seen: missedByControl },
})
