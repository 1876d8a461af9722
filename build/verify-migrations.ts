import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { createApp } from '../electron/core/app.ts'
import { systemClock } from '../electron/core/clock.ts'
import { verifyChain } from '../electron/core/db/audit.ts'
import { countRows, schemaVersion } from '../electron/core/db/schema.ts'

const fixture = join(import.meta.dirname, '../test/fixtures/company-0110.db.gz')

/** `from` and `to` are schema versions; `rows` how many the migrated copy holds. */
export type Verified = { from: number; to: number; rows: number }

/**
 * Runs all pending steps on a copy of the database at `path` (a .gz is unpacked) and opens every feature on it,
 * which prepares every statement. Throws what the start of the app would say, or what does not hold afterwards.
 */
export async function verifyMigrations(path: string = fixture): Promise<Verified> {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-verify-'))
  try {
    const copy = join(folder, 'evenkeel.db')
    const from = copyTo(copy, path, folder)
    const app = await createApp({ dataDir: folder, clock: systemClock(), durability: 'off' })
    await app.close()
    return { from, ...check(copy) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Copies what is committed, also while the app has the file open; the version of the copy. */
function copyTo(copy: string, path: string, folder: string): number {
  let source = path
  if (path.endsWith('.gz')) {
    source = join(folder, 'unpacked.db')
    writeFileSync(source, gunzipSync(readFileSync(path)))
  }
  const db = new Database(source, { fileMustExist: true })
  try {
    db.prepare('VACUUM INTO ?').run(copy)
    return schemaVersion(db)
  } finally {
    db.close()
  }
}

function check(copy: string) {
  const db = new Database(copy, { fileMustExist: true })
  try {
    const integrity = db.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') throw new Error(`SQLite finds the migrated copy damaged: ${integrity}`)
    const orphans = db.pragma('foreign_key_check') as unknown[]
    if (orphans.length > 0) throw new Error(`${orphans.length} rows refer to rows that are gone`)
    if (!verifyChain(db).ok) throw new Error('The chain of the activity log is broken')
    const rows = Object.values(countRows(db)).reduce((sum, count) => sum + count, 0)
    return { to: schemaVersion(db), rows }
  } finally {
    db.close()
  }
}

if (process.argv[1] === import.meta.filename) {
  const { from, to, rows } = await verifyMigrations(process.argv[2])
  console.log(`Step ${from} to step ${to}: ${rows} rows whole, every statement prepared.`)
}
