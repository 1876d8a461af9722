import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { killedCompany, recoveryOf, workflowsOf } from '../helpers/safety.ts'
import { createTestApp, type TestApp } from '../helpers/test-app.ts'
import { type DiskError, ordersAt } from './disk/shim.ts'
import { conclude, options } from './harness.ts'
import { steps } from './io-steps.ts'
import { type Fact, troublesOf } from './sound.ts'
import type { Story } from './stories.ts'

/**
 * Fails every write, sync, cut, rename and creation of a file in turn, once or from there on, while work is done and
 * at the start: nothing acknowledged is lost, the sentence says what it is, and the same work goes on when the disk
 * is well, without a restart. The control expects no failure to be told; it must see some.
 */

const { count, only } = options(400)
const disk = ordersAt(process.env.EVENKEEL_DISK_ORDER ?? '')
const failures: string[] = []
const table: Record<string, object> = {}
let cases = 0
let told = 0

const right: Record<DiskError, RegExp> = {
  ENOSPC: /disk is full/i,
  EIO: /disk reported an error|(can.t|could not) be written|could not be read/i,
}
/** A write of ours that never comes back would hang the test. */
const patience = 60_000

/** The sentence a piece of work ends in; null when it is done. */
async function sentenceOf(work: Promise<unknown>): Promise<string | null> {
  const tooLong = pause(patience, 'It hangs.', { ref: false })
  const done = work.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  return Promise.race([done, tooLong])
}

const pointsBetweenWords = 25

/** Points to fail at: all of them, or `count` spread over them. Says how far it is. */
function* points(which: string, total: number) {
  const step = Math.max(1, total / count)
  const all = Math.ceil(total / step)
  console.log(`${which}: ${total} operations`)
  let tried = 0
  for (let at = 1; at <= total; at += step) {
    yield Math.floor(at)
    tried += 1
    if (tried % pointsBetweenWords === 0)
      console.log(`${which}: ${tried} of ${all}, ${failures.length} failed so far`)
  }
}

async function tryAll(name: string, story: Story, error: DiskError, isLasting: boolean) {
  const which = `${name} ${error}${isLasting ? ' lasting' : ''}`
  if (!which.includes(only)) return
  const app = await createTestApp({ durability: 'full' })
  const id = await story.prepare(app)
  const facts: Fact[] = []
  let number = 0
  const work = () => story.round(app, id, ++number, (fact) => facts.push(fact))
  disk.heal()
  await work()
  const total = disk.read().count
  const tally = { operations: total, points: 0, told: 0, wrong: 0 }
  for (const at of points(which, total)) {
    disk.fail(at, error, isLasting)
    const sentence = await sentenceOf(work())
    disk.heal()
    tally.points += 1
    if (sentence !== null) tally.told += 1
    const wrong = [
      sentence === null || right[error].test(sentence) ? '' : `says “${sentence}”`,
      ...[await sentenceOf(work())].map((again) =>
        again === null ? '' : `and then, well again, “${again}”`,
      ),
    ].filter(Boolean)
    if (wrong.length > 0) tally.wrong += 1
    failures.push(...wrong.map((words) => `${which}, operation ${at} ${words}`))
  }
  await app.close()
  failures.push(...troublesOf(join(app.dataDir, 'evenkeel.db'), facts).map((words) => `${which}: ${words}`))
  rmSync(app.dataDir, { recursive: true, force: true })
  table[which] = tally
  console.log(which, tally)
  cases += tally.points
  told += tally.told
}

async function tryStarts(error: DiskError, isLasting: boolean) {
  const which = `start ${error}${isLasting ? ' lasting' : ''}`
  if (!which.includes(only)) return
  const measured = await killedCompany()
  disk.heal()
  await (await createTestApp({ dataDir: measured, durability: 'full' })).close()
  const total = disk.read().count
  const tally = { operations: total, points: 0, told: 0, wrong: 0 }
  for (const at of points(which, total)) {
    const dataDir = await killedCompany()
    disk.fail(at, error, isLasting)
    const wrong = await startOn(dataDir, error, () => {
      tally.told += 1
    })
    disk.heal()
    tally.points += 1
    if (wrong !== null) tally.wrong += 1
    if (wrong !== null) failures.push(`${which}, operation ${at} ${wrong}`)
    rmSync(dataDir, { recursive: true, force: true })
  }
  table[which] = tally
  console.log(which, tally)
  cases += tally.points
  told += tally.told
}

async function startOn(dataDir: string, error: DiskError, isTold: () => void): Promise<string | null> {
  let app: TestApp
  try {
    app = await createTestApp({ dataDir, durability: 'full' })
  } catch (thrown) {
    return `ends in ${thrown instanceof Error ? thrown.stack : String(thrown)}`
  }
  try {
    const recovery = await recoveryOf(app)
    disk.heal()
    if (recovery) {
      isTold()
      if (!right[error].test(recovery.message)) return `says “${recovery.message}”`
      await app.client.safety.retry()
    }
    const names = (await workflowsOf(app)).toSorted().join()
    return names === 'After the backup,In the backup' ? null : `and then holds ${names}`
  } catch (thrown) {
    return `and then, well again, “${thrown instanceof Error ? thrown.message : String(thrown)}”`
  } finally {
    await app.close()
  }
}

for (const error of ['ENOSPC', 'EIO'] as const) {
  for (const isLasting of [false, true]) {
    for (const [name, story] of Object.entries(steps)) await tryAll(name, story, error, isLasting)
    await tryStarts(error, isLasting)
  }
}
conclude({
  promise: 'rel:io',
  cases,
  failures,
  table,
  control: { what: 'failures that had to be told', seen: told },
})
