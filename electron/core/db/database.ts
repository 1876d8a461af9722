import type Database from 'better-sqlite3'

/** An open database. Other folders of the core know the driver only by this type. */
export type Db = Database.Database

/** Moves what the log holds into the database file and empties the log. Not while a backup reads: then it waits. */
export function checkpoint(db: Db): void {
  if (db.inTransaction) return
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // A full or failing disk: everything is in the log still, and the next write says what is wrong.
  }
}
