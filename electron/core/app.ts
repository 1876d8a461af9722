import packageJson from '../../package.json' with { type: 'json' }
import type { AiProvider } from './ai/port.ts'
import { providers as everyProvider } from './ai/providers.ts'
import type { Clock } from './clock.ts'
import { createCompanies } from './companies.ts'
import { createDoor } from './door.ts'
import { createEvents } from './events.ts'
import { createFiles } from './files.ts'
import type { Services } from './handlers.ts'
import { createImportReader } from './import/reader.ts'
import { importWorkerUrl } from './import/worker-url.ts'
import { createJobs } from './jobs.ts'
import { createMemoryKeys, type KeyStore } from './key-store.ts'
import { createLog } from './log.ts'

export type AppOptions = {
  /** Holds everything: databases, backups, logs, files in passing. */
  dataDir: string
  clock: Clock
  /** Where a provider's API key is kept; in memory only where nothing is said. */
  keys?: (provider: AiProvider) => KeyStore
  /** For tests: others in the place of those Evenkeel can call. */
  providers?: readonly AiProvider[]
  /** Off only where nobody will miss the data: in tests. */
  durability?: 'full' | 'off'
}

export type App = {
  fetch: (request: Request) => Promise<Response>
  close: () => Promise<void>
}

/** Opens the owner's company on `dataDir`. Rejects with DatabaseProblem; nothing is written before the checks. */
export async function createApp(options: AppOptions): Promise<App> {
  const { dataDir, clock, keys = () => createMemoryKeys(), providers = everyProvider } = options
  const { durability = 'full' } = options
  const accounts = providers.map((provider) => ({ provider, keys: keys(provider) }))
  const log = createLog(dataDir, clock, () => accounts.flatMap(({ keys }) => keys.read() ?? []))
  const events = createEvents()
  const jobs = createJobs(events, log)
  const files = createFiles(dataDir)
  const reader = createImportReader({ workerUrl: importWorkerUrl })
  const companies = await createCompanies(dataDir, {
    clock,
    events,
    jobs,
    files,
    reader,
    log,
    appVersion: packageJson.version,
    accounts,
    durability,
  })
  for (const { keys } of accounts) void keys.opened.then(() => events.changed('provider'))
  files.clear()

  const services = (): Services => ({
    ...companies.current().services,
    company: companies.handlers,
    jobs: {
      get: ({ id }) => jobs.get(id),
      cancel({ id }) {
        jobs.cancel(id)
        return null
      },
    },
    events: { live: (_input, { signal }) => events.subscribe(signal) },
  })

  return {
    fetch: createDoor(services, files, log),
    async close() {
      await jobs.close()
      await companies.close()
      files.clear()
    },
  }
}
