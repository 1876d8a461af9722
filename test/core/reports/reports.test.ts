import { describe, expect, it } from 'vitest'
import { aWorkflow, drawMonth, judge, retire } from '../../helpers/builders.ts'
import { placeSample } from '../../helpers/sample.ts'
import { type Client, createTestApp, refusal } from '../../helpers/test-app.ts'

const month = '2026-10'
const october = { kind: 'month', from: month, to: month } as const

/** A month of ten outputs of 4 minutes each, of 20 by hand: 20 %. */
async function reported(client: Client) {
  const { id: workflowId } = await client.workflows.create(
    aWorkflow({
      name: 'Offers',
      measure: 'minutes',
      byHandMinutes: 20,
      monthlyVolume: 60,
      goLiveOn: '2026-05-04',
    }),
  )
  const { id: reviewId, items } = await drawMonth(client, workflowId, month, 14)
  for (const item of items) await judge(client, item, { editMinutes: 4 })
  await client.reviews.finish({ reviewId })
  return { workflowId, reviewId, items }
}

const save = async (client: Client, period: Parameters<Client['reports']['page']>[0] = october) =>
  client.reports.keep({ ...period, audit: await client.reports.stamp(period) })

describe('reports', () => {
  it('have no period before a review is finished, and say so', async () => {
    await using app = await createTestApp()
    const { client } = app
    await client.company.create({ name: 'Northwind', ownerName: 'Ana' })
    expect(await client.reports.periods()).toEqual([])
    expect(await refusal(client.reports.page(october))).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('say of a month what its finding says, with hours at its volume', async () => {
    await using app = await createTestApp({ today: '2026-11-09' })
    const { client } = app
    await client.company.create({ name: 'Northwind', ownerName: 'Ana' })
    const { workflowId, reviewId } = await reported(client)
    expect((await client.reports.periods()).map(({ kind }) => kind)).toEqual(['month', 'quarter', 'year'])
    const page = await client.reports.page(october)
    const { finding } = await client.reviews.get({ reviewId })
    if (!finding) throw new Error('no finding')
    // The step is of the day it is asked; the page does not show it.
    const { nextStep, ...said } = finding
    expect(page).toMatchObject({
      company: 'Northwind',
      ownerName: 'Ana',
      on: '2026-11-09',
      lines: [{ workflowId, name: 'Offers', finding: said, drawMethod: 'random', poolCount: 14 }],
      // 60 outputs × 20 minutes × 20 % = 4 hours.
      hours: { editing: { mean: expect.closeTo(4) } },
      next: [{ kind: 'monthly_review', month: '2026-11', on: '2026-12-07' }],
    })
    const home = await client.results.home()
    expect(home.workflows[0]?.finding).toMatchObject(said)
  })

  it('show a retired workflow as current before its last day, and as no longer in use after it', async () => {
    await using app = await createTestApp({ today: '2026-11-09' })
    const { client } = app
    await client.company.create({ name: 'Northwind', ownerName: 'Ana' })
    const { workflowId } = await reported(client)
    await retire(client, workflowId, '2026-11-05')
    const page = async (to: string) => {
      const { headline, lines, charts, hours } = await client.reports.page({
        kind: 'quarter',
        from: '2026-10',
        to,
      })
      return { headline, inUseTo: lines[0]?.inUseTo, charts: charts.length, isCounted: hours !== null }
    }
    expect(await page('2026-10')).toEqual({
      headline: 'Offers: watch.',
      inUseTo: null,
      charts: 1,
      isCounted: true,
    })
    expect(await page('2026-11')).toEqual({
      headline: 'Offers was in use until 5 November 2026.',
      inUseTo: '2026-11-05',
      charts: 0,
      isCounted: false,
    })
  })

  it('count the outputs of every month of the period, not of the last alone', async () => {
    await using app = await createTestApp({ today: '2026-11-09' })
    const { client } = app
    await client.company.create({ name: 'Northwind', ownerName: 'Ana' })
    const { workflowId } = await reported(client)
    const { id: reviewId, items } = await drawMonth(client, workflowId, '2026-09', 14)
    for (const item of items) await judge(client, item, { editMinutes: 4 })
    await client.reviews.finish({ reviewId })
    const year = { kind: 'year', from: '2026-01', to: '2026-12' } as const
    expect((await client.reports.page(october)).outputs).toBe(10)
    expect((await client.reports.page(year)).outputs).toBe(20)
  })

  it('keep the words of each period, and what an hour costs', async () => {
    await using app = await createTestApp({ today: '2026-11-09' })
    const { client } = app
    await client.company.create({ name: 'Northwind', ownerName: 'Ana' })
    await reported(client)
    const decisions = [{ what: 'Approve the prices', who: 'Ben', by: '2026-12-01' }]
    await client.reports.saveWords({ ...october, sentence: 'Prices were old.', decisions })
    await client.reports.setCosts({ hourlyCost: { amount: 48, currency: 'EUR' }, updateHours: 11 })
    await app.restart()
    expect(await app.client.reports.page(october)).toMatchObject({
      words: { sentence: 'Prices were old.', decisions },
      costs: { hourlyCost: { amount: 48, currency: 'EUR' }, updateHours: 11 },
    })
    const year = { kind: 'year', from: '2026-01', to: month } as const
    expect((await app.client.reports.page(year)).words).toEqual({ sentence: '', decisions: [] })
  })

  it('a kept report shows the old figures after a correction, and says what changed', async () => {
    await using app = await createTestApp({ today: '2026-11-09' })
    const { client } = app
    await client.company.create({ name: 'Northwind', ownerName: 'Ana' })
    const { reviewId, items } = await reported(client)
    const { id } = await save(client)
    const before = await client.reports.kept({ id })
    expect(before.changedSince).toEqual([])
    expect(await save(client)).toEqual({ id })

    await client.reviews.reopen({ reviewId, reason: 'One answer was wrong.' })
    expect((await client.reports.kept({ id })).changedSince).toEqual([
      { name: 'Offers', month, shown: '20.0%, Watch, 10 outputs', now: null },
    ])
    const [first] = (await client.reviews.get({ reviewId })).items
    if (!first || !items[0]) throw new Error('no output')
    await judge(client, first, { editMinutes: 10 })
    await client.reviews.finish({ reviewId })
    const after = await client.reports.kept({ id })
    expect(after.page).toEqual(before.page)
    expect(after.changedSince).toMatchObject([
      { shown: '20.0%, Watch, 10 outputs', now: expect.stringMatching(/^23\.0%/) },
    ])
    expect((await save(client)).id).not.toBe(id)
  })

  it('outputs used are counted by month; a kept page keeps the count, and says when it is corrected', async () => {
    await using app = await createTestApp({ today: '2026-11-09' })
    const { client } = app
    await client.company.create({ name: 'Northwind', ownerName: 'Ana' })
    const { workflowId } = await reported(client)
    const set = (used: { used: number; offered: number } | null) =>
      client.reports.setUsed({ workflowId, month, used })
    expect(await refusal(set({ used: 61, offered: 60 }))).toMatchObject({ code: 'INVALID_INPUT' })
    const used = async () => (await client.reports.page(october)).lines[0]?.used
    expect(await used()).toBeNull()
    const { id: without } = await save(client)
    await set({ used: 51, offered: 60 })
    expect(await used()).toEqual({ used: 51, offered: 60 })
    const { id } = await save(client)
    expect((await client.reports.kept({ id: without })).changedSince).toEqual([])
    await set({ used: 48, offered: 60 })
    expect(await client.reports.kept({ id })).toMatchObject({
      page: { lines: [{ used: { used: 51, offered: 60 } }] },
      changedSince: [
        {
          shown: '20.0%, Watch, 10 outputs, 51 of 60 used',
          now: '20.0%, Watch, 10 outputs, 48 of 60 used',
        },
      ],
    })
    await set(null)
    expect(await used()).toBeNull()
  })

  it('a page is kept only with a record that is in the log', async () => {
    await using app = await createTestApp({ today: '2026-11-09' })
    const { client } = app
    await client.company.create({ name: 'Northwind', ownerName: 'Ana' })
    await reported(client)
    const { seq } = await client.reports.stamp(october)
    const audit = { seq, hash: '0'.repeat(64) }
    expect(await refusal(client.reports.keep({ ...october, audit }))).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('the sample company has one page, of three workflows', async () => {
    await using app = await createTestApp()
    await placeSample(app)
    await app.client.company.openSample()
    const [period] = await app.client.reports.periods()
    if (!period) throw new Error('no month')
    const page = await app.client.reports.page(period)
    expect(page.lines.map(({ name }) => name)).toEqual(['Customer replies', 'Proposals', 'Job adverts'])
    expect(page.charts.every(({ months }) => months.length === 12)).toBe(true)
    expect(page.changes.length).toBeLessThanOrEqual(4)
    expect(page.held.held).toBe(36)
  })
})
