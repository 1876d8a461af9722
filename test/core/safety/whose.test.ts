import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { database, log } from '../../helpers/damage.ts'
import { flipBit, killedCompany, recoveryOf, workflowsOf } from '../../helpers/safety.ts'
import { createTestApp, type TestApp, temporaryFolder } from '../../helpers/test-app.ts'

/** A folder with the second copies of another company, in higher numbers than ours. */
async function copiesOfAnother(): Promise<string> {
  await using other = await createTestApp({ today: '2026-11-20' })
  await other.client.company.create({ name: 'Bakery Lind', ownerName: 'Eve' })
  const second = join(temporaryFolder(), 'Evenkeel backups')
  await other.client.safety.chooseSecond({ folder: second })
  for (const ownerName of ['Eva', 'Ewa', 'Eve']) {
    await other.client.company.update({ name: 'Bakery Lind', ownerName })
    await other.client.company.backUp()
  }
  return second
}

const choose = (dataDir: string, second: string) =>
  writeFileSync(join(dataDir, 'backup-folder.json'), JSON.stringify({ second }))

const backupsOf = (dataDir: string) => join(dataDir, 'backups')

function loseManifests(folder: string): void {
  for (const name of readdirSync(folder)) if (name.endsWith('.json')) rmSync(join(folder, name))
}

/** As earlier versions noted it: without the first entry. */
function forgetFirst(dataDir: string): void {
  for (const name of readdirSync(backupsOf(dataDir)).filter((each) => each.endsWith('.json'))) {
    const path = join(backupsOf(dataDir), name)
    const { first: _first, ...manifest } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    writeFileSync(path, JSON.stringify(manifest))
  }
  rmSync(`${database(dataDir)}-head`)
}

const restart = (dataDir: string, documents?: string) =>
  createTestApp({ dataDir, ...(documents === undefined ? {} : { documents }) })

describe('what is offered to go on from, where copies of another company lie as well', () => {
  it.each([
    ['a flipped bit in the log', (at: string) => flipBit(log(at), 5000)],
    ['a lost database', (at: string) => rmSync(database(at))],
    [
      'a lost database of an earlier version',
      (at: string) => {
        forgetFirst(at)
        rmSync(database(at))
      },
    ],
  ])('is of her own company: %s', async (_name, harm) => {
    const dataDir = await killedCompany()
    choose(dataDir, await copiesOfAnother())
    harm(dataDir)
    await using app = await restart(dataDir)
    const recovery = await recoveryOf(app)
    expect(recovery).toMatchObject({
      company: 'Northwind Bikes',
      offer: { contents: { company: 'Northwind Bikes' }, isOther: false },
      hasSecondCopy: false,
    })
    const others = recovery?.others.filter(({ isOther }) => isOther)
    expect(others?.map(({ contents }) => contents?.company)).toEqual(Array(4).fill('Bakery Lind'))
    // What is not in the copy of somebody else is no question.
    expect(others?.every(({ notIn }) => notIn === null)).toBe(true)
    await app.client.safety.restore({ id: recovery?.offer?.id ?? '' })
    expect(await workflowsOf(app)).toContain('In the backup')
    expect((await app.client.company.get()).wentBackTo).toEqual({
      company: 'Northwind Bikes',
      at: recovery?.offer?.at,
    })
  })

  it('is nothing where only copies of another company are left; they are named', async () => {
    const dataDir = await killedCompany()
    choose(dataDir, await copiesOfAnother())
    for (const path of [database(dataDir), log(dataDir), backupsOf(dataDir)])
      rmSync(path, { recursive: true })
    await using app = await restart(dataDir)
    const recovery = await recoveryOf(app)
    expect(recovery).toMatchObject({ kind: 'missing', company: null, offer: null })
    expect(recovery?.others[0]).toMatchObject({ contents: { company: 'Bakery Lind' }, isOther: true })
    await app.client.safety.restore({ id: recovery?.others[0]?.id ?? '' })
    expect(await app.client.company.get()).toMatchObject({
      company: { name: 'Bakery Lind' },
      wentBackTo: { company: 'Bakery Lind' },
    })
  })

  it('is nothing where the backups are of another company than the sound file, which can be used', async () => {
    const dataDir = await killedCompany()
    const second = await copiesOfAnother()
    const [folder = ''] = readdirSync(second)
    rmSync(backupsOf(dataDir), { recursive: true })
    cpSync(join(second, folder), backupsOf(dataDir), { recursive: true })
    await using app = await restart(dataDir)
    const recovery = await recoveryOf(app)
    expect(recovery).toMatchObject({ kind: 'foreign', offer: null, canKeepFile: true })
    expect(new Set(recovery?.others.map(({ contents }) => contents?.company))).toEqual(
      new Set(['Northwind Bikes', 'Bakery Lind']),
    )
    await app.client.safety.keepFile()
    expect(await workflowsOf(app)).toEqual(['In the backup', 'After the backup'])
  })

  it('is a second copy where the backup itself is damaged', async () => {
    const dataDir = await killedCompany()
    const second = join(temporaryFolder(), 'Evenkeel backups')
    await using app = await restart(dataDir)
    await app.client.safety.chooseSecond({ folder: second })
    await app.close()
    for (const name of readdirSync(backupsOf(dataDir)).filter((each) => each.endsWith('.db')))
      flipBit(join(backupsOf(dataDir), name), 9000)
    rmSync(database(dataDir))
    await app.restart()
    expect(await recoveryOf(app)).toMatchObject({ offer: { kind: 'second' } })
  })
})

