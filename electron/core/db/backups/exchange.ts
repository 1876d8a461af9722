import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { renameDurably, syncFile, syncFolder } from '../files.ts'
import { takeOwnership } from '../lock.ts'
import { readWitness, writeWitness } from '../witness.ts'

/** Written before the first file moves, so that an exchange that was cut off is finished at the next start. */
const Journal = z.object({ incoming: z.string(), aside: z.string(), step: z.enum(['out', 'in']) })
type Journal = z.infer<typeof Journal>

/** Beside each company that was put aside: when and why, and what is wrong with it as far as that is known. */
export const About = z.object({
  at: z.string(),
  reason: z.string(),
  damage: z.string().nullable().default(null),
})
export type About = z.infer<typeof About>

const suffixes = ['', '-wal', '-journal', '-shm', '-head']
const journalOf = (path: string) => `${path}-exchange`
export const asideFolderOf = (path: string) => join(dirname(path), 'put-aside')

/**
 * Puts the closed database at `path` aside, whole with its log, and the files of the folder `incoming` (same names)
 * in its place. Nothing is deleted; cut off at any point, `finishExchange` completes it. `since` is the number of
 * the newest backup: those up to it need not be in the log any more. Returns the folder of what was put aside.
 */
export function exchange(path: string, incoming: string, about: About, since: number): string {
  const release = takeOwnership(path)
  try {
    const arriving = join(incoming, basename(path))
    const witness = readWitness(arriving)
    if (witness) writeWitness(arriving, { ...witness, since })
    const aside = nextAside(path)
    writeFileSync(join(aside, 'about.json'), JSON.stringify(about), { mode: 0o600 })
    writeJournal(path, { incoming: basename(incoming), aside: basename(aside), step: 'out' })
    carryOn(path)
    return aside
  } finally {
    release()
  }
}

/** Completes an exchange that was cut off. Call before the database is opened. */
export function finishExchange(path: string): void {
  if (!existsSync(journalOf(path))) return
  const release = takeOwnership(path)
  try {
    carryOn(path)
  } finally {
    release()
  }
}

function nextAside(path: string): string {
  const folder = asideFolderOf(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const number = 1 + Math.max(0, ...readdirSync(folder).map((name) => Number.parseInt(name, 10) || 0))
  const aside = join(folder, String(number).padStart(6, '0'))
  mkdirSync(aside, { mode: 0o700 })
  return aside
}

function carryOn(path: string): void {
  const journal = readJournal(path)
  if (!journal) {
    rmSync(journalOf(path), { force: true })
    return
  }
  const aside = join(asideFolderOf(path), journal.aside)
  const incoming = incomingOf(path, journal.incoming)
  if (journal.step === 'out') {
    move(path, join(aside, basename(path)))
    syncFolder(aside)
    writeJournal(path, { ...journal, step: 'in' })
  }
  move(join(incoming, basename(path)), path)
  syncFolder(dirname(path))
  rmSync(join(incoming, 'about.json'), { force: true })
  if (existsSync(incoming) && readdirSync(incoming).length === 0) rmdirSync(incoming)
  rmSync(journalOf(path))
}

/** A company put aside earlier comes from its folder there, anything else from beside the database. */
function incomingOf(path: string, name: string): string {
  const aside = join(asideFolderOf(path), name)
  return existsSync(aside) ? aside : join(dirname(path), name)
}

function move(from: string, to: string): void {
  for (const suffix of suffixes) if (existsSync(from + suffix)) renameSync(from + suffix, to + suffix)
}

function writeJournal(path: string, journal: Journal): void {
  writeFileSync(`${journalOf(path)}.tmp`, JSON.stringify(journal), { mode: 0o600 })
  syncFile(`${journalOf(path)}.tmp`)
  renameDurably(`${journalOf(path)}.tmp`, journalOf(path))
}

function readJournal(path: string): Journal | null {
  try {
    return Journal.parse(JSON.parse(readFileSync(journalOf(path), 'utf8')))
  } catch {
    return null
  }
}
