import { rmSync, truncateSync } from 'node:fs'
import Database from 'better-sqlite3'
import { errorCode } from './problem.ts'

/**
 * Makes this process the only owner of the database at `path` and returns the release. SQLITE_BUSY when taken.
 *
 * A file of its own, because on Unix closing any handle of a file drops the process's locks on it: one stray
 * read of the data file would let a second process in. The lock dies with the process. It holds nothing, so one
 * that was overwritten or cannot be opened is put right.
 */
export function takeOwnership(path: string): () => void {
  const lockPath = `${path}-lock`
  try {
    return lock(lockPath)
  } catch (error) {
    if (/^SQLITE_(BUSY|LOCKED)/.test(errorCode(error) ?? '')) throw error
    mend(lockPath, error)
    return lock(lockPath)
  }
}

function lock(path: string): () => void {
  const file = new Database(path, { timeout: 0 })
  try {
    file.pragma('journal_mode = MEMORY')
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    throw error
  }
  return () => file.close()
}

/** Emptied in place where it can be opened: whoever has it locked keeps his lock. */
function mend(path: string, error: unknown): void {
  try {
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(errorCode(error) ?? '')) truncateSync(path)
    else rmSync(path, { recursive: true, force: true })
  } catch {
    // What stands in the way is told by the second try.
  }
}
