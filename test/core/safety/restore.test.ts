import {
  copyFileSync,
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
import { listBackups } from '../../../electron/core/db/backups/backup-list.ts'
import { writeWitness } from '../../../electron/core/db/witness.ts'
import { noActivityFilter } from '../../../shared/contract/reports/activity.ts'
import { aWorkflow } from '../../helpers/builders.ts'
import { companyNames, flipBit, killedCompany, recoveryOf, workflowsOf } from '../../helpers/safety.ts'
import { createTestApp, refusal, type TestApp, temporaryFolder } from '../../helpers/test-app.ts'

const backupOf = async ({ client }: TestApp, reason: string) =>
  (await client.safety.copies()).find((copy) => copy.reason === reason)

/** Two workflows, the second made after the backup. */
async function aCompany() {
  const app = await createTestApp()
  await app.client.company.create(companyNames)
  await app.client.workflows.create(aWorkflow({ name: 'First' }))
  await app.client.company.backUp()
  app.clock.pass(60)
  await app.client.workflows.create(aWorkflow({ name: 'Second' }))
  return app
}

describe('going back to a backup', () => {
  it('says what each holds and what was done since', async () => {
    await using app = await aCompany()
    expect(await backupOf(app, 'by the owner')).toMatchObject({
      kind: 'backup',
      contents: { company: 'Northwind Bikes', workflows: 1 },
      notIn: { entries: expect.any(Number), lastAt: app.clock.now() },
    })
  })

  it('backs up the present first, puts it aside whole, and can itself be undone', async () => {
    await using app = await aCompany()
    const { id = '' } = (await backupOf(app, 'by the owner')) ?? {}
    await app.client.safety.restore({ id })
    expect(await workflowsOf(app)).toEqual(['First'])
    expect(readdirSync(join(app.dataDir, 'put-aside', '000001')).sort()).toEqual([
      'about.json',
      'evenkeel.db',
      'evenkeel.db-head',
    ])
    await app.restart()
    expect(await workflowsOf(app)).toEqual(['First'])
    await app.client.workflows.create(aWorkflow({ name: 'Third' }))
    const aside = (await app.client.safety.copies()).find(({ kind }) => kind === 'put_aside')
    await app.client.safety.restore({ id: aside?.id ?? '' })
    expect(await workflowsOf(app)).toEqual(['First', 'Second'])
    await app.restart()
    expect(await recoveryOf(app)).toBeNull()
    const before = (await app.client.safety.copies()).filter(({ reason }) => reason === 'before going back')
    await app.client.safety.restore({ id: before[0]?.id ?? '' })
    expect(await workflowsOf(app)).toEqual(['First', 'Third'])
  })

  it('is in the activity log', async () => {
    await using app = await aCompany()
    await app.client.safety.restore({ id: (await backupOf(app, 'by the owner'))?.id ?? '' })
    const actions = app.inspect((db) => db.prepare('SELECT action FROM audit').pluck().all())
    expect(actions.at(-1)).toBe('restore')
    // Who the owner is is not forgotten over it.
    const { rows } = await app.client.activity.list({ ...noActivityFilter, offset: 0, limit: 1 })
    expect(rows[0]).toMatchObject({ who: companyNames.ownerName })
  })

  it('leaves everything as it is when the backup cannot be opened', async () => {
    await using app = await aCompany()
    const { id = '' } = (await backupOf(app, 'by the owner')) ?? {}
    flipBit(join(app.dataDir, 'backups', id.slice('backup:'.length)), 5000)
    expect(await refusal(app.client.safety.restore({ id }))).toMatchObject({
      message: "That backup can't be opened. Your data is untouched. Choose another.",
    })
    expect(await workflowsOf(app)).toEqual(['First', 'Second'])
    expect(existsSync(join(app.dataDir, 'put-aside'))).toBe(false)
  })

  it('takes in a backup from another computer, also where there is no company yet', async () => {
    await using there = await aCompany()
    const [backup] = listBackups(join(there.dataDir, 'backups'))
    await using here = await createTestApp()
    const fileId = await here.upload('backup.db', readFileSync(backup?.path ?? ''))
    const copy = await here.client.safety.addFile({ fileId })
    expect(copy).toMatchObject({ kind: 'file', contents: { company: 'Northwind Bikes' } })
    await here.client.safety.restore({ id: copy.id })
    expect(await workflowsOf(here)).toEqual(['First'])
    const noise = await here.upload('holiday.jpg', 'ffd8ffe000104a46')
    expect(await refusal(here.client.safety.addFile({ fileId: noise }))).toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  /** Cut off after each rename: what a kill there leaves. */
  it.each([0, 1, 2, 3, 4, 5, 6])(
    'is completed at the next start when cut off after %i moves',
    async (moves) => {
      await using app = await aCompany()
      await app.client.company.backUp()
      await app.close()
      const { dataDir } = app
      const [newest, older] = listBackups(join(dataDir, 'backups'))
      if (!newest || !older) throw new Error('There are two backups')
      const aside = join(dataDir, 'put-aside', '000001')
      const incoming = join(dataDir, 'restoring')
      mkdirSync(aside, { recursive: true })
      mkdirSync(incoming)
      copyFileSync(older.path, join(incoming, 'evenkeel.db'))
      const witness = { seq: older.audit.seq, hash: older.audit.hash, at: older.at, since: newest.seq }
      writeWitness(join(incoming, 'evenkeel.db'), witness)
      const journal = (step: string) =>
        writeFileSync(
          join(dataDir, 'evenkeel.db-exchange'),
          JSON.stringify({ incoming: 'restoring', aside: '000001', step }),
        )
      journal('out')
      const steps = [
        () => renameSync(join(dataDir, 'evenkeel.db'), join(aside, 'evenkeel.db')),
        () => renameSync(join(dataDir, 'evenkeel.db-head'), join(aside, 'evenkeel.db-head')),
        () => journal('in'),
        () => renameSync(join(incoming, 'evenkeel.db'), join(dataDir, 'evenkeel.db')),
        () => renameSync(join(incoming, 'evenkeel.db-head'), join(dataDir, 'evenkeel.db-head')),
        () => undefined,
      ]
      for (const step of steps.slice(0, moves)) step()
      await app.restart()
      expect(await recoveryOf(app)).toBeNull()
      expect(await workflowsOf(app)).toEqual(['First'])
      expect(readdirSync(aside).sort()).toEqual(['evenkeel.db', 'evenkeel.db-head'])
      expect(existsSync(join(dataDir, 'evenkeel.db-exchange')) || existsSync(incoming)).toBe(false)
    },
  )
})

describe('a second folder', () => {
  it('gets each backup, and is a place to go on from when the first is lost', async () => {
    await using app = await aCompany()
    const second = join(temporaryFolder(), 'Evenkeel backups')
    await app.client.safety.chooseSecond({ folder: second })
    const [own = ''] = readdirSync(second)
    expect(listBackups(join(second, own))).toHaveLength(1)
    expect(await refusal(app.client.safety.chooseSecond({ folder: join(app.dataDir, 'x') }))).toMatchObject({
      code: 'INVALID_INPUT',
    })
    await app.close()
    for (const file of readdirSync(join(app.dataDir, 'backups')))
      writeFileSync(join(app.dataDir, 'backups', file), 'lost')
    writeFileSync(join(app.dataDir, 'evenkeel.db'), '')
    await app.restart()
    const recovery = await recoveryOf(app)
    expect(recovery).toMatchObject({ offer: { kind: 'second' }, hasSecondCopy: true })
    await app.client.safety.restore({ id: recovery?.offer?.id ?? '' })
    expect(await workflowsOf(app)).toEqual(['First', 'Second'])
  })
})

describe('a bit that flips in the data and still looks like data', () => {
  it('is found by the next backup, and said', async () => {
    const dataDir = await killedCompany()
    await using app = await createTestApp({ dataDir })
    await app.close()
    const path = join(dataDir, 'evenkeel.db')
    const bytes = readFileSync(path).toString('latin1')
    // In its row; the activity log has it in quotes, and a chain of its own.
    flipBit(path, bytes.search(/[^"]Held by no index/) + 3)
    await app.restart()
    const failed = await refusal(app.client.company.backUp())
    expect(failed).toMatchObject({ code: 'UNAVAILABLE' })
    expect((await app.client.company.get()).troubles).toEqual([
      expect.stringContaining('did not pass its check'),
    ])
  })
})

describe('helper folders that are broken', () => {
  it('are named and worked around', async () => {
    await using app = await createTestApp()
    await app.close()
    const { dataDir } = app
    writeFileSync(join(dataDir, 'backups'), 'a file in its place')
    for (const name of ['tmp', 'logs']) rmSync(join(dataDir, name), { recursive: true, force: true })
    for (const name of ['tmp', 'logs', 'unclean-exit'])
      writeFileSync(join(dataDir, name), 'a file in its place')
    await app.restart()
    await app.client.company.create(companyNames)
    await app.client.company.backUp()
    expect((await app.client.company.get()).troubles).toEqual([
      expect.stringContaining('is a file, not a folder'),
    ])
    expect(listBackups(join(dataDir, 'backups-2'))).toHaveLength(1)
    expect(await app.upload('a.csv', 'a,b')).toEqual(expect.any(String))
    expect(readFileSync(join(dataDir, 'backups'), 'utf8')).toBe('a file in its place')
  })
})
