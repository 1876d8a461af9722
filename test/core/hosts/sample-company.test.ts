import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lastDecided } from '../../../renderer/parts/documents/document-words.ts'
import { findingHeadline } from '../../../shared/domain/findings/finding-words.ts'
import { aWorkflow } from '../../helpers/builders.ts'
import { runs } from '../../helpers/runs.ts'
import { placeSample } from '../../helpers/sample.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

const names = { name: 'Northwind Bikes', ownerName: 'Ana' }

/** Proposals, month by month, and each look at what its update did. */
async function storyOf({ client }: TestApp) {
  const { points } = await client.results.workflow({ workflowId: 2 })
  const { rows } = await client.changes.list({ workflowId: 2, search: '', offset: 0 })
  const { what, effects } = await client.changes.get({ number: rows[0]?.number ?? 0 })
  const effect = effects.find(({ workflowId }) => workflowId === 2)
  return {
    months: points.map(({ finding: { figure, status, headline } }) => [figure.known, status, headline.kind]),
    update: what,
    looks: effect?.looks.map(({ stage, before, after, verdict }) => [stage, before.n, after.n, verdict]),
    isKept: effect?.keptOn !== null,
  }
}

const story = {
  months: [
    [10, 'watch', 'first'],
    ...Array.from({ length: 7 }, () => [10, 'on_target', 'steady']),
    [10, 'watch', 'signal'],
    [10, 'watch', 'early_sign'],
    [30, 'update_due', 'update_due'],
    [10, 'on_target', 'early_sign'],
    [10, 'on_target', 'moved'],
    [10, 'on_target', 'moved'],
  ],
  update: 'Offer and prices: version 3',
  looks: [
    ['first_look', 20, 8, 'better'],
    ['firming_up', 20, 18, 'better'],
    ['settled', 20, 28, 'better'],
  ],
  isKept: false,
}

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
    await placeSample(app)
    await app.client.company.openSample()
    asBuilt = await companyOf(app)
  })
  afterAll(() => app.dispose())

  it('is a believable firm with 14 finished months and one review begun', async () => {
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
    const { items, cursor } = await app.client.reviews.get({ reviewId: continueAt?.reviewId ?? 0 })
    expect(continueAt).toMatchObject({
      ...{ workflowName: 'Customer replies', total: items.length },
      position: items.findIndex(({ id }) => id === cursor.itemId) + 1,
    })
    expect(session?.tasks[0]).toMatchObject({ done: 4, total: items.length })
    expect(items).toHaveLength(12)
    expect(session?.tasks.map(({ state }) => state)).toEqual(['in_progress', 'not_started', 'not_started'])
  })

  it('has a Foundation that its issues point to, and prompts that draw on it', async () => {
    const { client } = app
    const standing = new Map(
      (await client.documents.list({ workflowId: null })).map((section) => [
        section.id,
        lastDecided(section),
      ]),
    )
    const { issues } = await client.results.workflow({ workflowId: 2 })
    for (const { sectionId, lastDecided: said } of issues) {
      const own = standing.get(sectionId ?? 0)
      expect(said).toEqual(own ? { how: own.how, on: own.on } : null)
    }
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
      foundationReview: { heldOn: '2026-08-04' },
    })
  })

  it('has signals, a closed incident, a pilot that went to production, and a retired fact still in use', async () => {
    const { client } = app
    const { rows } = await client.signals.list({ state: 'all', kind: null, search: '', offset: 0 })
    expect(rows.map(({ state }) => state)).toEqual([
      'open',
      'open',
      'handled',
      'handled',
      'handled',
      'handled',
    ])
    const { incidents } = await client.register.get({ workflowId: 1 })
    expect(incidents).toMatchObject([{ closedOn: '2026-08-08', changeNumber: 14 }])
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
    expect(test).toMatchObject({ state: 'decided', decision: 'switch', decidedOn: '2026-02-07' })
    const { results } = await client.modelTests.result({ id: test?.id ?? 0 })
    const counts = { better: 7, same: 4, worse: 1, bothBad: 0, identical: 1, candidateFailures: 0 }
    expect(results).toMatchObject([{ workflowName: 'Proposals', ...counts, isRuleMet: true }])
    const number = test?.changeNumbers[0] ?? 0
    expect(await client.changes.get({ number })).toMatchObject({
      onDate: '2026-02-07',
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
    expect(existsSync(join(other.dataDir, 'sample.db.building'))).toBe(false)
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

  it('tells of a drift in Proposals: early sign, second look, an update, its effect, and recovery', async () => {
    await app.client.company.openSample()
    const { points } = await app.client.results.workflow({ workflowId: 2 })
    expect(points.slice(7).map(({ finding }) => findingHeadline(finding, 'en-GB'))).toMatchInlineSnapshot(`
      [
        "Editing is steady at 14.3%: about the same as month 3, March and the three months before",
        "Editing is above its usual range of 12–17% (trial limits)",
        "An early sign: the last two reviews lie above month 3 by more than chance",
        "An update is due: after a second look editing is still above your 20% line",
        "An early sign: the last two reviews lie above month 3 by more than chance",
        "Editing is below the three months before by more than chance, yet July to September together are above month 3 by more than chance",
        "Editing is below the three months before by more than chance",
      ]
    `)
    expect(points[10]?.origin.cause).toBe('second_look')
    expect(await storyOf(app)).toEqual(story)
    const { todos } = await app.client.results.home()
    expect(todos.map(({ title }) => title)).toContain(
      'Editing of Proposals fell from 21.8% to 12.4%, and that is settled',
    )
  })

  it.each(days)('built on %s is whole, with the next Foundation review still to come', async (today) => {
    await using other = await createTestApp({ today })
    await other.client.company.openSample()
    const { dueOn, isOverdue } = await other.client.foundationReviews.plan()
    expect([isOverdue, dueOn && dueOn > today]).toEqual([false, true])
    const { rows } = await other.client.changes.list({ workflowId: null, search: '', offset: 0 })
    expect(rows).toHaveLength(14)
    expect((await storyOf(other)).months).toEqual(story.months)
    expect((await storyOf(other)).looks?.at(-1)).toEqual(['settled', 20, expect.any(Number), 'better'])
  })
})
