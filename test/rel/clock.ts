import { cpSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { listBackups } from '../../electron/core/db/backups/backup-list.ts'
import { temporaryFolder } from '../helpers/test-app.ts'
import { type ClockCase, cases, home, type Moment, madeAt } from './clock-cases.ts'
import {
  disorderIn,
  doMore,
  type Kept,
  type Opened,
  openOn,
  prepare,
  stuckIn,
  workAsUsual,
} from './clock-work.ts'
import { conclude, options } from './harness.ts'
import { setClock } from './set-clock.ts'
import { troublesOf } from './sound.ts'

/**
 * Forty ways a clock can be wrong or odd, each with work before, in and after it, on the computer's own clock: nothing
 * is lost, the log is in the order of the work, no backup and nothing in the Bin goes by a wrong clock, and once it is
 * right nothing is due on a day it never was. The control trusts the clock; it must break.
 */

const { only } = options(cases.length)
const failures: string[] = []
const table = { cases: { cases: 0, moments: 0, failed: 0, warned: 0 } }
let seen = 0

/** The company every case begins with, made once. */
async function aCompany(): Promise<string> {
  const folder = join(temporaryFolder(), 'company')
  setClock(madeAt, home)
  const app = await openOn(folder)
  await prepare(app)
  await app.close()
  return folder
}

/** What was there when the Bin and the pruning went by the clock alone: the control. */
function brokenByClock(dataDir: string, today: string): boolean {
  const db = new Database(join(dataDir, 'evenkeel.db'), { readonly: true })
  try {
    const times = db.prepare<[], string>('SELECT at FROM audit ORDER BY seq').pluck().all()
    const gone = db
      .prepare<[string], number>('SELECT count(*) FROM bin WHERE leaves_on <= ?')
      .pluck()
      .get(today)
    return times.some((at, index) => at < (times[index - 1] ?? at)) || (gone ?? 0) > 0
  } finally {
    db.close()
  }
}

const backupsIn = (dataDir: string) => listBackups(join(dataDir, 'backups')).map(({ seq }) => seq)

/** One moment of a case; what is wrong at it. */
async function live(
  app: Opened,
  moment: Moment,
  number: number,
  { dataDir, kept }: { dataDir: string; kept: Kept },
) {
  const before = backupsIn(dataDir)
  const { troubles, today } = await app.client.company.get()
  if (troubles.some((trouble) => trouble.includes('clock'))) table.cases.warned += 1
  const more = moment.does ? await doMore(app, moment.does) : null
  await workAsUsual(app, number, kept)
  const now = new Set(backupsIn(dataDir))
  const pruned = before.filter((seq) => !now.has(seq))
  return {
    today,
    wrong: [
      ...(more === null ? [] : [more]),
      ...(pruned.length > 0 ? [`backups ${pruned.join(', ')} were pruned`] : []),
      ...(await disorderIn(app)),
    ],
  }
}

async function tryCase({ name, moments, leavesBin = false }: ClockCase, company: string): Promise<string[]> {
  const dataDir = join(temporaryFolder(), 'clock')
  if (moments[0]?.does !== 'set up a company') cpSync(company, dataDir, { recursive: true })
  const kept: Kept = { facts: [], inBin: [] }
  const wrong: string[] = []
  let app: Opened | null = null
  let isBroken = false
  for (const [number, moment] of moments.entries()) {
    if (!moment.goesOn) await app?.close()
    setClock(moment.at, moment.zone ?? home, moment.stands)
    if (!moment.goesOn) app = null
    app ??= await openOn(dataDir)
    const recovery = await app.client.safety.recovery()
    if (recovery) wrong.push(`moment ${number}: ${recovery.message}`)
    const lived = await live(app, moment, number, { dataDir, kept })
    wrong.push(...lived.wrong.map((words) => `moment ${number}: ${words}`))
    table.cases.moments += 1
    if (!moments[number + 1]?.goesOn) {
      await app.close()
      isBroken ||= brokenByClock(dataDir, lived.today)
      app = null
    }
  }
  // Right at last, and opened once more: what doubted the clock is satisfied.
  setClock(
    new Date(Date.parse(moments.at(-1)?.at ?? '') + 60_000).toISOString(),
    moments.at(-1)?.zone ?? home,
  )
  app = await openOn(dataDir)
  const inBin = (await app.client.bin.list()).map(({ name }) => name)
  const lost = kept.inBin.filter((each) => !inBin.includes(each))
  wrong.push(...(await stuckIn(app)))
  await app.close()
  if (leavesBin ? lost.length === 0 : lost.length > 0)
    wrong.push(`gone from the Bin: ${lost.join(', ') || 'nothing'}`)
  wrong.push(...troublesOf(join(dataDir, 'evenkeel.db'), kept.facts))
  rmSync(dirname(dataDir), { recursive: true, force: true })
  if (isBroken) seen += 1
  return wrong.map((words) => `${name}: ${words}`)
}

const company = await aCompany()
for (const each of cases.filter(({ name }) => name.includes(only))) {
  const wrong = await tryCase(each, company).catch((error: unknown) => [
    `${each.name}: ${error instanceof Error ? error.stack : String(error)}`,
  ])
  table.cases.cases += 1
  if (wrong.length > 0) table.cases.failed += 1
  failures.push(...wrong)
}
conclude({
  ...{ promise: 'rel:clock', cases: table.cases.cases, failures, table },
  control: { what: 'by the clock, the log would be out of order or the Bin empty', seen },
})
