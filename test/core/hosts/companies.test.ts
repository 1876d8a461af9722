import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listBackups } from '../../../electron/core/db/backups/backup-list.ts'
import { aWorkflow, someOutputs } from '../../helpers/builders.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const names = { name: 'Northwind Bikes', ownerName: 'Ana' }
const backupsOf = (app: TestApp) => listBackups(join(app.dataDir, 'backups'))

/** The backup at start is made beside the work; closing waits for it. */
async function startAndClose(app: TestApp) {
  await app.restart()
  await app.close()
}

/** Puts a small company where the sample is, so that a test need not wait for 14 months to be lived through. */
async function withSmallSample(app: TestApp) {
  await using other = await createTestApp()
  await other.client.company.create({ name: 'Small sample', ownerName: 'Dana' })
  await other.close()
  copyFileSync(join(other.dataDir, 'evenkeel.db'), join(app.dataDir, 'sample.db'))
}

describe('the owner’s company', () => {
  it('is set up once, renamed at will, and there again after a restart', async () => {
    await using app = await createTestApp()
    const start = await app.client.company.get()
    expect(start).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      isSample: false,
      company: null,
      preferences: { theme: 'system', singleKeys: true, reviewDay: 7, seenAgain: true },
      today: '2026-11-21',
      dataFolder: app.dataDir,
      lastBackupAt: null,
      wentBackTo: null,
      troubles: [],
    })
    expect(await refusal(app.client.company.update(names))).toMatchObject({ code: 'NOT_FOUND' })
    const created = await app.client.company.create(names)
    expect(created).toEqual({ ...start, company: { ...names, createdAt: app.clock.now() } })
    expect(await refusal(app.client.company.create(names))).toMatchObject({ code: 'CONFLICT' })
    await app.client.company.update({ name: 'Northwind', ownerName: '' })
    await app.restart()
    expect((await app.client.company.get()).company).toMatchObject({ name: 'Northwind', ownerName: '' })
  })

  it('keeps each preference when another is set', async () => {
    await using app = await createTestApp()
    await app.client.company.updatePreferences({ theme: 'dark' })
    await app.client.company.updatePreferences({ singleKeys: false })
    await app.client.company.updatePreferences({ reviewDay: 15 })
    await app.client.company.updatePreferences({ seenAgain: false })
    await app.restart()
    expect((await app.client.company.get()).preferences).toEqual({
      theme: 'dark',
      singleKeys: false,
      reviewDay: 15,
      seenAgain: false,
    })
    expect(await app.client.company.updatePreferences({ reviewDay: 'last_day' })).toMatchObject({
      reviewDay: 'last_day',
    })
  })

  it('gets a checked backup at a start after something changed, and none when nothing did', async () => {
    await using app = await createTestApp()
    await startAndClose(app)
    expect(backupsOf(app)).toEqual([])
    await app.restart()
    await app.client.company.create(names)
    await startAndClose(app)
    expect(backupsOf(app)).toMatchObject([{ seq: 1, reason: 'at start', at: app.clock.now() }])
    await startAndClose(app)
    expect(backupsOf(app)).toHaveLength(1)
    await app.restart()
    expect((await app.client.company.get()).lastBackupAt).toBe(app.clock.now())
    await app.client.workflows.create(aWorkflow())
    app.clock.pass(60)
    await startAndClose(app)
    expect(backupsOf(app).map(({ seq, counts }) => [seq, counts.workflows])).toEqual([
      [2, 1],
      [1, 0],
    ])
  })

  it('is backed up when the owner asks, also while it is being closed', async () => {
    await using app = await createTestApp()
    await app.client.company.create(names)
    await withSmallSample(app)
    const asked = app.client.company.backUp()
    await Promise.all([asked, app.client.company.openSample()])
    expect(await asked).toBeNull()
    expect(backupsOf(app)).toMatchObject([{ reason: 'by the owner' }])
  })
})

describe('switching companies', () => {
  it('answers what is asked meanwhile from one company or the other, never with an error', async () => {
    await using app = await createTestApp()
    await app.client.company.create(names)
    await withSmallSample(app)
    await app.client.company.openSample()
    const switching = app.client.company.openOwn()
    const asked = await Promise.all(Array.from({ length: 50 }, () => app.client.company.get()))
    await switching
    expect(new Set(asked.map(({ company }) => company?.name))).toEqual(new Set(['Small sample']))
    expect(await app.client.company.get()).toMatchObject({ company: names })
  })

  it('cancels an import that is running, and leaves nothing of it', async () => {
    await using app = await createTestApp()
    await withSmallSample(app)
    const { id: workflowId } = await app.client.workflows.create(aWorkflow())
    const lines = someOutputs(4000).map(({ aiText, finalText }) => JSON.stringify({ aiText, finalText }))
    const fileIds = [await app.upload('large.jsonl', lines.join('\n'))]
    const { guess, dateOrder } = await app.client.imports.preview({ workflowId, fileIds })
    const choice = { mapping: guess, dateOrder, undatedMonth: '2026-11', onlyMonth: null }
    const { jobId } = await app.client.imports.start({ workflowId, fileIds, ...choice })
    await app.client.company.openSample()
    expect(await app.ended(jobId)).toMatchObject({ state: 'cancelled', message: 'The import was cancelled.' })
    await app.client.company.openOwn()
    expect(await app.client.imports.list({ workflowId })).toEqual([])
  })

  it('to a file that can’t be opened says so and stays where it is', async () => {
    await using app = await createTestApp()
    await app.client.company.create(names)
    writeFileSync(join(app.dataDir, 'sample.db'), 'not a database')
    expect(await refusal(app.client.company.openSample())).toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('is not an Evenkeel data file'),
    })
    expect(await app.client.company.get()).toMatchObject({ isSample: false, company: names })
  })
})
