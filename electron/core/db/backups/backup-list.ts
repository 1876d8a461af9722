import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Contents } from '../../../../shared/contract/safety.ts'
import type { AuditHead } from '../audit.ts'
import { fileSize, removeLargeFiles, syncFile } from '../files.ts'

/** The file beside each backup: when and why it was made, and what it holds. `seq` orders backups, `at` does not. */
const Manifest = z.object({
  app: z.literal('evenkeel'),
  seq: z.int().positive(),
  at: z.string(),
  reason: z.string(),
  bytes: z.int().positive(),
  sha256: z.string(),
  schema: z.int(),
  audit: z.object({ seq: z.int(), hash: z.string() }),
  /** Which company it is of; not in those of earlier versions. */
  first: z.string().nullable().optional(),
  counts: z.record(z.string(), z.int()),
  /** What it holds in the owner's words; not in those of the first version. */
  contents: Contents.optional(),
})
export type Manifest = z.infer<typeof Manifest>

/** A verified backup; `path` is its database file. */
export type Backup = Manifest & { path: string }

/** Backups whose file and manifest are both there and agree in size, newest first. */
export function listBackups(folder: string): Backup[] {
  return fileNames(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => readBackup(join(folder, name)) ?? [])
    .sort((a, b) => b.seq - a.seq)
}

function readBackup(manifestPath: string): Backup | undefined {
  const path = manifestPath.replace(/\.json$/, '.db')
  try {
    const manifest = Manifest.parse(JSON.parse(readFileSync(manifestPath, 'utf8')))
    return fileSize(path) === manifest.bytes ? { ...withDates(manifest, path), path } : undefined
  } catch {
    return undefined
  }
}

/** What cannot be read as a date says nothing: the file itself says when it was made. */
function withDates({ contents, ...manifest }: Manifest, path: string): Manifest {
  const at = isDate(manifest.at) ? manifest.at : writtenAt(path)
  if (!contents) return { ...manifest, at }
  const lastAt = contents.lastAt !== null && isDate(contents.lastAt) ? contents.lastAt : null
  return { ...manifest, at, contents: { ...contents, lastAt } }
}

const dateForm = /^\d{4}-\d\d-\d\dT/

export const isDate = (at: string): boolean => dateForm.test(at) && !Number.isNaN(Date.parse(at))

/** When the file at `path` was last written. */
export const writtenAt = (path: string): string => statSync(path).mtime.toISOString()

/** Files of backups in the folder that have no manifest which can be read. */
export function withoutManifest(folder: string): string[] {
  const listed = new Set(listBackups(folder).map(({ path }) => path))
  return fileNames(folder)
    .filter((name) => /^evenkeel-\d+.*\.db$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => !listed.has(path))
}

/** Before the backup itself: a manifest without its file is ignored, a file never stands without a manifest. */
export function writeManifest(path: string, manifest: Manifest): void {
  const final = path.replace(/\.db$/, '.json')
  writeFileSync(`${final}.tmp`, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  syncFile(`${final}.tmp`)
  renameSync(`${final}.tmp`, final)
}

/** The number of a backup by the name of its file; 0 of any other file. */
export const seqOf = (name: string): number => Number(/^evenkeel-(\d+)/.exec(name)?.[1] ?? 0)

/** The number for the next backup: above every number in the folders, listed or not. */
export function nextSeq(...folders: readonly string[]): number {
  return 1 + Math.max(0, ...folders.flatMap(fileNames).map(seqOf))
}

/** Removes what an interrupted backup left: unfinished files, and manifests that never got their file. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of fileNames(folder)) {
    if (/^evenkeel-.*\.tmp$/.test(name)) await removeLargeFiles(join(folder, name))
    const isOrphan =
      /^evenkeel-.*\.json$/.test(name) && !existsSync(join(folder, name.replace(/\.json$/, '.db')))
    if (isOrphan) rmSync(join(folder, name), { force: true })
  }
}

/**
 * Removes old backups, keeping the last 10, the newest of each of the last 14 days and of the last 24 months that
 * have one, those made before an update until 12 later months have one, and every one whose last entry `isInLine`
 * does not know: it may be all that is left of another company, or of work that was lost. What counts is the order
 * they were made in, never the clock alone. Returns the removed. Call after a new one.
 * Removes nothing when the newest holds over a fifth fewer rows than one of the 10 before it.
 */
export async function pruneBackups(
  folder: string,
  isInLine: (head: AuditHead) => boolean,
): Promise<Backup[]> {
  const backups = listBackups(folder)
  const kept = new Set([
    ...backups.slice(0, 10),
    ...newestOfEach(backups, 'YYYY-MM-DD'.length).slice(0, 14),
    ...newestOfEach(backups, 'YYYY-MM'.length).slice(0, 24),
    ...backups.filter((backup) => backup.reason === 'before an update' && monthsSince(backup, backups) < 12),
  ])
  const isOld = (backup: Backup) => !kept.has(backup) && isInLine(backup.audit)
  const removed = hasShrunk(backups) ? [] : backups.filter(isOld)
  for (const { path } of removed) {
    // The manifest last: a file without one is no longer listed, a manifest without a file is cleaned up.
    await rm(path, { force: true })
    rmSync(path.replace(/\.db$/, '.json'), { force: true })
  }
  return removed
}

function newestOfEach(backups: readonly Backup[], prefix: number): Backup[] {
  const seen = new Map<string, Backup>()
  for (const backup of backups) {
    const period = backup.at.slice(0, prefix)
    if (!seen.has(period)) seen.set(period, backup)
  }
  return [...seen.values()]
}

/** How many months have a backup that was made later. */
function monthsSince({ seq }: Backup, backups: readonly Backup[]): number {
  return new Set(backups.flatMap((later) => (later.seq > seq ? later.at.slice(0, 'YYYY-MM'.length) : [])))
    .size
}

function hasShrunk(backups: readonly Backup[]): boolean {
  const [newest = 0, ...earlier] = backups
    .slice(0, 11)
    .map(({ counts }) => Object.values(counts).reduce((a, b) => a + b, 0))
  return newest < 0.8 * Math.max(0, ...earlier)
}

/** None where there is no folder, or something else in its place. */
export function fileNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
