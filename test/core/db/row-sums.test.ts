import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { type Db, openDatabase } from '../../../electron/core/db/open.ts'
import {
  followRowSums,
  storedCount,
  sumTogether,
  tablesThatDiffer,
} from '../../../electron/core/db/row-sums.ts'
import { write } from '../../../electron/core/db/write.ts'
import { temporaryFolder } from './db-helpers.ts'

function opened(): Db {
  const db = openDatabase(join(temporaryFolder(), 'evenkeel.db'))
  db.exec(`
    CREATE TABLE row_sums (name TEXT PRIMARY KEY, schema INTEGER NOT NULL, row_count INTEGER NOT NULL,
      sum INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE parents (id INTEGER PRIMARY KEY, text TEXT) STRICT;
    CREATE TABLE children (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parents (id) ON DELETE CASCADE,
      share REAL, sha BLOB, UNIQUE (share)) STRICT;
    INSERT INTO parents VALUES (1, 'there before'), (2, NULL);`)
  followRowSums(db)
  return db
}

const row = (db: Db, sql: string) => write(db, () => db.exec(sql))

describe('the sums of rows', () => {
  it('follow rows that are summed together, and rows after them', () => {
    const db = opened()
    const add = (text: string) => db.prepare('INSERT INTO parents (text) VALUES (?)').run(text)
    write(db, () => sumTogether(db, 'parents', () => ['a', 'b', 'c'].forEach(add)))
    write(db, () => add('one by one'))
    expect(tablesThatDiffer(db)).toEqual([])
    expect(storedCount(db, 'parents')).toBe(6)
  })

  it('stay as they were where such rows are taken back, and follow the next', () => {
    const db = opened()
    const add = () => db.exec("INSERT INTO parents (text) VALUES ('a')")
    const fail = () => {
      add()
      throw new Error('The disk is full')
    }
    write(db, () => {
      expect(() => write(db, () => sumTogether(db, 'parents', fail))).toThrow('The disk is full')
      add()
    })
    expect(tablesThatDiffer(db)).toEqual([])
    expect(storedCount(db, 'parents')).toBe(3)
  })

  it.each([
    ['rows that were there before', ''],
    ['an insert', "INSERT INTO parents VALUES (3, 'é' || char(0) || '😀')"],
    ['an update', "UPDATE parents SET text = 'new'"],
    ['a change of the key', 'UPDATE parents SET id = 7 WHERE id = 2'],
    ['a delete', 'DELETE FROM parents WHERE id = 2'],
    ['an upsert', "INSERT INTO parents VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET text = 'b'"],
    [
      'a replacement',
      "INSERT INTO children VALUES (1, 1, 0.1, x'00ff'); INSERT OR REPLACE INTO children VALUES (2, 1, 0.1, NULL)",
    ],
    ['a cascade', 'INSERT INTO children VALUES (1, 2, 0.25, NULL); DELETE FROM parents WHERE id = 2'],
    ['a delete of everything', 'DELETE FROM parents'],
  ])('follow %s', (_name, sql) => {
    const db = opened()
    row(db, sql)
    expect(tablesThatDiffer(db)).toEqual([])
    expect(storedCount(db, 'parents')).toBe(db.prepare('SELECT count(*) FROM parents').pluck().get())
    db.close()
  })

  it('follow nothing that is rolled back', () => {
    const db = opened()
    expect(() =>
      write(db, () => {
        db.exec("INSERT INTO parents VALUES (3, 'x')")
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(tablesThatDiffer(db)).toEqual([])
    db.close()
  })

  it.each([
    "UPDATE parents SET text = 'there besore' WHERE id = 1",
    'DELETE FROM parents WHERE id = 2',
    "UPDATE parents SET text = '' WHERE id = 2",
  ])('differ after a change from outside: %s', (sql) => {
    const db = opened()
    const path = db.name
    db.close()
    const outside = new Database(path)
    outside.exec(sql)
    expect(tablesThatDiffer(outside)).toEqual(['parents'])
    // A later change by the app does not hide it.
    followRowSums(outside)
    row(outside, "UPDATE parents SET text = 'later'")
    expect(tablesThatDiffer(outside)).toEqual(['parents'])
    outside.close()
  })
})
