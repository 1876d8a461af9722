import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBackups } from '../../../electron/core/db/backups/backup-list.ts'
import { aWorkflow, someOutputs } from '../../helpers/builders.ts'
import { runs } from '../../helpers/runs.ts'
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

/** All of them in `npm run test:deep`: each is a whole sample company. */
const days = ['2028-02-29', '2026-01-31', '2026-03-01'].slice(0, runs(3))

describe('the sample company', () => {
  let app: TestApp
  let own: unknown
  let asBuilt: unknown

  /** What is the company's own beside the figures of each workflow. */
  const companyOf = async ({ client }: TestApp) => ({
    home: await client.results.home(),
    foundation: await client.documents.list({ workflowId: null }),
    changes: await client.changes.list({ workflowId: null, search: '', offset: 0 }),
    people: await client.people.list(),
    signals: await client.signals.list({ state: 'all', kind: null, search: '', offset: 0 }),
    reviews: await Promise.all(
      (await client.foundationReviews.list()).map(({ id }) => client.foundationReviews.get({ id })),
    ),
    retiredFacts: await client.retiredFacts.list(),
    modelTests: await Promise.all(
      (await client.modelTests.list()).map(async (test) => [test, await client.modelTests.result(test)]),
    ),
  })

  beforeAll(async () => {
    app = await createTestApp()
    await app.client.company.create(names)
    own = [await app.client.workflows.create(aWorkflow({ name: 'Mine' }))]
    await app.client.company.openSample()
    asBuilt = await companyOf(app)
  })
  afterAll(() => app.dispose())

  it('is a believable firm with 14 finished months, one review begun and nothing left to build', async () => {
    const state = await app.client.company.get()
    expect(state).toMatchObject({ isSample: true, company: { name: 'Fernhill Supply' }, today: '2026-11-21' })
    const workflows = await app.client.workflows.list()
    expect(workflows.map(({ name }) => name)).toEqual(['Customer replies', 'Proposals', 'Job adverts'])
    for (const { id } of workflows) {
      const { points } = await app.client.results.workflow({ workflowId: id })
      expect(points.map(({ month }) => month)).toHaveLength(14)
      expect(points.at(-1)?.month).toBe('2026-10')
    }
    const { continueAt, session } = await app.client.results.home()
    expect(continueAt).toMatchObject({ workflowName: 'Customer replies', position: 5, total: 10 })
    expect(session?.tasks.map(({ state }) => state)).toEqual(['in_progress', 'not_started', 'not_started'])
    expect(existsSync(join(app.dataDir, 'sample.db.building'))).toBe(false)
  })

  it('has a Foundation that its issues point to, and prompts that draw on it', async () => {
    const { client } = app
    const sections = await client.documents.list({ workflowId: null })
    const wordCounts = sections.map(({ current }) => current?.text.split(/\s+/).length ?? 0)
    expect(wordCounts).toHaveLength(8)
    expect([Math.min(...wordCounts) >= 60, Math.max(...wordCounts) <= 150]).toEqual([true, true])
    const names = new Set<string | null>(sections.map(({ name }) => name))
    for (const { id: workflowId } of await client.workflows.list()) {
      const { rows } = await client.results.outputs({ workflowId, show: 'issues', offset: 0, limit: 200 })
      const sections = rows.flatMap(({ issues }) => issues.map(({ section }) => section))
      expect(sections.filter((section) => !names.has(section))).toEqual([])
      const [prompt, model] = await client.documents.list({ workflowId })
      expect([prompt?.kind, prompt?.current?.sectionIds.length, model?.kind]).toEqual([
        'prompt',
        expect.toBeOneOf([4, 5, 6]),
        'model',
      ])
      expect(prompt?.current?.text).toMatch(/\{\{\w+\}\}/)
      expect((await client.register.get({ workflowId })).gaps).toEqual([])
    }
  })

  it('has held two Foundation reviews: one found something out, one made a change and left one to do', async () => {
    const { client } = app
    expect(
      (await client.foundationReviews.list()).map(({ state, changes, unsure }) => [state, changes, unsure]),
    ).toEqual([
      ['finished', 2, 0],
      ['finished', 0, 1],
    ])
    const actions = await client.foundationReviews.actions({ state: 'all' })
    expect(actions.map(({ kind, sectionName, state }) => [kind, sectionName, state])).toEqual([
      ['change', 'Terms', 'open'],
      ['change', 'Offer and prices', 'done'],
      ['find_out', 'Customers', 'done'],
    ])
    const number = actions.find(({ sectionName }) => sectionName === 'Offer and prices')?.changeNumber ?? 0
    expect(await client.changes.get({ number })).toMatchObject({
      what: 'Offer and prices: version 3',
      foundationReview: { heldOn: '2026-09-04' },
    })
  })

  it('has signals, a closed incident, a pilot that went to production, and a retired fact still in use', async () => {
    const { client } = app
    const { rows } = await client.signals.list({ state: 'all', kind: null, search: '', offset: 0 })
    expect(rows.map(({ state }) => state)).toEqual(['open', 'open', 'handled', 'handled', 'handled'])
    const { incidents } = await client.register.get({ workflowId: 1 })
    expect(incidents).toMatchObject([{ closedOn: '2026-09-08', changeNumber: 14 }])
    const during = await client.releases.at({ workflowId: 1, on: '2026-02-20' })
    expect(during).toMatchObject({ release: { number: 4 }, pilots: [{ number: 5 }] })
    expect(await client.releases.at({ workflowId: 1, on: '2026-03-02' })).toMatchObject({
      release: { number: 5 },
      pilots: [],
    })
    const [fact] = await client.retiredFacts.list()
    expect(fact?.outputCount).toBeGreaterThan(0)
    expect(fact?.wordingCount).toBe(0)
  })

  it('was tested on its standard inputs before its model was changed, and the change comes from the decision', async () => {
    const { client } = app
    const sets = await Promise.all(
      [1, 2, 3].map(async (workflowId) => (await client.standardInputs.list({ workflowId })).inputs),
    )
    const mustNotFail = sets.map((inputs) => inputs.filter((input) => input.mustNotFail).length)
    expect([sets.map(({ length }) => length), mustNotFail]).toEqual([
      [9, 12, 0],
      [2, 2, 0],
    ])
    const [test] = await client.modelTests.list()
    expect(test).toMatchObject({ state: 'decided', decision: 'switch', decidedOn: '2026-05-09' })
    const { results } = await client.modelTests.result({ id: test?.id ?? 0 })
    const counts = { better: 7, same: 4, worse: 1, bothBad: 0, identical: 1, candidateFailures: 0 }
    expect(results).toMatchObject([{ workflowName: 'Proposals', ...counts, isRuleMet: true }])
    const number = test?.changeNumbers[0] ?? 0
    expect(await client.changes.get({ number })).toMatchObject({
      onDate: '2026-05-09',
      what: 'Proposals model: claude-sonnet-3-7 to claude-sonnet-4',
    })
    const { rows } = await client.signals.list({ state: 'all', kind: 'provider', search: '', offset: 0 })
    expect(rows).toMatchObject([{ state: 'handled', changeNumber: number }])
    const { model } = await client.workflows.get({ id: 2 })
    expect(model).toBe('claude-sonnet-4')
  })

  it('is a file of its own: going back and forth mixes nothing', async () => {
    const sample = await app.client.workflows.list()
    await app.client.workflows.create(aWorkflow({ name: 'Tried out' }))
    const back = await app.client.company.openOwn()
    expect(back).toMatchObject({ isSample: false, company: names })
    expect(await app.client.workflows.list()).toEqual(own)
    await app.client.company.openSample()
    const again = await app.client.workflows.list()
    expect(again.map(({ name }) => name)).toEqual([...sample.map(({ name }) => name), 'Tried out'])
    await app.restart()
    expect(await app.client.company.get()).toMatchObject({ isSample: false, company: names })
    expect(await app.client.workflows.list()).toEqual(own)
    const inOwnFile = app.inspect((db) => db.prepare('SELECT name FROM workflows').pluck().all())
    expect(inOwnFile).toEqual(['Mine'])
  })

  it('is the same company in every figure when two windows at once have it built again', async () => {
    await app.client.company.openSample()
    await using other = await createTestApp()
    const asked = [other.client.company.openSample(), other.client.company.openSample()]
    expect((await Promise.all(asked)).map(({ isSample }) => isSample)).toEqual([true, true])
    expect(await other.client.workflows.list()).toHaveLength(3)
    for (const { id: workflowId } of await other.client.workflows.list()) {
      const page = { workflowId, offset: 0, limit: 200 }
      const read = async ({ client }: TestApp) => [
        await client.results.workflow({ workflowId }),
        await client.results.outputs(page),
        await client.results.outputChoices(page),
        await client.standards.versions({ workflowId }),
        await client.documents.list({ workflowId }),
        await client.releases.list({ workflowId }),
        await client.register.get({ workflowId }),
        await client.standardInputs.list({ workflowId }),
      ]
      expect(await read(other)).toEqual(await read(app))
    }
    expect(await companyOf(other)).toEqual(asBuilt)
  })

  it.each(days)('built on %s is whole, with the next Foundation review still to come', async (today) => {
    await using other = await createTestApp({ today })
    await other.client.company.openSample()
    const { dueOn, isOverdue } = await other.client.foundationReviews.plan()
    expect([isOverdue, dueOn && dueOn > today]).toEqual([false, true])
    const { rows } = await other.client.changes.list({ workflowId: null, search: '', offset: 0 })
    expect(rows).toHaveLength(14)
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
