import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { type AuditHead, auditHead, firstHash, verifyTail } from './audit.ts'
import type { Db } from './database.ts'
import { fileSize } from './files.ts'
import { migrations } from './migrations/index.ts'
import { damaged, foreign, fromFuture, misfit, notOurs, older } from './problem.ts'
import { applicationId, isSchemaIntact, schemaVersion } from './schema.ts'

/**
 * Up to this size a file is read whole at every start (about 1 ms a megabyte). A larger one only after an unclean
 * exit: its checked backups, made whenever it changed, read all of it in a thread of their own.
 */
const quickCheckBytes = 256 * 1024 * 1024

/** An entry that the log must hold, with the first one before it where that is known. */
export type KnownEntry = AuditHead & { first?: string | null | undefined }

const magic = 'SQLite format 3\0'

/** Bytes 18 and 19 of the header: a backup is a single file and needs no log, the live file does. */
const isInWalMode = (beginning: string) => beginning.slice(18, 20) === '\x02\x02'

/**
 * Throws a DatabaseProblem unless the existing file at `path` is sound, ours, and holds every entry of `known`.
 * Never writes to it or to its -wal. Call before SQLite holds the file: reading it here would drop SQLite's locks.
 */
export function inspect(path: string, known: readonly KnownEntry[]): void {
  if (!statSync(path).isFile()) throw notOurs(path)
  if (fileSize(path) === 0) throw damaged(path, 'it is empty')
  const beginning = firstBytes(path)
  if (!beginning.startsWith(magic)) throw notOurs(path)
  const isUncleanExit = fileSize(`${path}-wal`) > 0
  if (isUncleanExit && !isInWalMode(beginning)) throw misfit(path)
  leavingNoTrace(path, () => {
    const db = new Database(path, { readonly: true, timeout: 0 })
    try {
      check(db, path, isUncleanExit || fileSize(path) <= quickCheckBytes)
      for (const head of known) assertHolds(db, head, path)
    } finally {
      db.close()
    }
  })
  if (isUncleanExit) keepCopyOfUncleanExit(path)
}

function check(db: Db, path: string, isReadWhole: boolean): void {
  db.pragma('cell_size_check = ON')
  db.pragma('trusted_schema = OFF')
  if (db.pragma('application_id', { simple: true }) !== applicationId) throw notOurs(path)
  if (schemaVersion(db) > (migrations.at(-1)?.number ?? 0)) throw fromFuture()
  if (isReadWhole && db.pragma('quick_check(1)', { simple: true }) !== 'ok')
    throw damaged(path, 'parts of it are unreadable')
  if (!isSchemaIntact(db)) throw damaged(path, 'its structure was altered outside Evenkeel')
  if (schemaVersion(db) > 0 && !verifyTail(db))
    throw damaged(path, 'its activity log was altered outside Evenkeel')
}

/** The log holds this entry: two indexed reads. */
function assertHolds(db: Db, head: KnownEntry, path: string): void {
  if (head.seq === 0) return
  if (schemaVersion(db) === 0) throw older(path)
  const first = firstHash(db)
  if (head.first && first && first !== head.first) throw foreign(path)
  if (auditHead(db).seq < head.seq) throw older(path)
  const hash = db.prepare<[number], string>('SELECT hash FROM audit WHERE seq = ?').pluck().get(head.seq)
  if (hash !== head.hash) throw foreign(path)
}

/** Reading a database in WAL mode makes a -shm, and an empty -wal where there is none. */
function leavingNoTrace<T>(path: string, read: () => T): T {
  const sideFiles = [`${path}-wal`, `${path}-shm`].filter((file) => !existsSync(file))
  try {
    return read()
  } finally {
    for (const file of sideFiles) rmSync(file, { force: true })
  }
}

/** The last entry of the log of a sound file, and the first. */
export function headOf(path: string): KnownEntry {
  return leavingNoTrace(path, () => {
    const db = new Database(path, { readonly: true, timeout: 0 })
    try {
      return { ...auditHead(db), first: firstHash(db) }
    } finally {
      db.close()
    }
  })
}

function firstBytes(path: string): string {
  const bytes = Buffer.alloc(20)
  const file = openSync(path, 'r')
  try {
    readSync(file, bytes)
  } finally {
    closeSync(file)
  }
  return bytes.toString('latin1')
}

/**
 * After a kill or power cut, keeps the files as they were found in a folder of `unclean-exit/`, until a backup made
 * later is verified.
 */
function keepCopyOfUncleanExit(path: string): void {
  const kept = uncleanExitsOf(path)
  try {
    mkdirSync(kept, { recursive: true, mode: 0o700 })
    const number = 1 + Math.max(0, ...readdirSync(kept).map((name) => Number.parseInt(name, 10) || 0))
    const folder = join(kept, String(number).padStart(6, '0'))
    rmSync(`${folder}.tmp`, { recursive: true, force: true })
    mkdirSync(`${folder}.tmp`, { mode: 0o700 })
    for (const file of [path, `${path}-wal`]) {
      copyFileSync(file, join(`${folder}.tmp`, basename(file)), constants.COPYFILE_FICLONE)
    }
    renameSync(`${folder}.tmp`, folder)
  } catch {
    // A second copy must not keep the owner out, whatever is wrong with its folder or the disk: the originals passed
    // every check.
  }
}

/** Where unclean exits of the database at `path` are kept. */
const uncleanExitsOf = (path: string) => join(dirname(path), 'unclean-exit')

/** Call when a backup made since the start is verified: it holds what the copies of unclean exits hold. */
export async function forgetUncleanExits(path: string): Promise<void> {
  // Each is as large as the data, and a file system takes its time to let go of a large file.
  await rm(uncleanExitsOf(path), { recursive: true, force: true })
}
