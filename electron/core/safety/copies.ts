import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Contents, Copy } from '../../../shared/contract/safety.ts'
import type { AuditHead } from '../db/audit.ts'
import { type Backup, listBackups } from '../db/backups/backup-list.ts'
import { About, asideFolderOf } from '../db/backups/exchange.ts'
import type { Places } from './places.ts'

/** A copy of the company as it lies on disk. `backup` is null for what was put aside, which is moved whole. */
export type Held = {
  id: string
  kind: Copy['kind']
  at: string
  reason: string
  contents: Contents | null
  /** What is known to be wrong with it. */
  damage: string | null
  audit: AuditHead | null
  path: string
  backup: Backup | null
}

/** Everything there is to go on from, the newest first. A second copy of a backup that is here is left out. */
export function listCopies(places: Places, second: string | null): Held[] {
  const backups = heldIn('backup', places.backups)
  const known = new Set(backups.map(({ audit }) => audit?.hash))
  return [
    ...heldIn('readable', places.readable),
    ...[
      ...backups,
      ...(second ? heldIn('second', second).filter(({ audit }) => !known.has(audit?.hash)) : []),
    ].sort(byWork),
    ...putAside(places.file),
    ...heldIn('file', places.broughtIn),
  ]
}

const byWork = (a: Held, b: Held) => (b.backup?.seq ?? 0) - (a.backup?.seq ?? 0)

function heldIn(kind: Held['kind'], folder: string): Held[] {
  return listBackups(folder).map((backup) => ({
    id: `${kind}:${basename(backup.path)}`,
    kind,
    at: backup.at,
    reason: backup.reason,
    contents: backup.contents ?? fromCounts(backup.counts),
    damage: null,
    audit: backup.audit,
    path: backup.path,
    backup,
  }))
}

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
  return namesIn(folder)
    .sort()
    .reverse()
    .flatMap((name) => {
      const about = readAbout(join(folder, name))
      if (!about || !namesIn(join(folder, name)).includes(basename(file))) return []
      const path = join(folder, name, basename(file))
      return [
        {
          id: `put_aside:${name}`,
          kind: 'put_aside' as const,
          ...about,
          contents: null,
          audit: null,
          path,
          backup: null,
        },
      ]
    })
}

function readAbout(folder: string) {
  try {
    return About.parse(JSON.parse(readFileSync(join(folder, 'about.json'), 'utf8')))
  } catch {
    return null
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The folder a put-aside company lies in. */
export const folderOf = ({ path }: Held): string => dirname(path)
