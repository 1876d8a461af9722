import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Copy } from '../../../shared/contract/safety.ts'
import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import type { Clock } from '../clock.ts'
import type { Companies } from '../companies.ts'
import { firstHash } from '../db/audit.ts'
import { UnsoundPresent } from '../db/backups/backup.ts'
import { listBackups } from '../db/backups/backup-list.ts'
import { holdsEntry, workSince } from '../db/backups/contents.ts'
import { exchange } from '../db/backups/exchange.ts'
import { keepCopy, unpackCopy } from '../db/backups/keep-copy.ts'
import { headOf } from '../db/inspect.ts'
import { writeWitness } from '../db/witness.ts'
import { diskSentenceOfCopy } from '../disk-sentence.ts'
import type { Files } from '../files.ts'
import type { Handlers } from '../handlers.ts'
import type { Log } from '../log.ts'
import { everyCopy, folderOf, type Held, isOfAnother, listCopies, toCopy } from './copies.ts'
import type { Places } from './places.ts'
import { inQuestion, type Search, startSearch } from './search.ts'
import { chooseSecondFolder, readSecondFolder } from './second-folder.ts'
import { unpackDatabase } from './unpack-database.ts'
import { companyOf } from './whose.ts'

type Around = {
  dataDir: string
  places: Places
  companies: Companies
  clock: Clock
  files: Files
  log: Log
  changed: () => void
  openFolder: (path: string) => Promise<void>
  /** The owner's Documents; null where nobody knows them. */
  documents: string | null
}

const cannotBeOpened = "That backup can't be opened. Your data is untouched. Choose another."

const couldNotBeOpened = 'It could not be opened when it was put aside.'

