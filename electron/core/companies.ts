import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CompanyState } from '../../shared/contract/company.ts'
import { backup, changedSinceLastBackup } from './db/backup.ts'
import { listBackups, pruneBackups } from './db/backup-list.ts'
import type { Db } from './db/open.ts'
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
  const { clock, events, log, appVersion } = around
  const pathOf = (which: Which) => join(dataDir, which === 'own' ? 'evenkeel.db' : 'sample.db')
  const backupsOf = (which: Which) => join(dataDir, which === 'own' ? 'backups' : 'sample-backups')

  async function backUp(which: Which, db: Db, reason: string) {
    const folder = backupsOf(which)
    await backup(db, { folder, reason, clock })
    pruneBackups(folder)
    events.changed('company')
  }

  async function open(
    which: Which,
  ): Promise<{ which: Which; opened: OpenCompany; backingUp: Promise<void> }> {
    const opened = await openCompany(pathOf(which), {
      ...around,
      beforeMigration: (db) => backUp(which, db, 'before an update'),
    })
    const isDue = opened.company.get() !== null && changedSinceLastBackup(opened.db, backupsOf(which))
    // A backup that fails must not keep the owner out: Home shows how old the last checked one is.
    const backingUp = isDue
      ? backUp(which, opened.db, 'at start').catch((error) => void log.unexpected(error))
      : null
    return { which, opened, backingUp: backingUp ?? Promise.resolve() }
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

  async function close() {
    await current.backingUp
    current.opened.close()
  }

  async function switchTo(which: Which): Promise<CompanyState> {
    if (current.which !== which) {
      if (which === 'sample' && !existsSync(pathOf(which))) await buildSample(pathOf(which), around)
      await close()
      current = await open(which)
      events.changed('company', 'workflows', 'standards', 'imports', 'reviews', 'results', 'changes')
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
    openSample: () => switchTo('sample'),
    openOwn: () => switchTo('own'),
    async backUp() {
      await backUp(current.which, current.opened.db, 'by the owner')
      return null
    },
  }

  return { current: () => current.opened, handlers, close }
}
