import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aWorkflow } from '../../helpers/builders.ts'
import { flipBit, killedCompany, originalsIn, recoveryOf, workflowsOf } from '../../helpers/safety.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const db = (dataDir: string) => join(dataDir, 'evenkeel.db')
const wal = (dataDir: string) => join(dataDir, 'evenkeel.db-wal')

async function anotherCompany(): Promise<TestApp> {
  const other = await createTestApp()
  await other.client.company.create({ name: 'Somebody else', ownerName: 'Eve' })
  await other.client.workflows.create(aWorkflow({ name: 'Theirs' }))
  return other
}

type Shape = [string, (dataDir: string) => void | Promise<void>]
const shapes: Shape[] = [
  [
    'one flipped bit in the middle of the log',
    (at) => flipBit(wal(at), Math.floor(statSync(wal(at)).size / 2)),
  ],
  ['one flipped bit in the first frame of the log', (at) => flipBit(wal(at), 32 + 24 + 100)],
  ['one flipped bit in the last frame of the log', (at) => flipBit(wal(at), statSync(wal(at)).size - 100)],
  ['one flipped bit in the header of the log', (at) => flipBit(wal(at), 17)],
  ['a lost log', (at) => rmSync(wal(at))],
  ['an empty log', (at) => truncateSync(wal(at), 0)],
  ['a log cut in half', (at) => truncateSync(wal(at), Math.floor(statSync(wal(at)).size / 2))],
  ['a lost database', (at) => rmSync(db(at))],
  [
    'a lost database and log',
    (at) => {
      rmSync(db(at))
      rmSync(wal(at))
    },
  ],
  ['an empty database', (at) => truncateSync(db(at), 0)],
  ['a database of noise', (at) => writeFileSync(db(at), Buffer.alloc(8192, 0xa5))],
  ['an overwritten header', (at) => flipBit(db(at), 3, 255)],
  [
    'a folder in the place of the database',
    (at) => {
      renameSync(db(at), `${db(at)}.moved`)
      mkdirSync(db(at))
    },
  ],
  [
    'a page of noise',
    (at) => {
      const file = openSync(db(at), 'r+')
      writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, 0)
      closeSync(file)
    },
  ],
  [
    "somebody else's log",
    async (at) => {
      await using other = await anotherCompany()
      copyFileSync(join(other.dataDir, 'evenkeel.db-wal'), wal(at))
    },
  ],
  [
    "somebody else's database, without a log",
    async (at) => {
      await using other = await anotherCompany()
      await other.close()
      copyFileSync(join(other.dataDir, 'evenkeel.db'), db(at))
      rmSync(wal(at))
    },
  ],
  [
    'a backup copied by hand over the database, beside the old log',
    (at) => {
      const name = readdirSync(join(at, 'backups')).find((each) => each.endsWith('.db')) ?? ''
      copyFileSync(join(at, 'backups', name), db(at))
    },
  ],
]

describe('a start with a damaged company beside a checked backup', () => {
  it.each(shapes)('%s', async (_name, harm) => {
    const dataDir = await killedCompany()
    await harm(dataDir)
    const before = originalsIn(dataDir)
    await using app = await createTestApp({ dataDir })
    const recovery = await recoveryOf(app)
    expect(recovery).not.toBeNull()
    expect(await refusal(app.client.company.get())).toMatchObject({ code: 'UNAVAILABLE' })
    expect(await refusal(app.client.workflows.list())).toMatchObject({ code: 'UNAVAILABLE' })
    expect(recovery?.offer?.contents).toMatchObject({ company: 'Northwind Bikes' })
    expect([recovery?.offer, ...(recovery?.others ?? [])].some((copy) => copy?.kind === 'backup')).toBe(true)
    expect(originalsIn(dataDir)).toEqual(before)

    await app.client.safety.restore({ id: recovery?.offer?.id ?? '' })
    expect(await workflowsOf(app)).toContain('In the backup')
    expect(originalsIn(join(dataDir, 'put-aside', '000001'))).toEqual(before)
    await app.restart()
    expect(await recoveryOf(app)).toBeNull()
    expect(await workflowsOf(app)).toContain('In the backup')
  })

  it('is no start of a new company where only the note beside it is left', async () => {
    const dataDir = await killedCompany()
    rmSync(db(dataDir))
    rmSync(wal(dataDir))
    rmSync(join(dataDir, 'backups'), { recursive: true })
    await using app = await createTestApp({ dataDir })
    expect(await recoveryOf(app)).toMatchObject({ kind: 'missing', offer: null, lastWorkAt: app.clock.now() })
    expect(existsSync(db(dataDir))).toBe(false)
  })

  it('opens as it was when nothing is wrong', async () => {
    await using app = await createTestApp({ dataDir: await killedCompany() })
    expect(await recoveryOf(app)).toBeNull()
    expect(await workflowsOf(app)).toEqual(['In the backup', 'After the backup'])
  })
})
