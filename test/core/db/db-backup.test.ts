import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createAudit, firstHash } from '../../../electron/core/db/audit.ts'
import { backup, changedSinceLastBackup } from '../../../electron/core/db/backups/backup.ts'
import { type Backup, listBackups, pruneBackups } from '../../../electron/core/db/backups/backup-list.ts'
import { type Db, openDatabase } from '../../../electron/core/db/open.ts'
import { write } from '../../../electron/core/db/write.ts'
import { AppError } from '../../../shared/errors.ts'
import {
  anEntry,
  appendEntries,
  bytesOf,
  clock,
  kill,
  nextOutput,
  openWithAudit,
  problemOf,
  startProcess,
  temporaryFolder,
} from './db-helpers.ts'

/** An open database with entries, and an empty place for its backups. */
async function openWithBackups(entries = 20) {
  const root = temporaryFolder()
  const db = await openWithAudit(join(root, 'evenkeel.db'), entries)
  const folder = join(root, 'backups')
  return { db, folder, options: { folder, reason: 'test', clock } }
}

function rowsOf(path: string): unknown[] {
  const db = new Database(path, { readonly: true })
  const rows = db.prepare('SELECT * FROM audit').all()
  db.close()
  return rows
}

const liveRows = (db: Db) => db.prepare('SELECT * FROM audit').all()

