import { rmSync } from 'node:fs'
import type { Copy, Recovery } from '../../../shared/contract/safety.ts'
import { holdsEntry, readCopy, workSince } from '../db/backups/contents.ts'
import { keepCopy } from '../db/backups/keep-copy.ts'
import { verifyAgain } from '../db/backups/verify-backup.ts'
import { fileSize } from '../db/files.ts'
import type { DatabaseProblem, ProblemKind } from '../db/problem.ts'
import { readWitness } from '../db/witness.ts'
import { type Held, listCopies } from './copies.ts'
import type { Places } from './places.ts'

export type Search = ReturnType<typeof startSearch>

type Around = { problem: DatabaseProblem; dataFolder: string; second: string | null; tell: () => void }

/** Kinds where the file itself is in question, so that what can still be read of it is worth a look. */
export const inQuestion: readonly ProblemKind[] = ['damaged', 'older', 'foreign', 'not-ours', 'missing']

/**
 * Looks for what the owner can go on from when her company cannot be opened: copies what can still be read of the
 * damaged files, and reads the newest backups again until one is complete. Only reads beside the originals; `tell`
 * is called when the answer has changed.
 */
export function startSearch(places: Places, { problem, dataFolder, second, tell }: Around) {
  let isLooking = problem.kind !== 'locked'
  let offer: Held | null = null
  const failed = new Set<string>()
  const ended = isLooking ? look().finally(told) : Promise.resolve()

  async function look(): Promise<void> {
    // A look of an earlier start is as old as what it looked at.
    rmSync(places.readable, { recursive: true, force: true })
    if (inQuestion.includes(problem.kind) && fileSize(places.file) > 0) await readWhatCanBe(places)
    for (const held of candidates(places, second)) {
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
      const copies = describe(places, second).filter(({ id }) => !failed.has(id))
      const newest = isLooking ? null : (copies.find(({ id }) => id === offer?.id) ?? null)
      return {
        kind: problem.kind,
        message: problem.message,
        dataFolder,
        isLooking,
        offer: newest,
        others: copies.filter(({ id }) => id !== newest?.id),
        hasSecondCopy: second !== null && listCopies(places, second).some(({ kind }) => kind === 'second'),
        lastWorkAt: readWitness(places.file)?.at ?? null,
        canKeepFile: problem.kind === 'older' || problem.kind === 'foreign',
      }
    },
  }
}

async function readWhatCanBe(places: Places): Promise<void> {
  try {
    await keepCopy(places.file, places.readable, {
      reason: 'what can still be read',
      at: ({ contents }) => contents.lastAt ?? '',
    })
  } catch {
    // Too damaged to be read as a whole, or no room for it: the backups are what there is.
  }
}

/** What can still be read comes first where it goes on from the newest backup. */
function candidates(places: Places, second: string | null): Held[] {
  const copies = listCopies(places, second).filter(({ backup }) => backup !== null)
  const readable = copies.find(({ kind }) => kind === 'readable')
  const newest = copies.find(({ kind }) => kind === 'backup' || kind === 'second')
  const goesOn =
    readable &&
    (!newest?.audit || readCopy(readable.path, (db) => newest.audit !== null && holdsEntry(db, newest.audit)))
  const rest = copies.filter((copy) => copy !== readable)
  return readable && goesOn ? [readable, ...rest] : rest
}

async function isWhole({ path, backup }: Held): Promise<boolean> {
  try {
    return (await verifyAgain(path)).sha256 === backup?.sha256
  } catch {
    return false
  }
}

/** The copies with what was done since each of them, as far as the newest thing that can be read says. */
function describe(places: Places, second: string | null): Copy[] {
  const copies = listCopies(places, second)
  const [newest] = candidates(places, second)
  const witness = readWitness(places.file)
  return copies.map((held) => {
    const { id, kind, at, reason, contents, damage } = held
    return { id, kind, at, reason, contents, damage, notIn: notIn(held) }
  })

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
