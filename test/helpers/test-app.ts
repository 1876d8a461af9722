import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import Database from 'better-sqlite3'
import type { z } from 'zod'
import { type App, type AppOptions, createApp } from '../../electron/core/app.ts'
import type { Clock } from '../../electron/core/clock.ts'
import { migrate } from '../../electron/core/db/migrate.ts'
import { migrations } from '../../electron/core/db/migrations/index.ts'
import { type Db, openDatabase } from '../../electron/core/db/open.ts'
import { followRowSums } from '../../electron/core/db/row-sums.ts'
import type { StartImport, TableOutcome } from '../../shared/contract/imports.ts'
import type { Contract } from '../../shared/contract/index.ts'
import type { Job } from '../../shared/contract/jobs.ts'

export type Client = ContractRouterClient<Contract>
export type TestApp = Awaited<ReturnType<typeof createTestApp>>

const origin = 'http://evenkeel.test'
const databaseFiles = ['evenkeel.db', 'evenkeel.db-wal', 'sample.db', 'sample.db-wal']

/** A clock that stands still until it is moved. `pass` takes seconds. */
export function createTestClock(today = '2026-11-21') {
  let at = Date.parse(`${today}T09:30:00.000Z`)
  const now = () => new Date(at).toISOString()
  return {
    now,
    today: () => now().slice(0, 10),
    zone: () => 'Europe/Stockholm',
    moveTo(day: string) {
      at = Date.parse(`${day}T09:30:00.000Z`)
    },
    pass(seconds: number) {
      at += seconds * 1000
    },
  } satisfies Clock & Record<string, unknown>
}

type Options = { today?: string; dataDir?: string } & Pick<
  AppOptions,
  'keys' | 'providers' | 'durability' | 'newSeed' | 'documents'
>
type ImportOptions = Partial<Omit<z.infer<typeof StartImport>, 'fileIds'>> & { workflowId: number }

/** The whole core on a folder of its own, asked only through its door. `await using` disposes of it. */
export async function createTestApp({ today, dataDir: given, ...rest }: Options = {}) {
  const clock = createTestClock(today)
  const dataDir = given ?? (await newDataDir())
  let app: App = await createApp({ dataDir, clock, durability: 'off', ...rest })
  const fetch = (path: string, init?: RequestInit) => app.fetch(new Request(`${origin}${path}`, init))
  const client = clientOf((request) => app.fetch(request))

  async function upload(name: string, content: string | Uint8Array): Promise<string> {
    const path = `/files?name=${encodeURIComponent(name)}`
    const response = await fetch(path, { method: 'POST', body: new Uint8Array(Buffer.from(content)).buffer })
    const { fileId } = (await response.json()) as { fileId: string }
    return fileId
  }

  async function ended(jobId: string): Promise<Job> {
    for (;;) {
      const job = await client.jobs.get({ id: jobId })
      if (job.state !== 'running') return job
      await pause(2)
    }
  }

  /** What became of the rows of a file; the refusal of its job is met as that of a call. */
  async function outcomeOf(call: Promise<{ jobId: string }>): Promise<TableOutcome> {
    const { outcome, message } = await ended((await call).jobId)
    if (outcome === null) throw new ORPCError('INVALID_INPUT', { message: message ?? '' })
    return outcome
  }

  /** Imports files with the guess of the preview unless `options` say otherwise; the job as it ended. */
  async function runImport(fileIds: string[], options: ImportOptions): Promise<Job> {
    const { guess, dateOrder } = await client.imports.preview({ workflowId: options.workflowId, fileIds })
    const undatedMonth = clock.today().slice(0, 7)
    const { jobId } = await client.imports.start({
      fileIds,
      mapping: guess,
      dateOrder,
      undatedMonth,
      onlyMonth: null,
      ...options,
    })
    return ended(jobId)
  }

  async function importFile(name: string, content: string | Uint8Array, options: ImportOptions) {
    const { importId, message } = await runImport([await upload(name, content)], options)
    if (importId === null) throw new Error(`The import did not finish: ${message}`)
    return client.imports.get({ id: importId })
  }

  /** A copy of the database files as they are at this instant: what a kill would leave. */
  function copyNow(): string {
    const folder = temporaryFolder()
    for (const file of databaseFiles) {
      if (existsSync(join(dataDir, file))) copyFileSync(join(dataDir, file), join(folder, file))
    }
    return folder
  }

  async function dispose() {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  }

  return {
    client,
    /** Somebody who reads in another language. */
    clientIn: (locale: string) => clientOf((request) => app.fetch(request), locale),
    clock,
    dataDir,
    fetch,
    upload,
    ended,
    outcomeOf,
    runImport,
    importFile,
    close: () => app.close(),
    async restart() {
      await app.close()
      app = await createApp({ dataDir, clock, durability: 'off', ...rest })
    },
    /** Another app on what a SIGKILL at this instant would leave. */
    reopenAsKilled: () => createTestApp({ today: clock.today(), dataDir: copyNow() }),
    /** Reads a copy of the database beside the running app. */
    inspect<T>(read: (db: Db) => T, file = 'evenkeel.db'): T {
      const folder = copyNow()
      const db = new Database(join(folder, file))
      try {
        return read(db)
      } finally {
        db.close()
        rmSync(folder, { recursive: true, force: true })
      }
    },
    dispose,
    [Symbol.asyncDispose]: dispose,
  }
}

export function clientOf(fetch: (request: Request) => Promise<Response>, locale = 'en-GB'): Client {
  return createORPCClient(
    new RPCLink({
      url: `${origin}/api`,
      headers: { 'accept-language': locale },
      fetch: (request) => fetch(request),
    }),
  )
}

let emptyDatabase: Promise<Buffer> | undefined

/** A folder with the database that a first start makes. */
export async function newDataDir(): Promise<string> {
  const folder = temporaryFolder()
  await emptyDatabaseIn(folder)
  return folder
}

/** The database that a first start makes, so that the migrations need not run again for each test; its path. */
export async function emptyDatabaseIn(folder: string): Promise<string> {
  const path = join(folder, 'evenkeel.db')
  emptyDatabase ??= makeEmptyDatabase()
  if (!existsSync(path)) writeFileSync(path, await emptyDatabase)
  return path
}

async function makeEmptyDatabase(): Promise<Buffer> {
  const folder = temporaryFolder()
  const path = join(folder, 'evenkeel.db')
  const db = openDatabase(path, { durability: 'off' })
  await migrate(db, migrations)
  followRowSums(db)
  db.close()
  const content = readFileSync(path)
  rmSync(folder, { recursive: true })
  return content
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'evenkeel-app-'))
}

/** The error a call ends in, as the renderer meets it; "accepted" when it ends in none. */
export async function refusal(call: Promise<unknown>) {
  try {
    await call
    return 'accepted'
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error
    const { problems } = (error.data ?? {}) as { problems?: { field?: string; message: string }[] }
    return {
      code: error.code as string,
      message: error.message,
      fields: problems?.map(({ field }) => field) ?? [],
    }
  }
}