/** What to go on from: backups and other copies of the owner's company, going back to one, and the way out of trouble. */
export function createSafety(around: Around) {
  const { dataDir, places, companies, clock, files, log, changed, openFolder, documents } = around
  const suggestion = documents && join(documents, 'Evenkeel backups')
  /** Where none is chosen, copies of a company that was lost may lie in the one that is suggested. */
  const second = () => readSecondFolder(dataDir) ?? suggestion
  let search: Search | null = null
  let searchedFor: unknown = null

  /** One look for each time that the company could not be opened. */
  function currentSearch(): Search | null {
    const problem = companies.problem()
    if (problem !== searchedFor) {
      searchedFor = problem
      search =
        problem &&
        startSearch(places, {
          problem,
          dataFolder: dataDir,
          second: second(),
          tell: changed,
        })
    }
    return search
  }

  function held(id: string): Held {
    const found = listCopies(places, second()).find((copy) => copy.id === id)
    if (!found) throw new AppError('NOT_FOUND', cannotBeOpened)
    return found
  }

  /** The number of the newest backup: after going back, the log need not hold what those up to it hold. */
  const since = () => listBackups(places.backups)[0]?.seq ?? 0

  /** A folder with the files to put in the place of the present. */
  async function prepare(copy: Held): Promise<string> {
    if (!copy.backup) return folderOf(copy)
    try {
      const name = basename(places.file)
      const { audit, first, contents } = await unpackCopy(copy.backup, places.restoring, name)
      writeWitness(`${places.restoring}/${name}`, {
        ...audit,
        first,
        at: contents.lastAt ?? clock.now(),
        since: since(),
      })
      return places.restoring
    } catch (error) {
      await rm(places.restoring, { recursive: true, force: true })
      throw refusal(error, 'UNAVAILABLE')
    }
  }

  /** A copy that cannot be used is at fault only where the disk is not. */
  function refusal(error: unknown, code: ErrorCode): AppError {
    log.unexpected(error)
    const sentence = diskSentenceOfCopy(error, dataDir)
    return sentence === null ? new AppError(code, cannotBeOpened) : new AppError('UNAVAILABLE', sentence)
  }

  async function goOnFrom(copy: Held): Promise<void> {
    const isEmpty = !companies.problem() && companies.current().opened.company.get() === null
    const damage = await backUpThePresent()
    const incoming = await prepare(copy)
    await companies.reopenOwn(async () => {
      const reason = `before going back to ${copy.at}`
      exchange(places.file, incoming, { at: clock.now(), reason, damage }, since())
    })
    // Where nothing was before, nobody went back: what is brought in stays the same company to the last entry.
    if (!isEmpty) noteRestored(copy)
  }

  /**
   * Where there is a sound company open; one that is not is put aside as it is. What is wrong with it, null where
   * nothing is known to be.
   */
  async function backUpThePresent(): Promise<string | null> {
    const problem = companies.problem()
    if (problem) return inQuestion.includes(problem.kind) ? couldNotBeOpened : null
    const { which, opened, keeper } = companies.current()
    if (which === 'sample')
      throw new AppError('CONFLICT', 'Open your own company first, then go back to a backup.')
    try {
      await keeper.backUp(opened.db, 'before going back')
      return null
    } catch (error) {
      if (!(error instanceof UnsoundPresent)) throw error
      log.unexpected(error)
      return `No backup of it could be made: ${error.what}.`
    }
  }

  function noteRestored({ at, reason, audit }: Held): void {
    if (companies.problem()) return
    const { opened, keeper } = companies.current()
    companies.wentBackTo({ company: opened.company.get()?.name ?? null, at })
    const command = opened.commands('company')
    command(() =>
      command.log({
        action: 'restore',
        entity: 'company',
        entityId: '1',
        label: `Went back to ${reason}, ${at}`,
        after: { at, reason, entry: audit?.seq ?? null },
      }),
    )
    void keeper.tryBackUp('after going back')
  }

  function assertOpened(): null {
    const problem = companies.problem()
    if (problem) throw new AppError('UNAVAILABLE', problem.message)
    return null
  }

  const handlers: Handlers<'safety'> = {
    recovery: () => currentSearch()?.state() ?? null,
    async retry() {
      await search?.ended
      await companies.reopenOwn(async () => {})
      return assertOpened()
    },
    async keepFile() {
      const found = currentSearch()
      if (!found) return null
      await found.ended
      if (!found.state().canKeepFile) throw new AppError('CONFLICT', 'That file cannot be used as it is.')
      await companies.reopenOwn(async () => {
        writeWitness(places.file, { ...headOf(places.file), at: clock.now(), since: since() })
      })
      return assertOpened()
    },
    copies: () => describe(),
    async restore({ id }) {
      await search?.ended
      await goOnFrom(held(id))
      return assertOpened()
    },
    async addFile({ fileId }) {
      const { path, name } = files.get(fileId)
      try {
        await unpackDatabase(path)
        const backup = await keepCopy(path, places.broughtIn, {
          reason: name,
          at: ({ contents }) => contents.lastAt ?? clock.now(),
        })
        files.done([fileId])
        changed()
        return brought(held(`file:${basename(backup.path)}`))
      } catch (error) {
        throw refusal(error, 'INVALID_INPUT')
      }
    },
    second: () => ({
      folder: readSecondFolder(dataDir),
      suggestion,
    }),
    async chooseSecond({ folder }) {
      chooseSecondFolder(dataDir, folder)
      changed()
      if (folder !== null && !companies.problem())
        await companies.current().keeper.tryBackUp('for the second copy')
      return null
    },
    async openFolder() {
      await openFolder(dataDir)
      return null
    },
  }

  /** Those of other companies last. */
  function describe(): Copy[] {
    const { opened } = companies.current()
    const first = firstHash(opened.db)
    return listCopies(places, second())
      .map((copy) => {
        const isHeld = copy.audit && holdsEntry(opened.db, copy.audit)
        const notIn = isHeld && copy.audit ? workSince(opened.db, copy.audit.seq) : null
        return toCopy(copy, { notIn, isOther: isOfAnother(copy, first) })
      })
      .sort((a, b) => Number(a.isOther) - Number(b.isOther))
  }

  /** Whose it is can be said of the company that is open, or of what is known of the one that is not. */
  function brought(copy: Held): Copy {
    const first = companies.problem()
      ? companyOf(places, everyCopy(places, second()))
      : firstHash(companies.current().opened.db)
    return toCopy(copy, { notIn: null, isOther: isOfAnother(copy, first) })
  }

  return handlers
}
