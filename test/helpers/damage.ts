import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { aWorkflow } from './builders.ts'
import { flipBit } from './safety.ts'
import { createTestApp, type TestApp } from './test-app.ts'

export const database = (dataDir: string) => join(dataDir, 'evenkeel.db')
export const log = (dataDir: string) => join(dataDir, 'evenkeel.db-wal')

async function anotherCompany(): Promise<TestApp> {
  const other = await createTestApp()
  await other.client.company.create({ name: 'Somebody else', ownerName: 'Eve' })
  await other.client.workflows.create(aWorkflow({ name: 'Theirs' }))
  return other
}

/** What it is called, and how the company of `killedCompany` is harmed by it. */
export type Shape = [string, (dataDir: string) => void | Promise<void>]
/** None of them can be opened as it is. */
export const shapes: Shape[] = [
  [
    'one flipped bit in the middle of the log',
    (at) => flipBit(log(at), Math.floor(statSync(log(at)).size / 2)),
  ],
  ['one flipped bit in the first frame of the log', (at) => flipBit(log(at), 32 + 24 + 100)],
  ['one flipped bit in the last frame of the log', (at) => flipBit(log(at), statSync(log(at)).size - 100)],
  ['one flipped bit in the header of the log', (at) => flipBit(log(at), 17)],
  ['a lost log', (at) => rmSync(log(at))],
  ['an empty log', (at) => truncateSync(log(at), 0)],
  ['a log cut in half', (at) => truncateSync(log(at), Math.floor(statSync(log(at)).size / 2))],
  ['a lost database', (at) => rmSync(database(at))],
  [
    'a lost database and log',
    (at) => {
      rmSync(database(at))
      rmSync(log(at))
    },
  ],
  ['an empty database', (at) => truncateSync(database(at), 0)],
  ['a database of noise', (at) => writeFileSync(database(at), Buffer.alloc(8192, 0xa5))],
  ['an overwritten header', (at) => flipBit(database(at), 3, 255)],
  [
    'a folder in the place of the database',
    (at) => {
      renameSync(database(at), `${database(at)}.moved`)
      mkdirSync(database(at))
    },
  ],
  [
    'a page of noise',
    (at) => {
      const file = openSync(database(at), 'r+')
      writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, 0)
      closeSync(file)
    },
  ],
  [
    "somebody else's log",
    async (at) => {
      await using other = await anotherCompany()
      copyFileSync(join(other.dataDir, 'evenkeel.db-wal'), log(at))
    },
  ],
  [
    "somebody else's database, without a log",
    async (at) => {
      await using other = await anotherCompany()
      await other.close()
      copyFileSync(join(other.dataDir, 'evenkeel.db'), database(at))
      rmSync(log(at))
    },
  ],
  [
    'a backup copied by hand over the database, beside the old log',
    (at) => {
      const name = readdirSync(join(at, 'backups')).find((each) => each.endsWith('.db')) ?? ''
      copyFileSync(join(at, 'backups', name), database(at))
    },
  ],
]

const backupOf = (dataDir: string) =>
  join(dataDir, 'backups', readdirSync(join(dataDir, 'backups')).find((each) => each.endsWith('.db')) ?? '')

/** Overwrites bytes from `offset` on; -1 is the middle of the file. */
function overwrite(path: string, bytes: Buffer, offset: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, offset < 0 ? Math.floor(statSync(path).size / 2) : offset)
  closeSync(file)
}

/** A second, newer backup that is damaged where its manifest does not show it. */
function addDamagedBackup(dataDir: string): void {
  const path = backupOf(dataDir)
  const next = path.replace('evenkeel-000001', 'evenkeel-000002')
  copyFileSync(path, next)
  flipBit(next, Math.floor(statSync(next).size / 2))
  const manifest = JSON.parse(readFileSync(path.replace(/\.db$/, '.json'), 'utf8')) as { seq: number }
  writeFileSync(next.replace(/\.db$/, '.json'), JSON.stringify({ ...manifest, seq: 2 }))
}

/** Does in the database what another program could that puts back the triggers, and leaves no log. */
function alter(dataDir: string, sql: string): void {
  const db = new Database(database(dataDir))
  const triggers = db
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all()
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  db.exec(sql)
  for (const trigger of triggers) db.exec(trigger.sql)
  db.pragma('journal_mode = DELETE')
  db.pragma('journal_mode = WAL')
  db.close()
}

/** Some of these can be opened as they are: then everything is there. */
export const moreShapes: Shape[] = [
  ['a log that begins with zeros', (at) => overwrite(log(at), Buffer.alloc(32), 0)],
  ['a page of noise in the log', (at) => overwrite(log(at), Buffer.alloc(4096, 0xa5), -1)],
  ['noise after the end of the log', (at) => writeFileSync(log(at), Buffer.alloc(9000, 0xa5), { flag: 'a' })],
  ['a log of a single byte', (at) => truncateSync(log(at), 1)],
  ['a database cut in half', (at) => truncateSync(database(at), Math.floor(statSync(database(at)).size / 2))],
  ['a database of zeros', (at) => writeFileSync(database(at), Buffer.alloc(statSync(database(at)).size))],
  [
    'a text in the place of the database',
    (at) => writeFileSync(database(at), '<html>This file is in the cloud</html>'),
  ],
  ['the log in the place of the database', (at) => copyFileSync(log(at), database(at))],
  [
    'a link to nowhere in the place of the database',
    (at) => {
      rmSync(database(at))
      symlinkSync(join(at, 'nowhere'), database(at))
    },
  ],
  [
    'an older state, without a log',
    (at) => {
      copyFileSync(backupOf(at), database(at))
      rmSync(log(at))
    },
  ],
  [
    'a lost log, and no note beside it',
    (at) => {
      rmSync(log(at))
      rmSync(`${database(at)}-head`)
    },
  ],
  [
    'a lost log, beside a newer backup that is damaged',
    (at) => {
      rmSync(log(at))
      addDamagedBackup(at)
    },
  ],
  [
    'an entry of the log that another program changed',
    (at) => alter(at, "UPDATE audit SET label = 'Forged' WHERE seq = 2"),
  ],
  ['a table that another program took away', (at) => alter(at, 'DROP TABLE bin_rows')],
]
