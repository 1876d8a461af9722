import { AppError } from '../../../shared/errors.ts'
import type { Db } from './database.ts'
import { errorCode } from './problem.ts'

/**
 * Runs `change` in one transaction: all of it is on disk when this returns, or none of it. Inside another
 * write it joins that one. Throws AppError UNAVAILABLE when the disk is full, failing or read-only.
 */
export function write<T>(db: Db, change: () => T): T {
  try {
    return db.transaction(change).immediate()
  } catch (error) {
    throw plainError(error)
  }
}

/**
 * A write that waits for no disk: for rows that count only once a later `write` says so, and are thrown away
 * otherwise. That later write makes them durable too. Not inside another write.
 */
export function writeAhead<T>(db: Db, change: () => T): T {
  db.pragma('synchronous = NORMAL')
  // Rows of a large file change the same pages again and again: the log takes them all before it is emptied.
  db.pragma('wal_autocheckpoint = 4000')
  try {
    return write(db, change)
  } finally {
    db.pragma('synchronous = FULL')
    db.pragma('wal_autocheckpoint = 1000')
  }
}

function plainError(error: unknown): unknown {
  const failure = failureMessage(errorCode(error) ?? '')
  if (failure === undefined) return error
  const problem = new AppError('UNAVAILABLE', failure)
  problem.cause = error
  return problem
}

function failureMessage(code: string): string | undefined {
  const kept = "so your last change isn't saved. Everything before it is."
  if (code === 'SQLITE_FULL') return `The disk is full, ${kept} Free some space, then try again.`
  if (code.startsWith('SQLITE_IOERR')) {
    return `The disk reported an error, ${kept} Try again; if it comes back, copy your newest backup to another disk.`
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return `The data folder became read-only, ${kept} Allow writing to the folder, then try again.`
  }
  return undefined
}
