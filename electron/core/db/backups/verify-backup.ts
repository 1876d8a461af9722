import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { Contents } from '../../../../shared/contract/safety.ts'
import { type AuditHead, firstHash, verifyChain } from '../audit.ts'
import { syncFile } from '../files.ts'
import { errorCode } from '../problem.ts'
import { tablesThatDiffer } from '../row-sums.ts'
import { applicationId, countRows, isSchemaIntact, schemaVersion } from '../schema.ts'
import { contentsOf } from './contents.ts'

/**
 * What a sound copy holds. `audit` is the last entry of its log, `first` says which company it is (see firstHash),
 * `counts` are its rows by table.
 */
export type BackupContents = {
  bytes: number
  sha256: string
  schema: number
  audit: AuditHead
  first: string | null
  counts: Record<string, number>
  contents: Contents
}

type Answer =
  | { ok: true; contents: BackupContents }
  | { ok: false; message: string; code: string | undefined }

/**
 * Makes the copy at `path` a single file that opens from read-only media, puts it on disk, reads it back and
 * checks it whole. In a worker thread: 1 GB takes seconds. Rejects with what is wrong with the copy.
 */
export function finishAndVerify(path: string): Promise<BackupContents> {
  return inThread({ path, isFinished: false })
}

/** Reads the finished backup at `path` and checks it whole, without writing to it. Rejects with what is wrong. */
export function verifyAgain(path: string): Promise<BackupContents> {
  return inThread({ path, isFinished: true })
}

/** Writes the copy at `path` anew, so that the same contents are always the same bytes, and checks it whole. */
export function writeAnew(path: string): Promise<BackupContents> {
  return inThread({ path, isFinished: false, isAnew: true })
}

/** What is wrong with a copy that did not pass its check, as part of a sentence; null where the disk refused it. */
export function whatIsWrong(error: unknown): string | null {
  const code = errorCode(error)
  if (code === undefined) return error instanceof Error ? error.message : String(error)
  const isUnreadable = /^SQLITE_(CORRUPT|NOTADB|IOERR_(READ|SHORT_READ|CORRUPTFS))/.test(code)
  return isUnreadable ? 'parts of it cannot be read' : null
}

type Order = { path: string; isFinished: boolean; isAnew?: boolean }

function inThread(order: Order): Promise<BackupContents> {
  return new Promise((resolve, reject) => {
    // Bundled, this file stands beside its caller under the same name.
    const file = import.meta.url.endsWith('.ts') ? './verify-backup.ts' : './verify-backup.js'
    const worker = new Worker(new URL(file, import.meta.url), {
      workerData: { verifyBackup: order },
      // Flags of the parent (a profiler, an inspector port, an inline script) are not for the worker.
      execArgv: [],
    })
    worker.once('message', (answer: Answer) => {
      if (answer.ok) resolve(answer.contents)
      else
        reject(
          Object.assign(new Error(answer.message), answer.code === undefined ? {} : { code: answer.code }),
        )
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the check ended before its answer')))
  })
}

function finish(path: string, isAnew: boolean): void {
  const db = new Database(path, { fileMustExist: true })
  try {
    db.pragma('journal_mode = DELETE')
    if (isAnew) db.exec('VACUUM')
  } finally {
    db.close()
  }
  if (isAnew) forgetWrites(path)
  syncFile(path)
}

/** Where a database file counts how often it and its tables were written; the first and the last must agree. */
const counters = [24, 40, 92]

function forgetWrites(path: string): void {
  const file = openSync(path, 'r+')
  try {
    const one = Buffer.from([0, 0, 0, 1])
    for (const at of counters) writeSync(file, one, 0, one.length, at)
  } finally {
    closeSync(file)
  }
}

function verify(path: string): BackupContents {
  const db = new Database(path, { readonly: true })
  try {
    db.pragma('cell_size_check = ON')
    if (db.pragma('application_id', { simple: true }) !== applicationId)
      throw new Error('it is no data file of Evenkeel')
    const integrity = db.pragma('integrity_check(1)', { simple: true })
    if (integrity !== 'ok') throw new Error(`the copy is damaged: ${integrity}`)
    if (!isSchemaIntact(db)) throw new Error('its structure was altered')
    const chain = verifyChain(db)
    if (!chain.ok) throw new Error(`its activity log breaks at entry ${chain.brokenAt}`)
    const [changed] = tablesThatDiffer(db)
    if (changed !== undefined)
      throw new Error(`something in ${changed.replaceAll('_', ' ')} is not what Evenkeel wrote there`)
    return {
      ...fileDigest(path),
      schema: schemaVersion(db),
      audit: chain.head,
      first: firstHash(db),
      counts: countRows(db),
      contents: contentsOf(db),
    }
  } finally {
    db.close()
  }
}

/** Bytes and SHA-256 of a file, read in pieces. Never for the live data file: see lock.ts. */
function fileDigest(path: string): { bytes: number; sha256: string } {
  const digest = createHash('sha256')
  const piece = Buffer.alloc(1 << 20)
  const file = openSync(path, 'r')
  try {
    let bytes = 0
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      digest.update(piece.subarray(0, read))
      bytes += read
    }
    return { bytes, sha256: digest.digest('hex') }
  } finally {
    closeSync(file)
  }
}

function answer({ path, isFinished, isAnew = false }: Order): Answer {
  try {
    if (!isFinished) finish(path, isAnew)
    return { ok: true, contents: verify(path) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { ok: false, message, code: errorCode(error) }
  }
}

if (!isMainThread && workerData?.verifyBackup !== undefined) {
  parentPort?.postMessage(answer(workerData.verifyBackup))
}
