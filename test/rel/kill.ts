import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { verifyChain } from '../../electron/core/db/audit.ts'
import type { Db } from '../../electron/core/db/open.ts'
import { aReview } from '../helpers/builders.ts'
import { createTestApp, type TestApp } from '../helpers/test-app.ts'
import type { Acknowledged, Variant } from './kill-child.ts'

/**
 * Kills the core with SIGKILL in the middle of review saves and looks for every answer it had acknowledged. The
 * control acknowledges first and writes 25 ms later; it must lose answers, or this test could not see a loss.
 */

type Tally = { kills: number; acknowledged: number; lost: number; unsound: number }

const longestWait = 60
const child = join(import.meta.dirname, 'kill-child.ts')

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '50' },
    seed: { type: 'string', default: '20261121' },
    control: { type: 'boolean', default: false },
  },
})
const count = Number(values.count)
const seed = Number(values.seed)

/** A child that has loaded the core and waits for a word to open the database. */
const startChild = (dataDir: string, reviewId: number, variant: Variant) =>
  spawn(process.execPath, [child, dataDir, String(reviewId), variant], { stdio: ['pipe', 'pipe', 'inherit'] })

async function killed(process: ChildProcess, wait: number): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = []
  if (!process.stdout || !process.stdin) throw new Error('The child has no pipes')
  const lines = createInterface({ input: process.stdout })
  const ended = Promise.all([once(process, 'exit'), once(lines, 'close')])
  process.stdin.write('open\n')
  const firstOnes = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      acknowledged.push(JSON.parse(line) as Acknowledged)
      if (acknowledged.length === 3) resolve()
    })
  })
  await Promise.race([firstOnes, ended.then(() => Promise.reject(new Error('The child ended by itself')))])
  await pause(wait)
  process.kill('SIGKILL')
  await ended
  return acknowledged
}

/** The answers that were acknowledged and are not in the reopened database. */
async function lostIn(
  app: TestApp,
  reviewId: number,
  acknowledged: readonly Acknowledged[],
): Promise<number> {
  const { items, cursor } = await app.client.reviews.get({ reviewId })
  const written = app.inspect(
    (db) =>
      new Set(
        db
          .prepare("SELECT entity_id || ':' || after FROM audit WHERE action = 'judge'")
          .pluck()
          .all() as string[],
      ),
  )
  const notes = new Map(items.map((item) => [item.id, Number(item.note)]))
  return acknowledged.filter((entry) =>
    entry.kind === 'save'
      ? !written.has(`${entry.itemId}:${JSON.stringify(entry.state)}`) ||
        (notes.get(entry.itemId) ?? 0) < entry.number
      : cursor.scroll < entry.number,
  ).length
}

/** Sound: SQLite's own check, the chain of the activity log, and every output as its last entry there says. */
function isSound(db: Db): boolean {
  const torn = db
    .prepare(`
      SELECT count(*) FROM review_items i JOIN audit a ON a.seq =
        (SELECT max(seq) FROM audit WHERE entity = 'review_item' AND entity_id = CAST(i.id AS TEXT))
      WHERE i.note <> json_extract(a.after, '$.note') OR i.satisfaction IS NOT json_extract(a.after, '$.satisfaction')`)
    .pluck()
    .get()
  return db.pragma('integrity_check', { simple: true }) === 'ok' && verifyChain(db).ok && torn === 0
}

async function run(variant: Variant, kills: number): Promise<Tally> {
  const generator = xoroshiro128plus(seed)
  const tally: Tally = { kills: 0, acknowledged: 0, lost: 0, unsound: 0 }
  let app = await createTestApp()
  const { dataDir } = app
  const { id: reviewId } = await aReview(app.client)
  let next = startChild(dataDir, reviewId, variant)
  while (tally.kills < kills) {
    await app.close()
    const acknowledged = await killed(next, uniformInt(generator, 0, longestWait))
    next = startChild(dataDir, reviewId, variant)
    app = await createTestApp({ dataDir })
    tally.kills += 1
    tally.acknowledged += acknowledged.length
    tally.lost += await lostIn(app, reviewId, acknowledged)
    tally.unsound += app.inspect(isSound) ? 0 : 1
  }
  next.kill('SIGKILL')
  await app.dispose()
  return tally
}

function report(name: string, { kills, acknowledged, lost, unsound }: Tally) {
  console.log(
    `${name}: ${kills} kills, ${acknowledged} acknowledged, ${lost} lost, ${unsound} unsound databases`,
  )
}

const startedAt = performance.now()
console.log(`SIGKILL 0 to ${longestWait} ms after the first answers, seed ${seed}`)
const real = values.control ? null : await run('saved', count)
if (real) report('review saves', real)
const control = await run('debounced', Math.max(5, Math.ceil(count / 5)))
report('control (acknowledged first, written 25 ms later)', control)
console.log(`${Math.round((performance.now() - startedAt) / 1000)} s`)

const isSafe = real === null || (real.lost === 0 && real.unsound === 0)
if (!isSafe) console.log('FAILED: acknowledged answers were lost or a database is unsound.')
if (control.lost === 0) console.log('FAILED: the control lost nothing, so this test proves nothing.')
process.exitCode = isSafe && control.lost > 0 ? 0 : 1
