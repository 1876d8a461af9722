import { AppError } from '../../../shared/errors.ts'
import type { Clock } from '../clock.ts'
import type { Deed } from '../command.ts'
import type { AuditHead } from '../db/audit.ts'
import { backup } from '../db/backups/backup.ts'
import { type Backup, pruneBackups } from '../db/backups/backup-list.ts'
import { holdsEntry } from '../db/backups/contents.ts'
import type { Db } from '../db/database.ts'
import { checkpoint } from '../db/database.ts'
import { forgetUncleanExits } from '../db/inspect.ts'
import type { Log } from '../log.ts'
import type { Places } from './places.ts'
import { copyToSecond, foldersOfCopies } from './second-folder.ts'
import { createStandingTrouble } from './standing-trouble.ts'

/** Where a piece of work is complete: the database file is made the data, and a backup is due. */
const milestones: Readonly<Partial<Record<Deed, string>>> = {
  'review finish': 'after a finished review',
  'foundation_review finish': 'after a finished Foundation review',
  'import import': 'after an import',
  'document publish': 'after a new wording',
  'model_test run': 'after a model test run',
  'model_test reveal': 'after a model test',
}

const idleMs = 2000
const hourMs = 60 * 60 * 1000

export type Keeper = ReturnType<typeof createKeeper>
type Around = {
  clock: Clock
  log: Log
  changed: () => void
  second: () => string | null
  /** Whether a complete piece of work asks for a backup. */
  milestones: boolean
}

/**
 * Keeps one open company safe: moves what the log holds into the database file when nothing is written for a while
 * and after each piece of work, and makes checked backups after each piece of work and once a day.
 */
export function createKeeper(places: Places, around: Around) {
  const { clock, log, changed, second } = around
  let db: Db | null = null
  let whenKept = () => {}
  let making: Promise<unknown> = Promise.resolve()
  let due: string | null = null
  const failure = createStandingTrouble(`${places.file}-backup-failed`)
  let idle: NodeJS.Timeout | undefined
  let lastDay = clock.today()
  const daily = setInterval(() => {
    if (clock.today() === lastDay || !db) return
    lastDay = clock.today()
    void tryBackUp('once a day')
  }, hourMs)
  daily.unref()

  /** Must not make a backup fail that is made. */
  function letGo() {
    try {
      whenKept()
    } catch (error) {
      log.unexpected(error)
    }
  }

  function backUp(of: Db, reason: string): Promise<void> {
    const made = makeBackup(of, reason)
    making = Promise.allSettled([making, made])
    return made
  }

  async function makeBackup(of: Db, reason: string) {
    const isInLine = (head: AuditHead) => holdsEntry(of, head)
    try {
      const folder = second()
      const besides = folder === null ? [] : foldersOfCopies(folder)
      const made = await backup(of, { folder: places.backups, reason, clock, besides })
      failure.set(null)
      await pruneBackups(places.backups, isInLine)
      await forgetUncleanExits(places.file)
      if (of === db) letGo()
      await copyBeside(made, isInLine)
    } catch (error) {
      failure.set(error instanceof AppError ? error.message : 'The last backup failed.')
      throw error
    } finally {
      changed()
    }
  }

  async function copyBeside(made: Backup, isInLine: (head: AuditHead) => boolean) {
    const folder = second()
    if (folder === null) return
    try {
      await copyToSecond(made, folder, isInLine)
    } catch (error) {
      log.unexpected(error)
      failure.set(`The second copy could not be written to ${folder}. The backup itself is made.`)
    }
  }

  /** One that fails is noted, and told on Home. */
  function tryBackUp(reason: string): Promise<void> {
    if (!db) return Promise.resolve()
    return backUp(db, reason).catch((error: unknown) => void log.unexpected(error))
  }

  /** What is due, once nothing was written for a moment. */
  function rest(): void {
    idle = undefined
    if (!db?.open) return
    checkpoint(db)
    if (due === null) return
    void tryBackUp(due)
    due = null
  }

  return {
    backUp,
    tryBackUp,
    /** Why the last try failed, also before a restart; null when it did not. */
    failure: failure.get,
    /** `kept` is called whenever all that is in `opened` is in a checked backup. */
    follow(opened: Db, kept: () => void) {
      db = opened
      whenKept = kept
    },
    /** Called after each commit. */
    noticed(deeds: readonly Deed[]) {
      for (const deed of deeds) {
        const reason = milestones[deed]
        if (reason === undefined) continue
        if (around.milestones) due = reason
        setImmediate(() => db?.open && checkpoint(db))
      }
      clearTimeout(idle)
      idle = setTimeout(rest, idleMs)
      idle.unref()
    },
    /** Does what is due and waits for it. */
    async close() {
      clearTimeout(idle)
      clearInterval(daily)
      rest()
      await making
      db = null
    },
  }
}
