import { copyFileSync, cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Recovery } from '../../shared/contract/safety.ts'
import { aWorkflow } from './builders.ts'
import { createTestApp, type TestApp, temporaryFolder } from './test-app.ts'

export const companyNames = { name: 'Northwind Bikes', ownerName: 'Ana' }

/** A company with a checked backup and one workflow made after it, as a kill leaves it: most of it in the log. */
export async function killedCompany(): Promise<string> {
  made ??= makeKilledCompany()
  const killed = join(temporaryFolder(), 'killed')
  cpSync(await made, killed, { recursive: true })
  return killed
}

/** Made once, given out as copies. */
let made: Promise<string> | undefined

async function makeKilledCompany(): Promise<string> {
  const folder = temporaryFolder()
  await using app = await createTestApp({ dataDir: join(folder, 'made') })
  await app.client.company.create(companyNames)
  await app.client.workflows.create(aWorkflow({ name: 'In the backup', purpose: 'Held by no index' }))
  await app.client.company.backUp()
  await app.client.workflows.create(aWorkflow({ name: 'After the backup' }))
  const killed = join(folder, 'killed')
  mkdirSync(join(killed, 'backups'), { recursive: true })
  for (const file of ['evenkeel.db', 'evenkeel.db-wal', 'evenkeel.db-head'])
    copyFileSync(join(app.dataDir, file), join(killed, file))
  for (const file of readdirSync(join(app.dataDir, 'backups')))
    copyFileSync(join(app.dataDir, 'backups', file), join(killed, 'backups', file))
  return killed
}

/** Every byte of the database, its log and what else stands beside it under that name; the lock holds no data. */
export function originalsIn(dataDir: string): Record<string, string> {
  const names = readdirSync(dataDir).filter((name) => /^evenkeel\.db(-wal|-shm|-head)?$/.test(name))
  return Object.fromEntries(
    names.map((name) => {
      const path = join(dataDir, name)
      if (!lstatSync(path).isFile()) return [name, 'a folder or a link']
      return [name, readFileSync(path).toString('base64')]
    }),
  )
}

/** What the recovery page would show, once everything was looked at. */
export async function recoveryOf({ client }: TestApp): Promise<Recovery | null> {
  // Each answer reads the head of every copy, so it is asked for less and less often.
  for (let wait = 5; ; wait = Math.min(200, wait * 2)) {
    const recovery = await client.safety.recovery()
    if (!recovery?.isLooking) return recovery
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
}

export function flipBit(path: string, offset: number, bit = 1): void {
  const bytes = readFileSync(path)
  bytes[offset] = (bytes[offset] ?? 0) ^ bit
  writeFileSync(path, bytes)
}

export const workflowsOf = async ({ client }: TestApp) =>
  (await client.workflows.list()).map(({ name }) => name)
