import { readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import type { Contents, Copy } from '../../../shared/contract/safety.ts'
import { type AuditHead, firstHash } from '../db/audit.ts'
import { type Backup, fileNames, isDate, listBackups, seqOf, writtenAt } from '../db/backups/backup-list.ts'
import { readCopy } from '../db/backups/contents.ts'
import { About, asideFolderOf } from '../db/backups/exchange.ts'
import type { Places } from './places.ts'
import { foldersOfCopies } from './second-folder.ts'

/**
 * A copy of a company as it lies on disk. `first` says which company (see firstHash), as far as that is known; `backup`
 * is null for what was put aside, which is moved whole.
 */
export type Held = {
  id: string
  kind: Copy['kind']
  at: string
  reason: string
  contents: Contents | null
  /** What is known to be wrong with it. */
  damage: string | null
  audit: AuditHead | null
  first: string | null
  path: string
  backup: Backup | null
}

/** Everything there is to go on from, the newest first. A second copy of a backup that is here is left out. */
export const listCopies = (places: Places, second: string | null): Held[] =>
  withoutDoubles(everyCopy(places, second))

/** The same with each second copy. */
export function everyCopy(places: Places, second: string | null): Held[] {
  const seconds =
    second === null ? [] : foldersOfCopies(second).flatMap((folder) => heldIn('second', folder, second))
  return [
    ...heldIn('readable', places.readable),
    ...[...heldIn('backup', places.backups), ...seconds].sort(byWork),
    ...putAside(places.file),
    ...heldIn('file', places.broughtIn),
  ]
}

export function withoutDoubles(copies: readonly Held[], offer: Held | null = null): Held[] {
  const known = new Set<string | undefined>()
  const backups = copies.filter(({ kind }) => kind === 'backup').map(({ audit }) => audit?.hash)
  return copies.filter(({ id, kind, audit }) => {
    if (kind !== 'second' || id === offer?.id) return true
    const isDouble = backups.includes(audit?.hash) || known.has(audit?.hash)
    known.add(audit?.hash)
    return !isDouble
  })
}

const byWork = (a: Held, b: Held) => (b.backup?.seq ?? 0) - (a.backup?.seq ?? 0)

function heldIn(kind: Held['kind'], folder: string, from = folder): Held[] {
  return listBackups(folder).map((backup) => ({
    id: `${kind}:${relative(from, backup.path)}`,
    kind,
    at: backup.at,
    reason: backup.reason,
    contents: backup.contents ?? fromCounts(backup.counts),
    damage: null,
    audit: backup.audit,
    first: firstOf(backup),
    path: backup.path,
    backup,
  }))
}

/** Backups of earlier versions are read for it, once. */
const firstByContent = new Map<string, string | null>()

export function firstOf({ first, sha256, path }: Backup): string | null {
  if (first !== undefined) return first
  const known = firstByContent.get(sha256)
  if (known !== undefined) return known
  try {
    const read = readCopy(path, firstHash)
    firstByContent.set(sha256, read)
    return read
  } catch {
    // It is damaged, or does not answer just now.
    return null
  }
}

/** As its owner is told of it. */
export function toCopy(held: Held, more: Pick<Copy, 'notIn' | 'isOther'>): Copy {
  const { id, kind, at, reason, contents, damage, path } = held
  return { id, kind, at, reason, contents, damage, folder: dirname(path), ...more }
}

/** Known to be of another company than the one that begins with the entry `first`. */
export const isOfAnother = (held: Held, first: string | null): boolean =>
  first !== null && held.first !== null && held.first !== first

/** Of a backup made before contents were noted. */
function fromCounts(counts: Readonly<Record<string, number>>): Contents {
  return {
    company: null,
    workflows: counts.workflows ?? 0,
    outputs: counts.outputs ?? 0,
    finishedMonths: 0,
    open: null,
    lastAt: null,
  }
}

function putAside(file: string): Held[] {
  const folder = asideFolderOf(file)
  return fileNames(folder)
    .sort()
    .reverse()
    .flatMap((name) => {
      const about = readAbout(join(folder, name))
      if (!about || !fileNames(join(folder, name)).includes(basename(file))) return []
      const path = join(folder, name, basename(file))
      return [
        {
          id: `put_aside:${name}`,
          kind: 'put_aside' as const,
          ...about,
          contents: null,
          audit: null,
          first: null,
          path,
          backup: null,
        },
      ]
    })
}

function readAbout(folder: string) {
  try {
    const path = join(folder, 'about.json')
    const about = About.parse(JSON.parse(readFileSync(path, 'utf8')))
    return isDate(about.at) ? about : { ...about, at: writtenAt(path) }
  } catch {
    return null
  }
}

/** Whether something shows that there was a company, also where its database is gone. */
export const wasHere = ({ backups, file }: Places): boolean =>
  putAside(file).length > 0 || fileNames(backups).some((name) => seqOf(name) > 0 && name.endsWith('.db'))

/** The folder a put-aside company lies in. */
export const folderOf = ({ path }: Held): string => dirname(path)
