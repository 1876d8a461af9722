import { hash } from 'node:crypto'
import type { Db } from './database.ts'

/** "EVKL": marks a SQLite file as ours. */
export const applicationId = 0x45564b4c

/** SHA-256 over every table, index, trigger and view, so that a dropped trigger is noticed. */
export function schemaFingerprint(db: Db): string {
  const objects = db
    .prepare(
      "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*' ORDER BY type, name",
    )
    .raw()
    .all()
  return hash('sha256', JSON.stringify(objects))
}

export function schemaVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** True when the tables, triggers and version are exactly those the last migration left. */
export function isSchemaIntact(db: Db): boolean {
  const hasMigrations =
    db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").get() !== undefined
  if (!hasMigrations) {
    return schemaVersion(db) === 0 && db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  }
  const last = db
    .prepare<[], { number: number; schema_sha: string }>(
      'SELECT number, schema_sha FROM migrations ORDER BY number DESC LIMIT 1',
    )
    .get()
  return last?.number === schemaVersion(db) && last.schema_sha === schemaFingerprint(db)
}

/** Rows of every table, by table name. */
export function countRows(db: Db): Record<string, number> {
  return Object.fromEntries(tableNames(db).map((name) => [name, countTable(db, name)]))
}

export function tableNames(db: Db): string[] {
  return db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name",
    )
    .pluck()
    .all()
}

export function countTable(db: Db, name: string): number {
  return db.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0
}