describe('a start beside anything that was a company', () => {
  const leave = (dataDir: string, ...names: string[]) => {
    for (const name of readdirSync(dataDir))
      if (!names.includes(name)) rmSync(join(dataDir, name), { recursive: true })
  }

  it('offers backups whose notes are lost, once they are read', async () => {
    const dataDir = await killedCompany()
    leave(dataDir, 'backups')
    loseManifests(backupsOf(dataDir))
    await using app = await restart(dataDir)
    const recovery = await recoveryOf(app)
    expect(recovery).toMatchObject({
      kind: 'missing',
      offer: { kind: 'backup', contents: { company: 'Northwind Bikes', workflows: 1 } },
    })
    expect(existsSync(database(dataDir))).toBe(false)
    await app.client.safety.restore({ id: recovery?.offer?.id ?? '' })
    expect(await workflowsOf(app)).toEqual(['In the backup'])
  })

  it('offers what was put aside where nothing else is left', async () => {
    const dataDir = await killedCompany()
    const aside = join(dataDir, 'put-aside', '000001')
    mkdirSync(aside, { recursive: true })
    writeFileSync(join(aside, 'about.json'), JSON.stringify({ at: 'yesterday', reason: 'before going back' }))
    for (const name of ['evenkeel.db', 'evenkeel.db-wal', 'evenkeel.db-head'])
      renameSync(join(dataDir, name), join(aside, name))
    leave(dataDir, 'put-aside')
    await using app = await restart(dataDir)
    const recovery = await recoveryOf(app)
    expect(recovery).toMatchObject({ kind: 'missing', offer: { contents: { company: 'Northwind Bikes' } } })
    const asides = recovery?.others.filter(({ kind }) => kind === 'put_aside')
    expect(asides?.map(({ at }) => Number.isNaN(Date.parse(at)))).toEqual([false])
    await app.client.safety.restore({ id: recovery?.offer?.id ?? '' })
    expect(await workflowsOf(app)).toEqual(['In the backup', 'After the backup'])
  })

  it('finds copies in the folder that is suggested for them', async () => {
    const documents = temporaryFolder()
    const folder = await copiesOfAnother()
    cpSync(folder, join(documents, 'Evenkeel backups'), { recursive: true })
    await using app = await restart(temporaryFolder(), documents)
    expect(await recoveryOf(app)).toBeNull()
    const [copy] = await app.client.safety.copies()
    expect(copy).toMatchObject({
      kind: 'second',
      contents: { company: 'Bakery Lind' },
      folder: expect.stringContaining(join(documents, 'Evenkeel backups', 'Bakery Lind (')),
    })
    await app.client.safety.restore({ id: copy?.id ?? '' })
    expect(await nameOf(app)).toBe('Bakery Lind')
  })
})

const nameOf = async ({ client }: TestApp) => (await client.company.get()).company?.name

describe('a date in a note that is none', () => {
  it('is the one of the file itself', async () => {
    const dataDir = await killedCompany()
    for (const name of readdirSync(backupsOf(dataDir)).filter((each) => each.endsWith('.json'))) {
      const path = join(backupsOf(dataDir), name)
      const manifest = JSON.parse(readFileSync(path, 'utf8')) as { contents: object }
      const contents = { ...manifest.contents, lastAt: 'last week' }
      writeFileSync(path, JSON.stringify({ ...manifest, at: 'yesterday', contents }))
    }
    rmSync(database(dataDir))
    await using app = await restart(dataDir)
    const recovery = await recoveryOf(app)
    expect(Date.parse(recovery?.offer?.at ?? '')).toBeGreaterThan(Date.parse('2026-01-01'))
    expect(recovery?.offer?.contents).toMatchObject({ company: 'Northwind Bikes', lastAt: null })
  })
})
