import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'

export type ProblemKind =
  | 'damaged'
  | 'missing'
  | 'older'
  | 'foreign'
  | 'misfit'
  | 'not-ours'
  | 'from-future'
  | 'locked'
  | 'full'
  | 'unreadable'
  | 'read-only'
  | 'failed-migration'
  | 'unexpected'

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
    `Your data file is damaged: ${what}. Nothing was changed or deleted, the file is still at ${path}.`,
    { cause },
  )
}

export function missing(path: string): DatabaseProblem {
  return new DatabaseProblem(
    'missing',
    `Your data file is not where it was, at ${path}. Nothing was changed or deleted.`,
  )
}

export function older(path: string): DatabaseProblem {
  return new DatabaseProblem(
    'older',
    `The data file at ${path} does not hold your newest work. Nothing was changed or deleted.`,
  )
}

export function foreign(path: string): DatabaseProblem {
  return new DatabaseProblem(
    'foreign',
    `The data file at ${path} is not the one your backups were made from. Nothing was changed or deleted.`,
  )
}

export function misfit(path: string): DatabaseProblem {
  return new DatabaseProblem(
    'misfit',
    `A backup was copied over ${path}, and the file of the newest entries beside it belongs to the one before. Nothing was changed or deleted.`,
  )
}

export function notOurs(path: string): DatabaseProblem {
  return new DatabaseProblem(
    'not-ours',
    `${path} is not an Evenkeel data file, or its beginning was overwritten. Nothing was changed or deleted.`,
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
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return damaged(path, 'it could not be read', error)
  return ofTheDisk(error, whatStopsWriting(dirname(path), code), path)
}

function ofTheDisk(error: unknown, code: string, path: string): unknown {
  if (/^SQLITE_FULL|^E(NOSPC|DQUOT)$/.test(code)) {
    return new DatabaseProblem(
      'full',
      'The disk is full, so Evenkeel could not start. Nothing was changed or deleted. Free some space, then try again.',
      { cause: error },
    )
  }
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|^E(ACCES|PERM|ROFS|NOTDIR|ISDIR|LOOP)$/.test(code)) {
    return new DatabaseProblem(
      'read-only',
      `Evenkeel is not allowed to write to ${pathOf(error) ?? path}. Nothing was changed or deleted. It is write-protected, or belongs to somebody else: allow yourself to write to it, or ask whoever looks after this computer, then try again.`,
      { cause: error },
    )
  }
  if (/^SQLITE_(IOERR|NOMEM)|^E(IO|MFILE|NFILE|BUSY|AGAIN|TIMEDOUT|NOMEM|NXIO|STALE)$/.test(code)) {
    return new DatabaseProblem(
      'unreadable',
      'The disk reported an error while your data was read. That says nothing about the data itself. Nothing was changed or deleted.',
      { cause: error },
    )
  }
  return error
}

/** The file or folder the system names. */
const pathOf = (error: unknown) =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : undefined

/**
 * SQLite says "cannot open" of a full disk, of a folder that is not ours and of a broken drive alike: a small file
 * written to the same folder and removed again says which. The code that was given where that works.
 */
export function whatStopsWriting(folder: string, code: string): string {
  if (!/^SQLITE_(CANTOPEN|IOERR|READONLY|FULL)|^E(ACCES|NOENT|PERM)$/.test(code)) return code
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    const file = openSync(probe, 'w', 0o600)
    try {
      writeSync(file, Buffer.alloc(8192))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    return code
  } catch (error) {
    return errorCode(error) ?? code
  } finally {
    rmSync(probe, { force: true })
  }
}
