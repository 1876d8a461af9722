import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { CompanyState } from '../../shared/contract/company.ts'
import { Feature } from '../../shared/contract/jobs.ts'
import { folderDanger } from '../../shared/domain/folder-danger.ts'
import { clockDoubt } from '../../shared/domain/time/clock-words.ts'
import { AppError } from '../../shared/errors.ts'
import { defaultDataDir } from './data-dir.ts'
import { changedSinceLastBackup } from './db/backups/backup.ts'
import { type Backup, listBackups } from './db/backups/backup-list.ts'
import { finishExchange } from './db/backups/exchange.ts'
import { DatabaseProblem } from './db/open.ts'
import { toProblem } from './db/problem.ts'
import { readWitness, type Witness } from './db/witness.ts'
import type { Handlers } from './handlers.ts'
import type { Log } from './log.ts'
import { type OpenCompany, openCompany, type Surroundings } from './open-company.ts'
import { firstOf, wasHere } from './safety/copies.ts'
import { keepPrivate } from './safety/keep-private.ts'
import { createKeeper, type Keeper } from './safety/keeper.ts'
import { placesOf, usableFolder } from './safety/places.ts'
import { readSecondFolder } from './safety/second-folder.ts'
import { buildSample } from './sample/build-sample.ts'

type Which = 'own' | 'sample'
/** `lastAt` is when Evenkeel was last at work on it, before it was opened. */
type Opened = { which: Which; opened: OpenCompany; keeper: Keeper; lastAt: string | null }
/** What is open, or why the owner's company is not. */
type Current = Opened | { problem: DatabaseProblem }

type WentBackTo = CompanyState['wentBackTo']

export type Companies = {
  /** Throws AppError UNAVAILABLE while none is open. */
  current: () => Opened
  problem: () => DatabaseProblem | null
  handlers: Handlers<'company'>
  /** Closes what is open, lets `change` alter the files of the owner's company, and opens it. */
  reopenOwn: (change: () => Promise<void>) => Promise<void>
  /** Notes what the company that is open now was gone on from. */
  wentBackTo: (copy: WentBackTo) => void
  close: () => Promise<void>
}

export type CompaniesOptions = Surroundings & { log: Log }

/**
 * The owner's company and the sample company: two files, one open at a time, never mixed. Opens the owner's. One
 * that cannot be opened is a state as well: `problem` says why, and nothing was written to it.
 */
