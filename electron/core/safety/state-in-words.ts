import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from '../db/inspect.ts'
import { takeOwnership } from '../db/lock.ts'
import { errorCode, toProblem } from '../db/problem.ts'
import { listCopies } from './copies.ts'
import type { Places } from './places.ts'

/** One thing that was looked at, in words for whoever looks after the computer; null where it was not looked at. */
export type Finding = { isFine: boolean | null; what: string; words: string }

const writes = 20

/** Whether the data folder takes writes and brings each to the disk; how long one takes, in the words. */
export function probeWrites(dataDir: string): Finding {
  const what = 'Writing'
  const path = join(dataDir, 'self-check.tmp')
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const file = openSync(path, 'w', 0o600)
    try {
      const before = performance.now()
      for (let count = 0; count < writes; count += 1) {
        writeSync(file, 'Evenkeel')
        fsyncSync(file)
      }
      const each = ((performance.now() - before) / writes).toFixed(2)
      return { isFine: true, what, words: `the folder takes writes; the disk confirms one in ${each} ms` }
    } finally {
      closeSync(file)
    }
  } catch (error) {
    return {
      isFine: false,
      what,
      words: `the folder cannot be written to (${errorCode(error) ?? 'unknown'})`,
    }
  } finally {
    rmSync(path, { force: true, recursive: true })
  }
}

/** The state of the database, checked without writing to it while nobody else has it open. */
export function checkDatabase({ file }: Places): Finding {
  const what = 'Database'
  if (!existsSync(file))
    return { isFine: true, what, words: 'none yet; Evenkeel makes one at its first start' }
  let release = () => {}
  try {
    release = takeOwnership(file)
    inspect(file, [])
    return { isFine: true, what, words: 'it opens, is sound, and its activity log fits' }
  } catch (error) {
    const problem = toProblem(error, file)
    return { isFine: false, what, words: problem instanceof Error ? problem.message : String(problem) }
  } finally {
    release()
  }
}

/** How many checked backups there are, and of when the newest is. */
export function checkBackups(places: Places, second: string | null): Finding {
  const what = 'Backups'
  const copies = listCopies(places, second)
  const backups = copies.filter(({ kind }) => kind === 'backup')
  const folder = second ?? 'no second folder is chosen'
  const newest = backups[0]
  if (newest) {
    const words = `${backups.length}, the newest of ${newest.at}, in ${places.backups}; second copies: ${folder}`
    return { isFine: true, what, words }
  }
  return {
    isFine: !existsSync(places.file),
    what,
    words: `none yet in ${places.backups}; second copies: ${folder}`,
  }
}
