import Database from 'better-sqlite3'

export type ProblemKind = 'from-future' | 'damaged' | 'not-ours' | 'locked' | 'read-only' | 'failed-migration'

/** The data file could not be opened or brought up to date. The message is for the owner; nothing was deleted. */
export class DatabaseProblem extends Error {
  readonly kind: ProblemKind

  constructor(kind: ProblemKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DatabaseProblem'
    this.kind = kind
  }
}

/** SQLite's own code ("SQLITE_FULL") or the system's ("EACCES"), undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  if (error instanceof Database.SqliteError) return error.code
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

export function damaged(path: string, what: string, cause?: unknown): DatabaseProblem {
  return new DatabaseProblem(
    'damaged',
    `Your data file is damaged: ${what}. Nothing was changed or deleted, the file is still at ${path}. Go back to your newest backup to carry on.`,
    { cause },
  )
}

export function notOurs(path: string): DatabaseProblem {
  return new DatabaseProblem(
    'not-ours',
    `${path} is not an Evenkeel data file, or its beginning was overwritten. Nothing was changed or deleted. Go back to your newest backup, or choose another data folder.`,
  )
}

export function fromFuture(): DatabaseProblem {
  return new DatabaseProblem(
    'from-future',
    'Your data was last used by a newer version of Evenkeel. Nothing was changed or deleted. Install the newest version, then start it again.',
  )
}

/** Turns what SQLite or the file system reports while opening `path` into a problem; other errors pass through. */
export function toProblem(error: unknown, path: string): unknown {
  const code = error instanceof DatabaseProblem ? undefined : errorCode(error)
  if (code === undefined) return error
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new DatabaseProblem(
      'locked',
      'Evenkeel is already running on this data. Nothing was changed. Use the window that is open, or close it and start again.',
      { cause: error },
    )
  }
  if (/^SQLITE_FULL|^ENOSPC/.test(code)) {
    return new DatabaseProblem(
      'read-only',
      'The disk is full, so Evenkeel could not start. Nothing was changed or deleted. Free some space, then start it again.',
      { cause: error },
    )
  }
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|^E(ACCES|PERM|ROFS|NOTDIR)$/.test(code)) {
    return new DatabaseProblem(
      'read-only',
      `Evenkeel is not allowed to write to ${path}. Nothing was changed or deleted. Allow writing there, or choose another data folder.`,
      { cause: error },
    )
  }
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) return damaged(path, 'it could not be read', error)
  return error
}
