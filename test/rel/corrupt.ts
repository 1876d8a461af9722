import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { flipBit, killedCompany, originalsIn, recoveryOf } from '../helpers/safety.ts'
import { createTestApp, refusal, temporaryFolder } from '../helpers/test-app.ts'

/**
 * Flips one bit in the database or its log and starts: it must open, never as a new company, leave damaged files as
 * they are, and notice every flip that changed data, at the start or by the next backup. The control is SQLite
 * alone; it must miss some, or this test could not see a flip that is missed.
 */

const { values } = parseArgs({
  options: { count: { type: 'string', default: '200' }, seed: { type: 'string', default: '20261128' } },
})
const generator = xoroshiro128plus(Number(values.seed))
const tally = {
  flips: 0,
  harmless: 0,
  atStart: 0,
  byBackup: 0,
  missed: 0,
  touched: 0,
  firstRun: 0,
  missedByControl: 0,
}

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

async function oneFlip(sound: string, content: string | null, name: string): Promise<void> {
  const dataDir = temporaryFolder()
  cpSync(sound, dataDir, { recursive: true })
  const path = join(dataDir, name)
  flipBit(path, uniformInt(generator, 0, readFileSync(path).length - 1), 1 << uniformInt(generator, 0, 7))
  const now = contentOf(dataDir)
  const isHarmless = now === content
  if (!isHarmless && now !== null) tally.missedByControl += 1
  const before = originalsIn(dataDir)
  const app = await createTestApp({ dataDir })
  try {
    tally.flips += 1
    if (await recoveryOf(app)) {
      tally.atStart += 1
      if (JSON.stringify(originalsIn(dataDir)) !== JSON.stringify(before)) tally.touched += 1
      return
    }
    if ((await app.client.company.get()).company === null) tally.firstRun += 1
    const isNoticed = (await refusal(app.client.company.backUp())) !== 'accepted'
    if (isNoticed) tally.byBackup += 1
    else if (isHarmless) tally.harmless += 1
    else tally.missed += 1
  } finally {
    await app.dispose()
  }
}

const sound = await killedCompany()
const content = contentOf(sound)
console.log(`One flipped bit, seed ${values.seed}`)
for (let flip = 0; flip < Number(values.count); flip++) {
  await oneFlip(sound, content, flip % 2 === 0 ? 'evenkeel.db-wal' : 'evenkeel.db')
}
console.table(tally)
const isSafe = tally.missed === 0 && tally.touched === 0 && tally.firstRun === 0
if (!isSafe)
  console.log('FAILED: a flip was missed, a damaged file was written to, or a new company was begun.')
if (tally.missedByControl === 0)
  console.log('FAILED: the control missed nothing, so this test proves nothing.')
process.exitCode = isSafe && tally.missedByControl > 0 ? 0 : 1
