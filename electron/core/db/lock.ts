import Database from 'better-sqlite3'

/**
 * Makes this process the only owner of the database at `path` and returns the release. SQLITE_BUSY when taken.
 *
 * A file of its own, because on Unix closing any handle of a file drops the process's locks on it: one stray
 * read of the data file would let a second process in. The lock dies with the process.
 */
export function takeOwnership(path: string): () => void {
  const lock = new Database(`${path}-lock`, { timeout: 0 })
  try {
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw error
  }
  return () => lock.close()
}
