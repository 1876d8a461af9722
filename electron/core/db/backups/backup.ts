import { mkdirSync, rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../../../shared/errors.ts'
import type { Clock } from '../../clock.ts'
import { auditHead } from '../audit.ts'
import type { Db } from '../database.ts'
import { removeLargeFiles, renameDurably } from '../files.ts'
import { errorCode } from '../problem.ts'
import { storedCount } from '../row-sums.ts'
import { countTable, schemaVersion, tableNames } from '../schema.ts'
import {
  type Backup,
  listBackups,
  type Manifest,
  nextSeq,
  removeUnfinished,
  writeManifest,
} from './backup-list.ts'
import { type BackupContents, finishAndVerify, whatIsWrong } from './verify-backup.ts'

/** The present itself is not sound, so no copy of it passes the check; the disk had no part in that. */
export class UnsoundPresent extends AppError {
  /** What is wrong, as part of a sentence. */
  readonly what: string

  constructor(what: string) {
    super(
      'UNAVAILABLE',
      `The backup did not pass its check, so it was not kept (${what}). Try again; if it comes back, go back to your newest backup in Settings, Backups. Your data and your earlier backups are as they were.`,
    )
    this.what = what
  }
}

/** `besides` are other folders with copies of the same company: no number is given twice. */
export type BackupOptions = { folder: string; reason: string; clock: Clock; besides?: readonly string[] }

const running = new WeakMap<Db, Promise<unknown>>()

/**
 * Copies the open database into `folder`, checks the copy whole, and only then lists it. The event loop stays
 * free and writes may go on meanwhile. One at a time. Throws AppError UNAVAILABLE, UnsoundPresent where it is the
 * present that fails; nothing unfinished remains.
 */
export function backup(db: Db, options: BackupOptions): Promise<Backup> {
  const turn = (running.get(db) ?? Promise.resolve()).then(() => makeBackup(db, options))
  running.set(
    db,
    turn.catch(() => {}),
  )
  return turn
}

/** True when the log or the schema moved on since the newest backup in `folder`, or there is none. */
export function changedSinceLastBackup(db: Db, folder: string): boolean {
  const newest = listBackups(folder)[0]
  return newest?.audit.hash !== auditHead(db).hash || newest.schema !== schemaVersion(db)
}

async function makeBackup(db: Db, options: BackupOptions): Promise<Backup> {
  const { folder, reason, clock, besides = [] } = options
  let unfinished: string | undefined
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    await removeUnfinished(folder)
    const seq = nextSeq(folder, ...besides)
    const path = join(folder, `evenkeel-${String(seq).padStart(6, '0')}-${clock.today()}.db`)
    unfinished = `${path}.tmp`
    await copyPages(db, unfinished)
    const contents = await finishAndVerify(unfinished)
    await assertSameAsLive(db, contents)
    const manifest: Manifest = { app: 'evenkeel', seq, at: clock.now(), reason, ...contents }
    writeManifest(path, manifest)
    renameDurably(unfinished, path)
    return { ...manifest, path }
  } catch (error) {
    if (unfinished !== undefined) {
      await removeLargeFiles(unfinished)
      rmSync(unfinished.replace(/\.db\.tmp$/, '.json'), { force: true })
    }
    throw plainError(error)
  }
}

/** Steps of 100 pages keep each turn near 1 ms; flushing beside SQLite keeps its own last flush short. */
export async function copyPages(db: Db, path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  const flush = createFlush(file)
  let flushedAt = Number.POSITIVE_INFINITY
  try {
    await db.backup(path, {
      progress: ({ remainingPages }) => {
        if (flush.isRunning()) return 0
        const isDue = flushedAt - remainingPages >= 2000 || remainingPages <= 100
        if (!isDue || flushedAt === remainingPages) return 100
        flushedAt = remainingPages
        flush.start()
        return 0
      },
    })
    await flush.settle()
  } finally {
    await file.close()
  }
}

/** Puts what is written so far on disk in the background. A failed flush is thrown by the next call. */
function createFlush(file: FileHandle) {
  let running: Promise<void> | undefined
  let failure: unknown
  const assertSound = () => {
    if (failure !== undefined) throw failure
  }
  return {
    isRunning: () => {
      assertSound()
      return running !== undefined
    },
    start: () => {
      running = file
        .datasync()
        .catch((error: unknown) => {
          failure = error
        })
        .finally(() => {
          running = undefined
        })
    },
    settle: async () => {
      await running
      assertSound()
    },
  }
}

/** The copy's last entry is one of ours, and with no change since, every table has as many rows. */
async function assertSameAsLive(db: Db, { audit, counts }: BackupContents): Promise<void> {
  const hash = db.prepare<[number], string>('SELECT hash FROM audit WHERE seq = ?').pluck().get(audit.seq)
  if (audit.seq > 0 && hash !== audit.hash) throw new Error('the copy has another activity log')
  for (const name of tableNames(db)) {
    const live = storedCount(db, name) ?? countTable(db, name)
    if (auditHead(db).seq !== audit.seq) return
    if (counts[name] !== live)
      throw new Error(`the copy has ${counts[name]} rows of ${name} instead of ${live}`)
    await setImmediate()
  }
}

function plainError(error: unknown): AppError {
  const what = whatIsWrong(error)
  const problem =
    what === null
      ? new AppError(
          'UNAVAILABLE',
          `${failureMessage(errorCode(error) ?? '')} Your data and your earlier backups are as they were.`,
        )
      : new UnsoundPresent(what)
  problem.cause = error
  return problem
}

function failureMessage(code: string): string {
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)$/.test(code)) {
    return 'The disk is full, so no backup was made. Free some space, then try again.'
  }
  // SQLite says the same of a full disk and of a folder that is not ours.
  if (/^SQLITE_(CANTOPEN|READONLY|IOERR)/.test(code)) {
    return "The disk is full or the backup folder can't be written to, so no backup was made. Free some space, or allow writing to it, then try again."
  }
  if (/^E(ACCES|EXIST|IO|NOENT|NOTDIR|PERM|ROFS)$/.test(code)) {
    return "The backup folder can't be written to, so no backup was made. Allow writing to it, or choose another folder."
  }
  return `The backup could not be made (${code}). Try again.`
}
