import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../electron/core/db/open.ts'
import {
  appendEntries,
  bytesOf,
  editOutside,
  kill,
  nextOutput,
  openWithAudit,
  problemOf,
  startProcess,
  temporaryFolder,
} from './db-helpers.ts'

const isRoot = process.getuid?.() === 0

/** The path of a sound, closed data file with `entries` audit rows. */
async function closedDatabase(entries = 3): Promise<string> {
  const path = join(temporaryFolder(), 'evenkeel.db')
  const db = await openWithAudit(path, entries)
  db.close()
  return path
}

function overwrite(path: string, offset: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, offset)
  closeSync(file)
}

function replaceByFolder(path: string): void {
  rmSync(path)
  mkdirSync(path)
}

function loseMainPart(path: string): void {
  renameSync(path, `${path}.moved`)
  writeFileSync(`${path}-wal`, 'frames')
}

describe('a new data file', () => {
  it.each([
    ['locking_mode', 'exclusive'],
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['fullfsync', 1],
    ['foreign_keys', 1],
    ['recursive_triggers', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['mmap_size', 0],
    ['application_id', 0x45564b4c],
    ['user_version', 0],
  ])('has %s at %s, and again when reopened', (name, value) => {
    const path = join(temporaryFolder(), 'evenkeel.db')
    const values = [1, 2].map(() => {
      const db = openDatabase(path)
      const actual = db.pragma(name, { simple: true })
      db.close()
      return actual
    })
    expect(values).toEqual([value, value])
  })

  it('gives up durability only when asked', () => {
    const db = openDatabase(join(temporaryFolder(), 'sample.db'), { durability: 'off' })
    onTestFinished(() => void db.close())
    expect(db.pragma('synchronous', { simple: true })).toBe(0)
  })

  it('is private to its owner, like its folder', () => {
    const folder = join(temporaryFolder(), 'a', 'b')
    openDatabase(join(folder, 'evenkeel.db')).close()
    const modes = [folder, join(folder, 'evenkeel.db')].map((path) => statSync(path).mode & 0o777)
    expect(modes).toEqual([0o700, 0o600])
  })

  it('is made anew when an earlier start was cut off while making it', () => {
    const path = join(temporaryFolder(), 'evenkeel.db')
    writeFileSync(`${path}.new`, 'half')
    openDatabase(path).close()
    expect(existsSync(`${path}.new`)).toBe(false)
  })

  it('keeps what was written', async () => {
    const path = await closedDatabase(3)
    const db = openDatabase(path)
    onTestFinished(() => void db.close())
    expect(db.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(3)
  })
})

describe('a file that fails a check', () => {
  it.each<[string, string, (path: string) => void]>([
    ['an empty file', 'damaged', (path) => truncateSync(path, 0)],
    [
      'a picture',
      'not-ours',
      (path) => writeFileSync(path, Buffer.from('ffd8ffe000104a46494600010100', 'hex')),
    ],
    ['a folder', 'not-ours', replaceByFolder],
    ["another program's database", 'not-ours', (path) => editOutside(path, 'PRAGMA application_id = 7')],
    ['an overwritten beginning', 'not-ours', (path) => overwrite(path, 0, Buffer.alloc(100))],
    ['data from a newer version', 'from-future', (path) => editOutside(path, 'PRAGMA user_version = 9990')],
    ['a file cut in half', 'damaged', (path) => truncateSync(path, 2 * 4096)],
    [
      'a file cut in the middle of a page',
      'damaged',
      (path) => truncateSync(path, statSync(path).size - 1000),
    ],
    ['a page of noise', 'damaged', (path) => overwrite(path, 2 * 4096, Buffer.alloc(4096, 0xa5))],
    ['a dropped trigger', 'damaged', (path) => editOutside(path, 'DROP TRIGGER audit_is_never_updated')],
    ['a table from elsewhere', 'damaged', (path) => editOutside(path, 'CREATE TABLE extra (id INTEGER)')],
    [
      'an older version number than its tables',
      'damaged',
      (path) => editOutside(path, 'PRAGMA user_version = 0'),
    ],
    [
      'an edited activity log',
      'damaged',
      (path) =>
        editOutside(
          path,
          `CREATE TABLE kept AS SELECT sql FROM sqlite_schema WHERE name = 'audit_is_never_updated';
           DROP TRIGGER audit_is_never_updated; UPDATE audit SET after = '{"mark":"met"}' WHERE seq = 2;
           DROP TABLE kept; CREATE TRIGGER audit_is_never_updated BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`,
        ),
    ],
    ['a lost main part', 'damaged', loseMainPart],
  ])('%s is %s and stays byte for byte', async (_name, kind, harm) => {
    const path = await closedDatabase()
    harm(path)
    const folder = join(path, '..')
    const before = bytesOf(folder)
    const problem = problemOf(() => openDatabase(path).close())
    expect({ kind: problem?.kind, files: bytesOf(folder) }).toEqual({ kind, files: before })
    expect(problem?.message).toContain('Nothing was changed or deleted')
  })

  it('stays byte for byte with the unfinished changes beside it when damaged after a kill', async () => {
    const path = await killedWith('CREATE TABLE extra (id INTEGER)')
    const before = bytesOf(join(path, '..'))
    expect(Object.keys(before)).toEqual(['evenkeel.db', 'evenkeel.db-wal'])
    expect(problemOf(() => openDatabase(path))?.kind).toBe('damaged')
    expect(bytesOf(join(path, '..'))).toEqual(before)
  })
})

/** A database as a kill leaves it right after `sql`. */
async function killedWith(sql: string): Promise<string> {
  const path = await closedDatabase()
  const child = startProcess(`
    const { openDatabase } = await load('db/open.ts')
    openDatabase(${JSON.stringify(path)}).exec(${JSON.stringify(sql)})
    console.log('written'); setInterval(() => {}, 1000)`)
  await nextOutput(child)
  await kill(child)
  return path
}

/** Every shape a lock can be found in. */
describe('a lock file that is not sound', () => {
  it.each<[string, (path: string) => void]>([
    ['overwritten with noise', (path) => writeFileSync(path, Buffer.alloc(4096, 0xa5))],
    ['cut', (path) => writeFileSync(path, 'SQLite')],
    ['a folder', mkdirSync],
  ])('%s is put right, and still keeps a second one out', async (_name, harm) => {
    const path = await closedDatabase()
    rmSync(`${path}-lock`, { force: true })
    harm(`${path}-lock`)
    const db = openDatabase(path)
    onTestFinished(() => void db.close())
    expect(problemOf(() => openDatabase(path))?.kind).toBe('locked')
  })
})

describe('one owner', () => {
  const hold = (path: string) =>
    startProcess(`
      const { openDatabase } = await load('db/open.ts')
      const { write } = await load('db/write.ts')
      const { createAudit } = await load('db/audit.ts')
      const { systemClock } = await load('clock.ts')
      const db = openDatabase(${JSON.stringify(path)})
      const log = createAudit(db, systemClock())
      write(db, () => log.append({ actor: 'owner', action: 'answer', entity: 'output', entityId: 4 }))
      console.log('owned'); setInterval(() => {}, 1000)`)

  it('refuses a second process at its start, even after someone reads the file', async () => {
    const path = await closedDatabase()
    const first = hold(path)
    expect(await nextOutput(first)).toBe('owned')
    readFileSync(path)
    expect(problemOf(() => openDatabase(path))).toMatchObject({
      kind: 'locked',
      message:
        'Evenkeel is already running on this data. Nothing was changed. Use the window that is open, or close it and start again.',
    })
  })

  it('keeps other processes out although this one reads its own file', async () => {
    const path = await closedDatabase()
    const db = openDatabase(path)
    onTestFinished(() => void db.close())
    readFileSync(path)
    const second = startProcess(`
      const { openDatabase } = await load('db/open.ts')
      try { openDatabase(${JSON.stringify(path)}); console.log('owned') } catch (error) { console.log(error.kind) }`)
    expect(await nextOutput(second)).toBe('locked')
  })

  it('refuses a second opening in the same process and is free after close', async () => {
    const path = await closedDatabase()
    const db = openDatabase(path)
    expect(problemOf(() => openDatabase(path))?.kind).toBe('locked')
    db.close()
    expect(problemOf(() => openDatabase(path).close())).toBeUndefined()
  })

  it('refuses while another program writes to the file', async () => {
    const path = await closedDatabase()
    const other = new Database(path)
    onTestFinished(() => void other.close())
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('BEGIN EXCLUSIVE')
    expect(problemOf(() => openDatabase(path))?.kind).toBe('locked')
  })

  it('opens in under a second after the owner is killed, with everything acknowledged', async () => {
    const path = await closedDatabase(3)
    const first = hold(path)
    await nextOutput(first)
    await kill(first)
    const left = bytesOf(join(path, '..'))
    const started = performance.now()
    const db = openDatabase(path)
    const took = performance.now() - started
    onTestFinished(() => void db.close())
    expect(db.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(4)
    expect(took).toBeLessThan(1000)
    // As it was found, from before anything was written.
    expect(bytesOf(join(path, '..', 'unclean-exit', '000001'))).toEqual(left)
    appendEntries(db, 1)
  })
})

describe('a place that cannot be written to', () => {
  it.skipIf(!isRoot).each([
    ['folder', 0o555, 0o666],
    ['file', 0o777, 0o444],
  ])(
    'is explained for a read-only %s (run by root, who can become another user)',
    async (_name, folderMode, fileMode) => {
      const path = await closedDatabase()
      chmodSync(path, fileMode)
      chmodSync(join(path, '..'), folderMode)
      const before = bytesOf(join(path, '..'))
      const open = `
      const { openDatabase } = await load('db/open.ts')
      try { openDatabase(${JSON.stringify(path)}); console.log('opened') }
      catch (error) { console.log(error.kind + ': ' + error.message) }`
      const output = await nextOutput(startProcess(open, { uid: 65534 }))
      expect(output).toMatch(
        /^read-only: Evenkeel is not allowed to write to .*\. Nothing was changed or deleted\./,
      )
      expect(bytesOf(join(path, '..'))).toEqual(before)
    },
  )
})
