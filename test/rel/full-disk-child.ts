import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { noActivityFilter } from '../../shared/contract/reports/activity.ts'
import { killedCompany, recoveryOf } from '../helpers/safety.ts'
import { createTestApp, type TestApp } from '../helpers/test-app.ts'
import { type DiskError, diskErrors, ordersAt } from './disk/shim.ts'

/** Every door that writes a file, on a disk that refuses: prints what each says, and whether it opens afterwards. */

const disk = ordersAt(process.env.EVENKEEL_DISK_ORDER ?? '')
const said: { door: string; error: string; says: string; again: string }[] = []

async function sentenceOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'done'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function tryDoor(door: string, work: () => Promise<unknown>, points: readonly number[]) {
  for (const error of Object.keys(diskErrors) as DiskError[]) {
    for (const at of points) {
      disk.fail(at, error, true)
      const says = await sentenceOf(work)
      disk.heal()
      const again = at === points.at(-1) ? await sentenceOf(work) : 'not tried'
      said.push({ door: `${door}, operation ${at}`, error, says, again })
    }
  }
}

async function job(app: TestApp, started: Promise<{ jobId: string }>) {
  const { state, message } = await app.ended((await started).jobId)
  if (state !== 'done') throw new Error(message ?? state)
}

const app = await createTestApp({ dataDir: await killedCompany() })
const { client } = app
const [backup] = await client.safety.copies()
const bytes = readFileSync(join(app.dataDir, 'backups', backup?.id.slice('backup:'.length) ?? ''))
const list = { kind: 'activity', filter: noActivityFilter } as const
const doors: Record<string, () => Promise<unknown>> = {
  everything: () => job(app, client.exports.everything()),
  'activity as Excel': () => job(app, client.exports.longList({ list, format: 'xlsx' })),
  'activity as CSV': () => client.exports.list({ list, format: 'csv' }),
  'evidence pack': () => job(app, client.exports.evidencePack()),
}
for (const [door, work] of Object.entries(doors)) await tryDoor(door, work, [1, 2])
// Each try takes its own upload, made while the disk is well.
for (const error of Object.keys(diskErrors) as DiskError[]) {
  for (const at of [1, 2, 3]) {
    const fileId = await app.upload('backup.db', bytes)
    disk.fail(at, error, true)
    const says = await sentenceOf(() => client.safety.addFile({ fileId }))
    disk.heal()
    const again = await sentenceOf(() => client.safety.addFile({ fileId }))
    said.push({ door: `a backup from elsewhere, operation ${at}`, error, says, again })
  }
}
await app.close()

const dataDir = await killedCompany()
writeFileSync(join(dataDir, 'evenkeel.db'), '')
const damaged = await createTestApp({ dataDir })
const offer = (await recoveryOf(damaged))?.offer?.id ?? ''
for (const error of Object.keys(diskErrors) as DiskError[]) {
  for (const at of [2, 4, 6]) {
    disk.fail(at, error, true)
    const says = await sentenceOf(() => damaged.client.safety.restore({ id: offer }))
    disk.heal()
    said.push({ door: `recovery page, operation ${at}`, error, says, again: 'not tried' })
    if (says === 'done') throw new Error(`Nothing failed at operation ${at}`)
  }
}
const again = await sentenceOf(() => damaged.client.safety.restore({ id: offer }))
said.push({ door: 'recovery page', error: 'ENOSPC', says: 'The disk is full', again })
await damaged.close()
process.stdout.write(JSON.stringify(said))
