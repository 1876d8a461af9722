import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { Clock } from '../../../electron/core/clock.ts'
import { type AuditEntry, createAudit } from '../../../electron/core/db/audit.ts'
import { migrate } from '../../../electron/core/db/migrate.ts'
import { audit } from '../../../electron/core/db/migrations/0010-audit.ts'
import { DatabaseProblem, type Db, openDatabase } from '../../../electron/core/db/open.ts'
import { write } from '../../../electron/core/db/write.ts'

export const clock: Clock = {
  now: () => '2026-11-21T09:30:00.000Z',
  today: () => '2026-11-21',
  zone: () => 'Europe/Stockholm',
}

export const anEntry: AuditEntry = {
  actor: 'owner',
  action: 'answer',
  entity: 'output',
  entityId: 7,
  label: 'Accurate not met',
  before: null,
  after: { mark: 'not-met', note: 'Wrong price' },
  subject: 'review:12',
}

/** A folder of its own for one test, removed afterwards. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-db-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An open database with the audit log and `entries` rows in it, closed after the test. */
export async function openWithAudit(path: string, entries = 0): Promise<Db> {
  const db = openDatabase(path)
  onTestFinished(() => void db.close())
  await migrate(db, [audit])
  appendEntries(db, entries)
  return db
}

export function appendEntries(db: Db, count: number): void {
  const log = createAudit(db, clock)
  write(db, () => {
    for (let id = 1; id <= count; id += 1) log.append({ ...anEntry, entityId: id })
  })
}

/** Runs SQL the way another program would: no lock of ours, no checks. */
export function editOutside(path: string, sql: string): void {
  const db = new Database(path)
  db.exec(sql)
  db.close()
}

/** Every file of the folder and its bytes, but not the lock and the shared memory, which hold no data. */
export function bytesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter(
    (name) => statSync(join(folder, name)).isFile() && !/-(lock|shm)$/.test(name),
  )
  return Object.fromEntries(
    names
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')])
      .filter(([, bytes]) => bytes !== ''),
  )
}

/** The problem `open` throws, or undefined. */
export function problemOf(open: () => unknown): DatabaseProblem | undefined {
  try {
    open()
    return undefined
  } catch (error) {
    if (error instanceof DatabaseProblem) return error
    throw error
  }
}

const core = new URL('../../../electron/core/', import.meta.url).href

/** Another process running `body`, with `load(file)` importing from electron/core. */
export function startProcess(body: string, options: { uid?: number } = {}): ChildProcess {
  const code = `const load = (file) => import(${JSON.stringify(core)} + file)\n${body}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...options,
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** What the process prints next. */
export async function nextOutput(child: ChildProcess): Promise<string> {
  const [output] = child.stdout === null ? [''] : await once(child.stdout, 'data')
  return String(output).trim()
}

export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) throw new Error(`The process ended by itself with ${child.exitCode}`)
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
