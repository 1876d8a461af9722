import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { followRowSums } from '../../electron/core/db/row-sums.ts'
import { aWorkflow, someOutputs } from '../helpers/builders.ts'
import { createTestApp, temporaryFolder } from '../helpers/test-app.ts'
import { conclude, options } from './harness.ts'

/**
 * Backs a company of `--count` megabytes up, with a second copy and what an unclean exit left, and measures how much
 * processor time one turn of the event loop took at most, which is for how long a click waits. The control runs
 * SQLite's own check in the loop; it must take longer.
 */

const { count } = options(1024)
/** Milliseconds. */
const most = 50
const text = 'Dear Ms Ito, thank you for the order of the day. '.repeat(40)

/** The longest turn, in milliseconds of this thread's processor time, until `work` is done. */
async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let isDone = false
  let longest = 0
  let before = process.threadCpuUsage()
  const look = () => {
    const { user, system } = process.threadCpuUsage(before)
    before = process.threadCpuUsage()
    longest = Math.max(longest, (user + system) / 1000)
    if (!isDone) setImmediate(look)
  }
  setImmediate(look)
  try {
    await work()
  } finally {
    isDone = true
    await nextTurn()
  }
  return Math.round(longest)
}

/** A company whose outputs alone are so large. */
async function largeCompany(): Promise<string> {
  const app = await createTestApp()
  const { id } = await app.client.workflows.create(aWorkflow())
  await app.client.imports.paste({ workflowId: id, month: '2026-11', pairs: someOutputs(1, 1) })
  await app.close()
  const path = join(app.dataDir, 'evenkeel.db')
  const db = new Database(path)
  db.pragma('synchronous = OFF')
  const names = db.pragma('table_info(outputs)') as { name: string }[]
  const of: Record<string, string> = {
    id: 'n',
    record_sha: 'randomblob(32)',
    text_sha: 'randomblob(32)',
    ai_text: `n || ' ${text}'`,
    external_id: "'x' || n",
  }
  const values = names.map(({ name }) => of[name] ?? name).join()
  db.exec(`
    WITH RECURSIVE numbers (n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${1000 + count * 470})
    INSERT INTO outputs SELECT ${values} FROM numbers, (SELECT * FROM outputs LIMIT 1);
    DELETE FROM row_sums;`)
  followRowSums(db)
  db.close()
  return app.dataDir
}

const dataDir = await largeCompany()
const megabytes = Math.round(statSync(join(dataDir, 'evenkeel.db')).size / 1024 / 1024)
console.log(`${megabytes} MB`)
const app = await createTestApp({ dataDir, durability: 'full' })
await app.client.safety.chooseSecond({ folder: temporaryFolder() })
const work: Record<string, () => Promise<unknown>> = {
  'the first backup': () => app.client.company.backUp(),
  'another one': () => app.client.company.backUp(),
  'everything out': async () => app.ended((await app.client.exports.everything()).jobId),
}
const table: Record<string, object> = {}
const failures: string[] = []
for (const [what, run] of Object.entries(work)) {
  const longest = await longestTurn(run)
  table[what] = { megabytes, 'longest turn, ms': longest }
  if (longest > most) failures.push(`${what}: one turn of ${longest} ms`)
}
const control = await longestTurn(async () => void app.inspect((db) => db.pragma('quick_check')))
await app.dispose()
conclude({
  ...{ promise: 'rel:loop', cases: Object.keys(work).length, failures, table },
  control: { what: `a check in the loop takes ${control} ms`, seen: Number(control > most) },
})
