import {
  closeSync,
  constants,
  copyFileSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { verifyTail } from './audit.ts'
import { fileSize } from './files.ts'
import { migrations } from './migrations/index.ts'
import { damaged, errorCode, fromFuture, notOurs } from './problem.ts'
import { isSchemaIntact, schemaVersion } from './schema.ts'

/** "EVKL": marks a SQLite file as ours. */
export const applicationId = 0x45564b4c

/**
 * Up to this size a file is read whole at every start (about 1 ms a megabyte). A larger one only after an unclean
 * exit: its checked backups, made whenever it changed, read all of it in a thread of their own.
 */
const quickCheckBytes = 256 * 1024 * 1024

const magic = 'SQLite format 3\0'

/**
 * Throws a DatabaseProblem unless the existing file at `path` is sound and ours. Never writes to it or to its
 * -wal. Call before SQLite holds the file: reading it here would drop SQLite's locks.
 */
export function inspect(path: string): void {
  if (!statSync(path).isFile()) throw notOurs(path)
  if (fileSize(path) === 0) throw damaged(path, 'it is empty')
  if (firstBytes(path) !== magic) throw notOurs(path)
  const isUncleanExit = fileSize(`${path}-wal`) > 0
  if (isUncleanExit) keepCopyOfUncleanExit(path)
  const db = new Database(path, { readonly: true, timeout: 0 })
  try {
    db.pragma('cell_size_check = ON')
    db.pragma('trusted_schema = OFF')
    if (db.pragma('application_id', { simple: true }) !== applicationId) throw notOurs(path)
    if (schemaVersion(db) > (migrations.at(-1)?.number ?? 0)) throw fromFuture()
    const isReadWhole = isUncleanExit || fileSize(path) <= quickCheckBytes
    if (isReadWhole && db.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw damaged(path, 'parts of it are unreadable')
    if (!isSchemaIntact(db)) throw damaged(path, 'its structure was altered outside Evenkeel')
    if (schemaVersion(db) > 0 && !verifyTail(db))
      throw damaged(path, 'its activity log was altered outside Evenkeel')
  } finally {
    db.close()
    rmSync(`${path}-shm`, { force: true })
  }
}

function firstBytes(path: string): string {
  const bytes = Buffer.alloc(magic.length)
  const file = openSync(path, 'r')
  try {
    readSync(file, bytes)
  } finally {
    closeSync(file)
  }
  return bytes.toString('latin1')
}

/** After a kill or power cut, keeps the files as they were found in `unclean-exit/`, the last time only. */
function keepCopyOfUncleanExit(path: string): void {
  const folder = join(dirname(path), 'unclean-exit')
  const unfinished = `${folder}.tmp`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  try {
    for (const file of [path, `${path}-wal`]) {
      copyFileSync(file, join(unfinished, basename(file)), constants.COPYFILE_FICLONE)
    }
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // A second copy must not keep the owner out when the disk is full: the originals are only read from here on.
    if (errorCode(error) === 'ENOSPC') return
    throw error
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
}
