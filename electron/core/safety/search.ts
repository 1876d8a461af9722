import { rmSync } from 'node:fs'
import type { Copy, Recovery } from '../../../shared/contract/safety.ts'
import { writtenAt } from '../db/backups/backup-list.ts'
import { holdsEntry, readCopy, workSince } from '../db/backups/contents.ts'
import { keepCopy } from '../db/backups/keep-copy.ts'
import { verifyAgain } from '../db/backups/verify-backup.ts'
import { fileSize } from '../db/files.ts'
import type { DatabaseProblem, ProblemKind } from '../db/problem.ts'
import { readWitness } from '../db/witness.ts'
import { everyCopy, type Held, isOfAnother, toCopy, withoutDoubles } from './copies.ts'
import { mendManifests } from './mend-manifests.ts'
import type { Places } from './places.ts'
import { foldersOfCopies } from './second-folder.ts'
import { companyOf } from './whose.ts'

export type Search = ReturnType<typeof startSearch>

type Around = { problem: DatabaseProblem; dataFolder: string; second: string | null; tell: () => void }

/** Kinds where the file itself is in question, so that what can still be read of it is worth a look. */
export const inQuestion: readonly ProblemKind[] = ['damaged', 'older', 'foreign', 'not-ours', 'missing']

/**
 * Looks for what the owner can go on from when her company cannot be opened: copies what can still be read of the
 * damaged files, and reads the newest backups of her company again until one is complete. Only reads beside the
 * originals; `tell` is called when the answer has changed.
 */
export function startSearch(places: Places, { problem, dataFolder, second, tell }: Around) {
  let isLooking = problem.kind !== 'locked'
  let offer: Held | null = null
  const failed = new Set<string>()
  const ended = isLooking ? look().finally(told) : Promise.resolve()

  async function look(): Promise<void> {
    // A look of an earlier start is as old as what it looked at.
    rmSync(places.readable, { recursive: true, force: true })
    for (const folder of [places.backups, ...(second === null ? [] : foldersOfCopies(second))])
      await mendManifests(folder)
    if (inQuestion.includes(problem.kind)) await readWhatCanBe(places)
    for (const held of candidates(everyCopy(places, second), places)) {
      if (await isWhole(held)) {
        offer = held
        return
      }
      failed.add(held.id)
    }
  }

  function told() {
    isLooking = false
    tell()
  }

  return {
    /** Resolves when everything was looked at. */
    ended,
    state(): Recovery {
      const every = everyCopy(places, second).filter(({ id }) => !failed.has(id))
      const copies = describe(every, places, offer)
      const newest = isLooking ? null : (copies.find(({ id }) => id === offer?.id) ?? null)
      return {
        kind: problem.kind,
        message: problem.message,
        dataFolder,
        isLooking,
        company: candidates(every, places)[0]?.contents?.company ?? null,
        offer: newest,
        others: copies.filter(({ id }) => id !== newest?.id),
        hasSecondCopy: every.some(
          ({ kind, audit }) => kind === 'second' && audit?.hash === offer?.audit?.hash,
        ),
        lastWorkAt: readWitness(places.file)?.at ?? null,
        canKeepFile: problem.kind === 'older' || problem.kind === 'foreign',
      }
    },
  }
}

/** A database that is gone, with every backup of it, may still lie among what was put aside. */
async function readWhatCanBe(places: Places): Promise<void> {
  if (fileSize(places.file) > 0) return void (await keepReadable(places.file, places))
  const copies = everyCopy(places, null)
  if (copies.some(({ kind }) => kind === 'backup')) return
  for (const { kind, path } of copies) {
    if (kind === 'put_aside' && (await keepReadable(path, places))) return
  }
}

async function keepReadable(from: string, places: Places): Promise<boolean> {
  try {
    await keepCopy(from, places.readable, {
      reason: 'what can still be read',
      at: ({ contents }) => contents.lastAt ?? writtenAt(from),
    })
    return true
  } catch {
    // Too damaged to be read as a whole, or no room for it: the backups are what there is.
    return false
  }
}

/**
 * Copies of the company that the files here are known to be of; none where nobody can say. What can still be read
 * comes first where it goes on from the newest backup.
 */
function candidates(every: readonly Held[], places: Places): Held[] {
  const first = companyOf(places, every)
  const copies = every.filter((held) => held.backup !== null && held.first !== null && held.first === first)
  const readable = copies.find(({ kind }) => kind === 'readable')
  const newest = copies.find(({ kind }) => kind === 'backup' || kind === 'second')
  const rest = copies.filter((copy) => copy !== readable)
  return readable && goesOnFrom(readable, newest) ? [readable, ...rest] : rest
}

function goesOnFrom({ path }: Held, newest: Held | undefined): boolean {
  const { audit = null } = newest ?? {}
  return audit === null || readCopy(path, (db) => holdsEntry(db, audit))
}

async function isWhole({ path, backup }: Held): Promise<boolean> {
  try {
    return (await verifyAgain(path)).sha256 === backup?.sha256
  } catch {
    return false
  }
}

/**
 * The copies, those of other companies last, with what was done since each of them as far as the newest thing that
 * can be read says.
 */
function describe(every: readonly Held[], places: Places, offer: Held | null): Copy[] {
  const first = companyOf(places, every)
  const [newest] = candidates(every, places)
  const witness = readWitness(places.file)
  return withoutDoubles(every, offer)
    .map((held) => toCopy(held, { notIn: notIn(held), isOther: isOfAnother(held, first) }))
    .sort((a, b) => Number(a.isOther) - Number(b.isOther))

  function notIn({ audit, path }: Held): Copy['notIn'] {
    if (!audit || !newest) return null
    const isNewest = path === newest.path
    const beyond = witness && newest.audit ? Math.max(0, witness.seq - newest.audit.seq) : 0
    const work = isNewest ? nothing : sinceIn(newest.path, audit)
    return work && beyond > 0 && witness
      ? { ...work, entries: work.entries + beyond, unread: beyond, lastAt: witness.at }
      : work
  }
}

const nothing = {
  ...{ entries: 0, outputs: 0, reviews: 0, files: 0, changes: 0, unread: 0 },
  ...{ firstAt: null, lastAt: null },
}

function sinceIn(path: string, audit: NonNullable<Held['audit']>): Copy['notIn'] {
  try {
    return readCopy(path, (db) => (holdsEntry(db, audit) ? workSince(db, audit.seq) : null))
  } catch {
    return null
  }
}
