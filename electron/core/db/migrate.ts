import { hash } from 'node:crypto'
import type { Db } from './database.ts'
import type { Migration } from './migrations/migration.ts'
import { DatabaseProblem, errorCode } from './problem.ts'
import { schemaFingerprint, schemaVersion } from './schema.ts'

export type { Migration }

export type MigrateOptions = {
  /** Runs once before the first pending step of a database that already holds data: the place for a backup. */
  beforeChange?: () => Promise<unknown>
}

/**
 * Applies the pending steps, each in one exclusive transaction with its version, and returns the version
 * reached. A step that fails leaves the database at the step before and throws DatabaseProblem.
 */
export async function migrate(
  db: Db,
  migrations: readonly Migration[],
  options: MigrateOptions = {},
): Promise<number> {
  assertOrder(migrations)
  const version = schemaVersion(db)
  if (version > 0) assertUnedited(db, migrations)
  const pending = migrations.filter((migration) => migration.number > version)
  if (version > 0 && pending.length > 0) await options.beforeChange?.()
  for (const migration of pending) applyStep(db, migration)
  return schemaVersion(db)
}

/** Throws unless the steps are numbered 10, 20, 30 and so on. */
export function assertOrder(migrations: readonly Migration[]): void {
  migrations.forEach(({ number, name }, index) => {
    const expected = (index + 1) * 10
    if (number !== expected) throw new Error(`Migration ${name} is number ${number}, expected ${expected}`)
  })
}

function assertUnedited(db: Db, migrations: readonly Migration[]): void {
  const applied = db
    .prepare<[], { number: number; sql_sha: string }>(
      'SELECT number, sql_sha FROM migrations ORDER BY number',
    )
    .all()
  for (const { number, sql_sha } of applied) {
    const migration = migrations.find((candidate) => candidate.number === number)
    if (migration !== undefined && hash('sha256', migration.sql) === sql_sha) continue
    throw new DatabaseProblem(
      'failed-migration',
      `This copy of Evenkeel does not fit your data: its step ${number} is not the one your data was made with. Nothing was changed or deleted. Install Evenkeel again from its download page, then start it again.`,
    )
  }
}

function applyStep(db: Db, migration: Migration): void {
  // Rebuilding a table drops the old one, which would cascade; foreign_key_check guards the result instead.
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => runStep(db, migration)).exclusive()
  } catch (error) {
    throw failedMigration(migration, error)
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

function runStep(db: Db, { number, name, sql, check }: Migration): void {
  db.exec(`CREATE TABLE IF NOT EXISTS migrations (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sql_sha TEXT NOT NULL,
    schema_sha TEXT NOT NULL
  ) STRICT`)
  db.exec(sql)
  if (!db.inTransaction) throw new Error('the step ended its own transaction')
  const orphans = db.pragma('foreign_key_check')
  if (Array.isArray(orphans) && orphans.length > 0) {
    throw new Error(`${orphans.length} rows refer to rows that are gone: ${JSON.stringify(orphans[0])}`)
  }
  const lost = check === undefined ? undefined : db.prepare(check).get()
  if (lost !== undefined) throw new Error(`not everything was carried over: ${JSON.stringify(lost)}`)
  db.prepare('INSERT INTO migrations (number, name, sql_sha, schema_sha) VALUES (?, ?, ?, ?)').run(
    number,
    name,
    hash('sha256', sql),
    schemaFingerprint(db),
  )
  db.pragma(`user_version = ${number}`)
}

function failedMigration({ number, name }: Migration, cause: unknown): DatabaseProblem {
  const advice =
    errorCode(cause) === 'SQLITE_FULL'
      ? 'The disk is full: free some space, then start Evenkeel again.'
      : 'Use the version of Evenkeel you had before, which still opens it.'
  return new DatabaseProblem(
    'failed-migration',
    `Your data could not be prepared for this version of Evenkeel (step ${number}, ${name}), so it was left as it was. Nothing was deleted. ${advice}`,
    { cause },
  )
}
