import { accessSync, constants, existsSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Where a company and everything that keeps it safe lies. */
export type Places = {
  /** The database itself: where it really lies when a link leads there. Its log and what it is exchanged with, beside it. */
  file: string
  backups: string
  /** Backups brought from another computer. */
  broughtIn: string
  /** A copy of what could still be read of a damaged file. */
  readable: string
  /** A copy on its way into the place of the present. */
  restoring: string
}

export function placesOf(dataDir: string, which: 'own' | 'sample'): Places {
  const isOwn = which === 'own'
  const file = whereItLies(join(dataDir, isOwn ? 'evenkeel.db' : 'sample.db'))
  return {
    file,
    backups: usableFolder(dataDir, isOwn ? 'backups' : 'sample-backups').path,
    broughtIn: join(dataDir, 'brought-in'),
    readable: join(dataDir, 'readable'),
    restoring: join(dirname(file), 'restoring'),
  }
}

/** A link to another disk stays as it is: SQLite keeps its log beside the file, and only files of one disk change places whole. */
function whereItLies(path: string): string {
  const target = linkAt(path)
  if (target === null) return path
  try {
    return realpathSync(path)
  } catch {
    // It leads nowhere: that is where the file is missing.
    return resolve(dirname(path), target)
  }
}

function linkAt(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}

/**
 * A folder of ours, by its name; where a file stands in its place or it is not ours, the next one beside it, with
 * the sentence that says so.
 */
export function usableFolder(dataDir: string, name: string): { path: string; trouble: string | null } {
  const broken = join(dataDir, name)
  const path = [name, `${name}-2`, `${name}-3`].map((each) => join(dataDir, each)).find(canBeUsed) ?? broken
  if (path === broken) return { path, trouble: null }
  const why =
    existsSync(broken) && statSync(broken).isFile() ? 'is a file, not a folder' : 'cannot be written to'
  return { path, trouble: `${broken} ${why}, so new backups go to ${path}. Move it away when you can.` }
}

function canBeUsed(path: string): boolean {
  try {
    if (!existsSync(path)) return true
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
