import packageJson from '../../package.json' with { type: 'json' }
import type { AiProvider } from './ai/port.ts'
import { providers as everyProvider } from './ai/providers.ts'
import type { Clock } from './clock.ts'
import { createCompanies } from './companies.ts'
import type { DatabaseProblem } from './db/problem.ts'
import { createDoor } from './door.ts'
import { createEvents } from './events.ts'
import { createFiles } from './files.ts'
import type { Services } from './handlers.ts'
import { createImportReader } from './import/reader.ts'
import { importWorkerUrl } from './import/worker-url.ts'
import { createJobs, type Jobs } from './jobs.ts'
import { createMemoryKeys, type KeyStore } from './key-store.ts'
import { createLog } from './log.ts'
import type { OpenCompany } from './open-company.ts'
import { placesOf } from './safety/places.ts'
import { createSafety } from './safety/service.ts'

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
  /** For tests: where draws get their seeds; random where nothing is said. */
  newSeed?: () => number
  /** Shows a folder to the owner. */
  openFolder?: (path: string) => Promise<void>
  /** The owner's Documents, suggested for second copies. */
  documents?: string
}

export type App = {
  fetch: (request: Request) => Promise<Response>
  /** Why the owner's company could not be opened; the door then leads to what there is to go on from. */
  trouble: () => DatabaseProblem | null
  /** What runs for longer than an answer. */
  work: Pick<Jobs, 'count' | 'ended'>
  close: () => Promise<void>
}

/** Opens the owner's company on `dataDir`, or says why it cannot be opened; nothing is written before the checks. */
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
    ...(options.newSeed ? { newSeed: options.newSeed } : {}),
  })
  for (const { keys } of accounts) void keys.opened.then(() => events.changed('provider'))
  // Whoever has the data open has his files there.
  if (companies.problem()?.kind !== 'locked') files.clear()

  const safety = createSafety({
    dataDir,
    places: placesOf(dataDir, 'own'),
    companies,
    clock,
    files,
    log,
    changed: () => events.changed('safety'),
    openFolder: options.openFolder ?? (async () => {}),
    documents: options.documents ?? null,
  })

  const always = {
    company: companies.handlers,
    safety,
    jobs: {
      get: ({ id }) => jobs.get(id),
      cancel({ id }) {
        jobs.cancel(id)
        return null
      },
    },
    events: { live: (_input, { signal }) => events.subscribe(signal) },
  } satisfies Partial<Services>

  const services = (feature: keyof Services) =>
    feature in always
      ? always[feature as keyof typeof always]
      : companies.current().opened.services[feature as keyof OpenCompany['services']]

  return {
    fetch: createDoor(services, files, log),
    trouble: companies.problem,
    work: jobs,
    async close() {
      await jobs.close()
      await companies.close()
      if (companies.problem()?.kind !== 'locked') files.clear()
    },
  }
}
