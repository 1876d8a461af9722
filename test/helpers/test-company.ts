import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createDoor } from '../../electron/core/door.ts'
import { createEvents } from '../../electron/core/events.ts'
import { createFiles } from '../../electron/core/files.ts'
import { createImportReader } from '../../electron/core/import/reader.ts'
import { importWorkerUrl } from '../../electron/core/import/worker-url.ts'
import { createJobs } from '../../electron/core/jobs.ts'
import { createLog } from '../../electron/core/log.ts'
import { openCompany } from '../../electron/core/open-company.ts'
import { clientOf, createTestClock, newDataDir } from './test-app.ts'

export type TestCompany = Awaited<ReturnType<typeof createTestCompany>>

/**
 * One company behind its door, without what keeps it safe on a disk: where years are lived through by the
 * hundred. Its services are at hand for what a person would do with files.
 */
export async function createTestCompany(today: string) {
  const clock = createTestClock(today)
  const dataDir = await newDataDir()
  const events = createEvents()
  const log = createLog(dataDir, clock)
  const files = createFiles(dataDir)
  files.clear()
  const jobs = createJobs(events, log)
  const opened = await openCompany(join(dataDir, 'evenkeel.db'), {
    ...{ clock, events, jobs, files },
    reader: createImportReader({ workerUrl: importWorkerUrl }),
    appVersion: '0.0.0',
    durability: 'off',
  })
  opened.company.create({ name: 'Fernhill Supply', ownerName: 'Dana' })
  const services = { ...opened.services, jobs: { get: ({ id }: { id: string }) => jobs.get(id) } }
  const door = createDoor((feature) => services[feature as keyof typeof services], files, log)
  return {
    client: clientOf(door),
    fetch: (path: string) => door(new Request(`http://evenkeel.test${path}`)),
    clock,
    services: opened.services,
    jobsEnded: jobs.ended,
    [Symbol.asyncDispose]: async () => {
      await jobs.close()
      opened.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
