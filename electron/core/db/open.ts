import { accessSync, chmodSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Db } from './database.ts'
import { fileSize, removeDatabaseFiles, renameDurably, syncFile } from './files.ts'
import { inspect, type KnownEntry } from './inspect.ts'
import { LateDatabase } from './late-statements.ts'
import { takeOwnership } from './lock.ts'
import { damaged, missing, toProblem } from './problem.ts'
import { applicationId } from './schema.ts'
import { readWitness } from './witness.ts'

export { DatabaseProblem } from './problem.ts'

export type { Db }

/** `off` gives up safety at a power cut for speed: only for building a file that can be built again. */
export type OpenOptions = {
  durability?: 'full' | 'off'
  /** Entries the log must hold, from the backups; what the witness beside the file knows is added. */
  known?: readonly KnownEntry[]
  /** Something beside the file shows that there was one: none is made where it is missing. */
  wasHere?: boolean
}

/**
 * Opens the data file at `path` as its only owner, creating it (and its folder) when there is none. Everything
 * is checked before the first write. Throws DatabaseProblem; a file that fails a check is left byte for byte.
 */
export function openDatabase(path: string, options: OpenOptions = {}): Db {
  let release = () => {}
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    accessSync(dirname(path), constants.W_OK)
    release = takeOwnership(path)
    const witness = readWitness(path)
    const known = [...(options.known ?? []), ...(witness ? [witness] : [])]
    if (existsSync(path)) {
      for (const file of [path, `${path}-wal`]) if (existsSync(file)) assertWritable(file)
      inspect(path, known)
    } else {
      // What was there once is not begun anew beside its backups.
      if (options.wasHere || known.some(({ seq }) => seq > 0)) throw missing(path)
      createFile(path)
    }
    return releaseOnClose(connect(path, options.durability ?? 'full'), release)
  } catch (error) {
    release()
    throw toProblem(error, path)
  }
}

/** Also what was copied here by hand, from a disc that cannot be written to, is for its owner alone to read and write. */
function assertWritable(path: string): void {
  try {
    chmodSync(path, 0o600)
  } catch {
    // The file of somebody else, or a file system without modes.
  }
  accessSync(path, constants.R_OK | constants.W_OK)
}

/** Built beside and renamed in, so that a crash never leaves an empty file that looks like lost data. */
function createFile(path: string): void {
  // SQLite would replay a -wal left by another file into the new one.
  if (fileSize(`${path}-wal`) > 0) throw damaged(path, 'its main part is missing')
  const unfinished = `${path}.new`
  removeDatabaseFiles(unfinished)
  writeFileSync(unfinished, '', { mode: 0o600 })
  const db = new Database(unfinished)
  db.pragma(`application_id = ${applicationId}`)
  db.pragma('journal_mode = WAL')
  db.close()
  syncFile(unfinished)
  renameDurably(unfinished, path)
}

function connect(path: string, durability: 'full' | 'off'): Db {
  const db = new LateDatabase(path, { fileMustExist: true, timeout: 0 })
  try {
    // EXCLUSIVE before WAL: then there is no shared-memory file and no second reader.
    setPragma(db, 'locking_mode', 'exclusive')
    setPragma(db, 'journal_mode', 'wal')
    // In WAL mode better-sqlite3 starts at NORMAL, which loses acknowledged commits at a power cut.
    setPragma(db, 'synchronous', durability === 'full' ? 2 : 0)
    setPragma(db, 'fullfsync', 1)
    setPragma(db, 'foreign_keys', 1)
    // Off, INSERT OR REPLACE would delete rows without firing their delete triggers.
    setPragma(db, 'recursive_triggers', 1)
    setPragma(db, 'trusted_schema', 0)
    setPragma(db, 'cell_size_check', 1)
    setPragma(db, 'mmap_size', 0)
    // Locks are taken at the first use, not at open: use it now.
    db.exec('BEGIN EXCLUSIVE; COMMIT')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function setPragma(db: Db, name: string, value: string | number): void {
  db.pragma(`${name} = ${value}`)
  const actual = db.pragma(name, { simple: true })
  if (actual !== value) throw new Error(`SQLite kept ${name} at ${actual} instead of ${value}`)
}

function releaseOnClose(db: Db, release: () => void): Db {
  const close = db.close.bind(db)
  db.close = () => {
    close()
    release()
    return db
  }
  return db
}
