import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { AuditHead } from './audit.ts'

/**
 * The newest entry of the log known to be on disk. Backups up to number `since` belong to another line; `first` says
 * which company it is (see firstHash), not in those of earlier versions.
 */
const Witness = z.object({
  seq: z.int().nonnegative(),
  hash: z.string(),
  at: z.string(),
  since: z.int().nonnegative(),
  first: z.string().nullable().optional(),
})
export type Witness = z.infer<typeof Witness>

const length = 256
const pathOf = (path: string) => `${path}-head`

/** What was last noted beside the database at `path`; null where nothing is, or nothing that makes sense. */
export function readWitness(path: string): Witness | null {
  try {
    const line = readFileSync(pathOf(path), 'utf8').trimEnd()
    const [json = '', sum] = line.split('\t')
    return Number(sum) === crc32(json) ? Witness.parse(JSON.parse(json)) : null
  } catch {
    return null
  }
}

/** Notes `witness` for the database at `path`, for when it was restored. */
export function writeWitness(path: string, witness: Witness): void {
  const file = openSync(pathOf(path), constants.O_RDWR | constants.O_CREAT, 0o600)
  try {
    put(file, witness)
  } finally {
    closeSync(file)
  }
}

/**
 * Keeps word of the newest entry beside the database, so that a log that was lost, cut or exchanged is seen at the
 * next start. Written after the commit and never waited for: it can lag behind the database, but not be ahead of it.
 */
export function createWitness(path: string) {
  const { since } = readWitness(path) ?? { since: 0 }
  let file: number | undefined
  return {
    note(head: AuditHead, first: string | null, at: string): void {
      try {
        file ??= openSync(pathOf(path), constants.O_RDWR | constants.O_CREAT, 0o600)
        put(file, { seq: head.seq, hash: head.hash, at, since, first })
      } catch {
        // The work itself is saved; an older note only sees less.
      }
    },
    close(): void {
      if (file !== undefined) closeSync(file)
      file = undefined
    },
  }
}

/** One write of fixed length into a place that exists, so that a full disk does not hinder it. */
function put(file: number, witness: Witness): void {
  const json = JSON.stringify(witness)
  writeSync(file, `${json}\t${crc32(json)}`.padEnd(length - 1).concat('\n'), 0)
}