describe('backup', () => {
  it('is a single file with the same rows, listed with what it holds', async () => {
    const { db, folder, options } = await openWithBackups()
    const made = await backup(db, options)
    expect(listBackups(folder)).toEqual([made])
    expect(made).toEqual({
      app: 'evenkeel',
      seq: 1,
      at: clock.now(),
      reason: 'test',
      bytes: statSync(made.path).size,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      schema: 10,
      audit: createAudit(db, clock).head(),
      first: firstHash(db),
      counts: { audit: 20, migrations: 1 },
      contents: expect.objectContaining({ lastAt: clock.now() }),
      path: join(folder, 'evenkeel-000001-2026-11-21.db'),
    })
    expect(rowsOf(made.path)).toEqual(liveRows(db))
    expect(readdirSync(folder)).toEqual(['evenkeel-000001-2026-11-21.db', 'evenkeel-000001-2026-11-21.json'])
    // Bytes 18 and 19 are 1 when a file needs no -wal, so it opens from read-only media.
    expect([...readFileSync(made.path).subarray(18, 20)]).toEqual([1, 1])
    expect(statSync(made.path).mode & 0o777).toBe(0o600)
  })

  it('opens as a data file', async () => {
    const { db, options } = await openWithBackups()
    const { path } = await backup(db, options)
    expect(problemOf(() => openDatabase(path).close())).toBeUndefined()
  })

  it('stays whole while changes go on', async () => {
    const { db, options } = await openWithBackups(5000)
    let isDone = false
    const making = backup(db, options).finally(() => {
      isDone = true
    })
    while (!isDone) {
      appendEntries(db, 1)
      await setTimeout(1)
    }
    const made = await making
    expect(rowsOf(made.path)).toEqual(liveRows(db).slice(0, made.audit.seq))
    expect(createAudit(db, clock).verify()).toMatchObject({ ok: true })
  })

  it('runs one at a time and numbers them', async () => {
    const { db, folder, options } = await openWithBackups()
    await Promise.all([backup(db, options), backup(db, options), backup(db, options)])
    expect(listBackups(folder).map(({ seq }) => seq)).toEqual([3, 2, 1])
  })

  it('keeps nothing of a copy whose activity log does not fit', async () => {
    const { db, folder, options } = await openWithBackups()
    const good = await backup(db, options)
    db.exec(`PRAGMA writable_schema = ON; DROP TRIGGER audit_is_never_updated;
             UPDATE audit SET after = '1' WHERE seq = 2;
             CREATE TRIGGER audit_is_never_updated BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`)
    await expect(backup(db, options)).rejects.toThrow(
      'The backup did not pass its check, so it was not kept (its activity log breaks at entry 2)',
    )
    expect(listBackups(folder)).toEqual([good])
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it('says when the folder cannot be used', async () => {
    const { db, folder, options } = await openWithBackups()
    writeFileSync(folder, 'a file in its place')
    const failing = backup(db, options)
    await expect(failing).rejects.toBeInstanceOf(AppError)
    await expect(failing).rejects.toThrow("The backup folder can't be written to, so no backup was made.")
  })

  it.each([0, 5, 15, 30, 60, 120, 240])(
    'lists no bad backup when killed %i ms after its start',
    async (delay) => {
      const { db, folder, options } = await openWithBackups()
      const path = join(folder, '..', 'evenkeel.db')
      const log = createAudit(db, clock)
      const big = { ...anEntry, after: 'text '.repeat(2000) }
      write(db, () => Array.from({ length: 300 }, () => log.append(big)))
      const good = await backup(db, options)
      db.close()
      const child = startProcess(`
      const { openDatabase } = await load('db/open.ts')
      const { backup } = await load('db/backups/backup.ts')
      const { systemClock } = await load('clock.ts')
      const db = openDatabase(${JSON.stringify(path)})
      const making = backup(db, { folder: ${JSON.stringify(folder)}, reason: 'killed', clock: systemClock() })
      console.log('started')
      await making
      setInterval(() => {}, 1000)`)
      await nextOutput(child)
      await setTimeout(delay)
      await kill(child)
      const listed = listBackups(folder)
      expect(listed.at(-1)).toEqual(good)
      expect(listed.map((entry) => rowsOf(entry.path).length)).toEqual(listed.map(() => 320))
      const reopened = openDatabase(path)
      const next = await backup(reopened, options)
      reopened.close()
      expect(next.seq).toBeGreaterThan(listed[0]?.seq ?? 0)
      expect(
        readdirSync(folder).filter((name) => !/^evenkeel-\d{6}-[\d-]{10}\.(db|json)$/.test(name)),
      ).toEqual([])
    },
  )
})

describe('listBackups', () => {
  it('is empty where there is no folder', () => {
    expect(listBackups(join(temporaryFolder(), 'none'))).toEqual([])
  })

  it.each<[string, (backup: Backup) => void]>([
    ['cut short', ({ path }) => truncateSync(path, 4096)],
    ['without its manifest', ({ path }) => writeFileSync(path.replace('.db', '.json'), '')],
    [
      'with a manifest of something else',
      ({ path }) => writeFileSync(path.replace('.db', '.json'), '{"seq":1}'),
    ],
  ])('leaves out a backup %s, and keeps its file', async (_name, harm) => {
    const { db, folder, options } = await openWithBackups()
    const made = await backup(db, options)
    harm(made)
    expect(listBackups(folder)).toEqual([])
    expect((await backup(db, options)).seq).toBe(2)
    expect(existsSync(made.path)).toBe(true)
  })
})

describe('changedSinceLastBackup', () => {
  it('is true before the first backup, false right after, true after the next change', async () => {
    const { db, folder, options } = await openWithBackups()
    const first = changedSinceLastBackup(db, folder)
    await backup(db, options)
    const second = changedSinceLastBackup(db, folder)
    appendEntries(db, 1)
    expect([first, second, changedSinceLastBackup(db, folder)]).toEqual([true, false, true])
  })
})

describe('pruneBackups', () => {
  /** Listed backups with the given days, in the order they were made; `rows` for the last one. */
  function folderWith(days: readonly string[], rows = 100, reason = 'test'): string {
    const folder = join(temporaryFolder(), 'backups')
    mkdirSync(folder)
    days.forEach((day, index) => {
      const path = join(folder, `evenkeel-${String(index + 1).padStart(6, '0')}-${day}`)
      writeFileSync(`${path}.db`, 'x')
      const counts = { audit: index === days.length - 1 ? rows : 100 }
      const audit = { seq: index, hash: 'h' }
      const manifest = {
        app: 'evenkeel',
        seq: index + 1,
        at: `${day}T10:00:00.000Z`,
        reason: index === 0 ? reason : 'test',
        bytes: 1,
        sha256: 's',
        schema: 10,
        audit,
        counts,
      }
      writeFileSync(`${path}.json`, JSON.stringify(manifest))
    })
    return folder
  }

  const dayAfterStart = (index: number) => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10)
  const days = (count: number) => Array.from({ length: count }, (_, index) => dayAfterStart(index))

  it.each([
    ['10 made on one day', Array(10).fill('2026-11-21'), 10],
    ['30 made on one day', Array(30).fill('2026-11-21'), 10],
    ['one a day for 14 days', days(14), 14],
    ['one a day for a year: 14 days and 12 months', days(366), 14 + 11],
    ['one a day for 26 months: 14 days and 24 months', days(366 + 365 + 31 + 28), 14 + 23],
  ])('after %s', async (_name, made, kept) => {
    const folder = folderWith(made)
    const removed = await pruneBackups(folder, () => true)
    expect({ kept: listBackups(folder).length, removed: removed.length }).toEqual({
      kept,
      removed: made.length - kept,
    })
    expect(readdirSync(folder)).toHaveLength(2 * kept)
    expect(await pruneBackups(folder, () => true)).toEqual([])
  })

  it('goes by the order they were made in when the clock was set back', async () => {
    const folder = folderWith([...Array(12).fill('2030-01-01'), ...Array(12).fill('2026-11-21')])
    await pruneBackups(folder, () => true)
    expect(listBackups(folder).map(({ seq }) => seq)).toEqual([24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 12])
  })

  it('keeps one made before an update until 12 later months have one, whatever the clock says', async () => {
    const folder = folderWith([...days(1), ...Array(30).fill('2099-12-31')], 100, 'before an update')
    await pruneBackups(folder, () => true)
    expect(listBackups(folder).at(-1)?.seq).toBe(1)
    const later = folderWith(days(760), 100, 'before an update')
    await pruneBackups(later, () => true)
    expect(listBackups(later).at(-1)?.seq).toBeGreaterThan(1)
  })

  it.each([
    ['a fifth fewer', 80, 10],
    ['more than a fifth fewer', 79, 30],
  ])('with %s rows in the newest', async (_name, rows, kept) => {
    const folder = folderWith(Array(30).fill('2026-11-21'), rows)
    await pruneBackups(folder, () => true)
    expect(listBackups(folder)).toHaveLength(kept)
  })

  it('never touches other files', async () => {
    const folder = folderWith(Array(30).fill('2026-11-21'))
    writeFileSync(join(folder, 'my notes.json'), '{}')
    writeFileSync(join(folder, 'holiday.db'), 'x')
    await pruneBackups(folder, () => true)
    expect(Object.keys(bytesOf(folder)).map((name) => basename(name))).toEqual(
      expect.arrayContaining(['holiday.db', 'my notes.json']),
    )
  })
})
