import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CompanyState } from '../../shared/contract/company.ts'
import { Feature } from '../../shared/contract/jobs.ts'
import { AppError } from '../../shared/errors.ts'
import { backup, changedSinceLastBackup } from './db/backup.ts'
import { listBackups, pruneBackups } from './db/backup-list.ts'
import { DatabaseProblem, type Db } from './db/open.ts'
import type { Handlers } from './handlers.ts'
import type { Log } from './log.ts'
import { type OpenCompany, openCompany, type Surroundings } from './open-company.ts'
import { buildSample } from './sample/build-sample.ts'

type Which = 'own' | 'sample'

export type Companies = {
  current: () => OpenCompany
  handlers: Handlers<'company'>
  close: () => Promise<void>
}

/**
 * The owner's company and the sample company: two files, one open at a time, never mixed. Opens the owner's.
 * Each gets a checked backup at opening when it changed since the last one.
 */
export async function createCompanies(
  dataDir: string,
  around: Surroundings & { log: Log },
): Promise<Companies> {
  const { clock, events, jobs, log, appVersion } = around
  const pathOf = (which: Which) => join(dataDir, which === 'own' ? 'evenkeel.db' : 'sample.db')
  const backupsOf = (which: Which) => join(dataDir, which === 'own' ? 'backups' : 'sample-backups')

  let backingUp: Promise<unknown> = Promise.resolve()

  function backUp(which: Which, db: Db, reason: string): Promise<void> {
    const made = makeBackup(which, db, reason)
    backingUp = Promise.allSettled([backingUp, made])
    return made
  }

  async function makeBackup(which: Which, db: Db, reason: string) {
    const folder = backupsOf(which)
    await backup(db, { folder, reason, clock })
    pruneBackups(folder)
    events.changed('company')
  }

  async function open(which: Which): Promise<{ which: Which; opened: OpenCompany }> {
    const opened = await openCompany(pathOf(which), {
      ...around,
      beforeMigration: (db) => backUp(which, db, 'before an update'),
    })
    const isDue = opened.company.get() !== null && changedSinceLastBackup(opened.db, backupsOf(which))
    // A backup that fails must not keep the owner out: Home shows how old the last checked one is.
    if (isDue) backUp(which, opened.db, 'at start').catch((error) => void log.unexpected(error))
    return { which, opened }
  }

  let current = await open('own')

  function state(): CompanyState {
    const { which, opened } = current
    return {
      version: appVersion,
      isSample: which === 'sample',
      company: opened.company.get(),
      preferences: opened.company.preferences(),
      today: clock.today(),
      dataFolder: dataDir,
      lastBackupAt: listBackups(backupsOf(which))[0]?.at ?? null,
    }
  }

  // Opening, closing and building take turns, so that two windows asking at once get the same company.
  let lastTurn: Promise<unknown> = Promise.resolve()

  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = lastTurn.then(step)
    lastTurn = turn.catch(() => {})
    return turn
  }

  async function closeCurrent({ opened }: typeof current) {
    await backingUp
    opened.close()
  }

  async function switchTo(which: Which): Promise<CompanyState> {
    if (current.which !== which) {
      await jobs.close()
      if (which === 'sample' && !existsSync(pathOf(which))) await buildSample(pathOf(which), around)
      const before = current
      // Opened before the other is closed: at no moment is there none, and a file that can't be opened changes nothing.
      current = await open(which).catch(asUnavailable)
      await closeCurrent(before)
      events.changed(...Feature.options)
    }
    return state()
  }

  const handlers: Handlers<'company'> = {
    get: () => state(),
    create(names) {
      current.opened.company.create(names)
      return state()
    },
    update(names) {
      current.opened.company.update(names)
      return state()
    },
    updatePreferences: (patch) => current.opened.company.updatePreferences(patch),
    openSample: () => inTurn(() => switchTo('sample')),
    openOwn: () => inTurn(() => switchTo('own')),
    async backUp() {
      await backUp(current.which, current.opened.db, 'by the owner')
      return null
    },
  }

  return { current: () => current.opened, handlers, close: () => inTurn(() => closeCurrent(current)) }
}

function asUnavailable(error: unknown): never {
  if (error instanceof DatabaseProblem) throw new AppError('UNAVAILABLE', error.message)
  throw error
}