export async function createCompanies(dataDir: string, around: CompaniesOptions): Promise<Companies> {
  const { clock, events, jobs, log, appVersion } = around

  async function open(which: Which): Promise<Opened> {
    const places = placesOf(dataDir, which)
    if (which === 'own') finishExchange(places.file)
    const lastAt = readWitness(places.file)?.at ?? null
    const keeper = createKeeper(places, {
      clock,
      log,
      changed: () => events.changed('safety'),
      milestones: around.durability !== 'off',
      second: () => (which === 'own' ? readSecondFolder(dataDir) : null),
    })
    const opened = await openPatiently(places.file, {
      ...around,
      known: newestBackup(places.file, places.backups),
      wasHere: which === 'own' && wasHere(places),
      backUp: (db, reason) => keeper.backUp(db, reason),
      committed: (deeds) => keeper.noticed(deeds),
    })
    keeper.follow(opened.db, opened.services.bin.letGo)
    // Once a day also when nothing changed: the check reads every row again.
    const isOfToday = listBackups(places.backups)[0]?.at.slice(0, 10) === clock.now().slice(0, 10)
    const isDue =
      opened.company.get() !== null &&
      (!isOfToday || keeper.failure() !== null || changedSinceLastBackup(opened.db, places.backups))
    // A backup that fails must not keep the owner out: Home shows how old the last checked one is.
    if (isDue) void keeper.tryBackUp('at start')
    return { which, opened, keeper, lastAt }
  }

  async function openOwn(): Promise<Current> {
    // First of all: what was copied here from a disc is ours to write to, and may not be yet.
    keepPrivate(dataDir)
    try {
      return await open('own')
    } catch (error) {
      return { problem: asProblem(error, placesOf(dataDir, 'own').file, log) }
    }
  }

  let current: Current = await openOwn()
  let wentBackTo: WentBackTo = null

  function theOpen(): Opened {
    if ('problem' in current) throw new AppError('UNAVAILABLE', current.problem.message)
    return current
  }

  function state(): CompanyState {
    const { which, opened, keeper, lastAt } = theOpen()
    const [newest] = listBackups(placesOf(dataDir, which).backups)
    return {
      version: appVersion,
      isSample: which === 'sample',
      company: opened.company.get(),
      preferences: opened.company.preferences(),
      today: clock.today(),
      dataFolder: dataDir,
      lastBackupAt: newest?.at ?? null,
      wentBackTo: which === 'own' ? wentBackTo : null,
      troubles: [
        which === 'own' ? clockDoubt(clock.now(), lastAt) : null,
        which === 'own' ? folderDanger(dataDir, defaultDataDir(process.platform, process.env)) : null,
        usableFolder(dataDir, which === 'own' ? 'backups' : 'sample-backups').trouble,
        keeper.failure() ?? tooOld(newest, readWitness(placesOf(dataDir, which).file)),
      ].filter((trouble) => trouble !== null),
    }
  }

  // Opening, closing and building take turns, so that two windows asking at once get the same company.
  let lastTurn: Promise<unknown> = Promise.resolve()

  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = lastTurn.then(step)
    lastTurn = turn.catch(() => {})
    return turn
  }

  async function closeIt(it: Current) {
    if ('problem' in it) return
    await it.keeper.close()
    it.opened.close()
  }

  async function switchTo(which: Which): Promise<CompanyState> {
    if (theOpen().which !== which) {
      await jobs.close()
      const { file } = placesOf(dataDir, which)
      if (which === 'sample' && !existsSync(file)) await buildSample(file, around)
      const before = current
      // Opened before the other is closed: at no moment is there none, and a file that can't be opened changes nothing.
      current = await open(which).catch(asUnavailable)
      await closeIt(before)
      events.changed(...Feature.options)
    }
    return state()
  }

  const handlers: Handlers<'company'> = {
    get: () => state(),
    create(names) {
      theOpen().opened.company.create(names)
      return state()
    },
    update(names) {
      theOpen().opened.company.update(names)
      return state()
    },
    updatePreferences: (patch) => theOpen().opened.company.updatePreferences(patch),
    openSample: () => inTurn(() => switchTo('sample')),
    openOwn: () => inTurn(() => switchTo('own')),
    async backUp() {
      const { keeper, opened } = theOpen()
      await keeper.backUp(opened.db, 'by the owner')
      return null
    },
  }

  return {
    current: theOpen,
    problem: () => ('problem' in current ? current.problem : null),
    handlers,
    reopenOwn: (change) =>
      inTurn(async () => {
        await jobs.close()
        await closeIt(current)
        wentBackTo = null
        try {
          await change()
        } finally {
          current = await openOwn()
          events.changed(...Feature.options)
        }
      }),
    wentBackTo(copy) {
      wentBackTo = copy
    },
    close: () => inTurn(() => closeIt(current)),
  }
}

/** The last entry of the newest backup of this line: the log must hold it. */
function newestBackup(file: string, folder: string) {
  const since = readWitness(file)?.since ?? 0
  return listBackups(folder)
    .filter(({ seq }) => seq > since)
    .slice(0, 1)
    .map((backup) => ({ ...backup.audit, first: firstOf(backup) }))
}

/** Work that waits for its backup for more than a day. */
function tooOld(backup: Backup | undefined, work: Witness | null): string | null {
  if (!backup || !work || work.seq <= backup.audit.seq) return null
  const isOld = Date.parse(work.at) - Date.parse(backup.at) > 24 * 60 * 60 * 1000
  return isOld ? 'Your last checked backup is more than a day older than your last work. Back up now.' : null
}

/** A disk that fails once, or a drive that is still waking up, is asked again before the owner hears of it. */
async function openPatiently(path: string, around: Surroundings): Promise<OpenCompany> {
  for (const wait of [50, 200, 600]) {
    try {
      return await openCompany(path, around)
    } catch (error) {
      const problem = toProblem(error, path)
      if (!(problem instanceof DatabaseProblem) || problem.kind !== 'unreadable') throw error
      await pause(wait)
    }
  }
  return openCompany(path, around)
}

function asProblem(error: unknown, path: string, log: Log): DatabaseProblem {
  const problem = toProblem(error, path)
  if (problem instanceof DatabaseProblem) return problem
  return new DatabaseProblem('unexpected', log.unexpected(error), { cause: error })
}

function asUnavailable(error: unknown): never {
  if (error instanceof DatabaseProblem) throw new AppError('UNAVAILABLE', error.message)
  throw error
}
