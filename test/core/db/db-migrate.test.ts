import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Migration, migrate } from '../../../electron/core/db/migrate.ts'
import { migrations } from '../../../electron/core/db/migrations/index.ts'
import { type Db, openDatabase } from '../../../electron/core/db/open.ts'
import { schemaFingerprint, schemaVersion } from '../../../electron/core/db/schema.ts'
import { problemOf, temporaryFolder } from './db-helpers.ts'

const parents: Migration = {
  number: 10,
  name: 'parents',
  sql: 'CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT',
}
const children: Migration = {
  number: 20,
  name: 'children',
  sql: `CREATE TABLE children (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parents (id)) STRICT;
        INSERT INTO parents VALUES (1, 'one')`,
}

function openEmpty(): Db {
  const db = openDatabase(join(temporaryFolder(), 'evenkeel.db'))
  onTestFinished(() => void db.close())
  return db
}

const stateOf = (db: Db) => ({
  version: schemaVersion(db),
  fingerprint: schemaFingerprint(db),
  foreignKeys: db.pragma('foreign_keys', { simple: true }),
})

describe('migrate', () => {
  it('applies pending steps in order and nothing the second time', async () => {
    const db = openEmpty()
    expect(await migrate(db, [parents])).toBe(10)
    expect(await migrate(db, [parents, children])).toBe(20)
    expect(await migrate(db, [parents, children])).toBe(20)
    expect(db.prepare('SELECT number, name FROM migrations').raw().all()).toEqual([
      [10, 'parents'],
      [20, 'children'],
    ])
  })

  it('backs up once, before the first step, and only where there is data', async () => {
    const db = openEmpty()
    const versions: number[] = []
    const options = { beforeChange: async () => versions.push(schemaVersion(db)) }
    await migrate(db, [parents], options)
    await migrate(
      db,
      [parents, children, { number: 30, name: 'more', sql: 'CREATE TABLE more (id INTEGER)' }],
      options,
    )
    await migrate(
      db,
      [parents, children, { number: 30, name: 'more', sql: 'CREATE TABLE more (id INTEGER)' }],
      options,
    )
    expect(versions).toEqual([10])
  })

  it('changes nothing when the backup fails', async () => {
    const db = openEmpty()
    await migrate(db, [parents])
    const before = stateOf(db)
    const failing = migrate(db, [parents, children], {
      beforeChange: () => Promise.reject(new Error('no backup')),
    })
    await expect(failing).rejects.toThrow('no backup')
    expect(stateOf(db)).toEqual(before)
  })

  it.each([
    ['fails halfway', 'INSERT INTO parents VALUES (1, NULL)'],
    ['is not SQL', 'CREATE TABEL x'],
    ['leaves rows that refer to nothing', 'INSERT INTO children VALUES (1, 99)'],
  ])('leaves the database at the step before when a step %s', async (_name, sql) => {
    const db = openEmpty()
    await migrate(db, [parents])
    const before = stateOf(db)
    const broken = {
      ...children,
      sql: `CREATE TABLE children (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parents (id)) STRICT; ${sql}`,
    }
    await expect(migrate(db, [parents, broken])).rejects.toMatchObject({
      kind: 'failed-migration',
      message: expect.stringContaining('left as it was'),
    })
    expect(stateOf(db)).toEqual(before)
    expect(await migrate(db, [parents, children])).toBe(20)
  })

  it('refuses a step that ends its own transaction', async () => {
    const db = openEmpty()
    await migrate(db, [parents])
    await expect(migrate(db, [parents, { ...children, sql: 'COMMIT' }])).rejects.toMatchObject({
      kind: 'failed-migration',
    })
    expect(schemaVersion(db)).toBe(10)
  })

  it('lets a step rebuild a table that others refer to', async () => {
    const db = openEmpty()
    const rebuild = {
      number: 30,
      name: 'rebuild',
      sql: `CREATE TABLE parents_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT) STRICT;
            INSERT INTO parents_new SELECT id, name, NULL FROM parents;
            DROP TABLE parents; ALTER TABLE parents_new RENAME TO parents`,
    }
    await migrate(db, [parents, children])
    db.exec('INSERT INTO children VALUES (5, 1)')
    await migrate(db, [parents, children, rebuild])
    expect(db.prepare('SELECT * FROM children').raw().all()).toEqual([[5, 1]])
    expect(() => db.exec('DELETE FROM parents')).toThrow('FOREIGN KEY')
  })

  it.each([
    ['edited', [{ ...parents, sql: `${parents.sql} ` }]],
    ['missing', []],
  ])('refuses a step that is %s after it was applied', async (_name, changed) => {
    const db = openEmpty()
    await migrate(db, [parents])
    await expect(migrate(db, changed)).rejects.toMatchObject({ kind: 'failed-migration' })
    expect(schemaVersion(db)).toBe(10)
  })

  it.each([
    ['out of order', [children, parents]],
    ['with a gap', [parents, { ...children, number: 30 }]],
    ['twice', [parents, { ...children, number: 10 }]],
  ])('refuses a list with numbers %s', async (_name, list) => {
    await expect(migrate(openEmpty(), list)).rejects.toThrow('expected')
  })

  it('brings an empty file to the newest version, and that file opens again', async () => {
    const path = join(temporaryFolder(), 'evenkeel.db')
    const db = openDatabase(path)
    const version = await migrate(db, migrations)
    db.close()
    expect(version).toBe(migrations.length * 10)
    expect(problemOf(() => openDatabase(path).close())).toBeUndefined()
  })
})
