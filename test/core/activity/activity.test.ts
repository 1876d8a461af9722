import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createAudit } from '../../../electron/core/db/audit.ts'
import { sheetCsv } from '../../../electron/core/export/list-file.ts'
import { type ActivityFilter, noActivityFilter } from '../../../shared/contract/reports/activity.ts'
import { knowsDeed } from '../../../shared/domain/activity/deeds.ts'
import { aReview, aWorkflow, finishReview, judge } from '../../helpers/builders.ts'
import { companyOf0110 } from '../../helpers/company-0110.ts'
import {
  aSetUpTest,
  aTestedWorkflow,
  pasteAll,
  saysCandidate,
  saysCurrent,
} from '../../helpers/model-tests.ts'
import { type Client, createTestApp, refusal, temporaryFolder } from '../../helpers/test-app.ts'

const list = (client: Client, filter: Partial<ActivityFilter> = {}, offset = 0, limit = 50) =>
  client.activity.list({ ...noActivityFilter, ...filter, offset, limit })
const said = async (client: Client, filter: Partial<ActivityFilter> = {}) =>
  (await list(client, filter)).rows.map(({ who, what, about }) => [who, what, about].join(' | '))

describe('the activity log', () => {
  it('says who did what to what, with the state before and after', async () => {
    await using app = await createTestApp()
    const { client } = app
    await client.company.create({ name: 'Fernhill', ownerName: 'Dana' })
    const review = await aReview(client, { workflow: { name: 'Proposals' } })
    const [item] = review.items
    if (!item) throw new Error('The sample is empty')
    await judge(client, item)
    app.clock.pass(60)
    await client.company.update({ name: 'Fernhill', ownerName: 'Mira' })
    await finishReview(client, review.id)
    const [sealed, last, ...rows] = (await list(client)).rows
    expect(sealed).toMatchObject({ who: 'Evenkeel', what: 'Month closed and sealed', about: 'November 2026' })
    expect(last).toMatchObject({
      who: 'Mira',
      what: 'Monthly review finished',
      about: 'Proposals, November 2026',
      isHidden: false,
    })
    expect(rows.find(({ what }) => what === 'Company changed')).toMatchObject({
      who: 'Mira',
      differences: [{ field: 'Owner name', before: 'Dana', after: 'Mira' }],
      more: 0,
    })
    const judged = rows.findLast(({ what }) => what.startsWith('Output judged'))
    expect(judged).toMatchObject({ who: 'Dana', about: 'Proposals, November 2026, output 1' })
    const whole = await client.activity.get({ seq: judged?.seq ?? 0 })
    expect(whole.differences.length).toBe((judged?.differences.length ?? 0) + (judged?.more ?? 0))
  })

  it('is narrowed by kind, person, workflow, period and words, and paged', async () => {
    await using app = await createTestApp()
    const { client, clock } = app
    await client.company.create({ name: 'Fernhill', ownerName: 'Dana' })
    const adverts = await client.workflows.create(aWorkflow({ name: 'Job adverts', processOwner: '' }))
    await client.workflows.create(aWorkflow({ name: 'Proposals', processOwner: '' }))
    clock.moveTo('2026-11-24')
    await client.company.update({ name: 'Fernhill', ownerName: 'Mira' })
    await client.signals.record({
      ...{ kind: 'feedback', text: 'Too stiff', onDate: '2026-11-24' },
      ...{ workflowId: adverts.id, sectionId: null },
    })
    expect(await said(client, { kind: 'signals' })).toEqual([
      'Mira | Signal recorded | Job adverts, Too stiff',
    ])
    expect(await said(client, { workflowId: adverts.id })).toEqual([
      'Mira | Signal recorded | Job adverts, Too stiff',
      ...(await said(client)).filter((line) => line.includes('Job adverts') && !line.includes('Signal')),
    ])
    const before = await said(client, { until: '2026-11-24T00:00:00.000Z' })
    const since = await said(client, { from: '2026-11-24T00:00:00.000Z' })
    expect([...since, ...before]).toEqual(await said(client))
    expect(since).toHaveLength(2)
    // Names of an owner are hers for the time she had them.
    expect(await said(client, { who: 'Mira' })).toEqual(since)
    expect(await said(client, { who: 'Dana' })).toEqual(before.filter((line) => line.startsWith('Dana')))
    expect(await said(client, { search: 'STIFF' })).toEqual([since[0]])
    expect(await said(client, { search: 'signal recorded' })).toEqual([since[0]])
    expect(await said(client, { search: 'stiff adverts recorded' })).toEqual([since[0]])
    // What JSON is written with is not what an entry says.
    for (const search of ['null', 'sectionId', '"', '{', 'stiff proposals']) {
      expect(await list(client, { search })).toMatchObject({ total: 0 })
    }
    const all = await list(client)
    expect(all.total).toBe(all.all)
    expect((await list(client, {}, 1, 2)).rows).toEqual(all.rows.slice(1, 3))
    expect(await list(client, { search: 'nowhere to be found' })).toMatchObject({ rows: [], total: 0 })
    expect(await client.activity.choices()).toMatchObject({ people: ['Dana', 'Mira', 'Evenkeel'] })
  })

  it('finds months, outputs by their place, and changes by their number, as they are shown', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { items } = await aReview(client)
    const third = items.find(({ position }) => position === 3)
    if (!third) throw new Error('The sample has no third output')
    await judge(client, third)
    const shown = await said(client)
    const about = (text: string) => shown.filter((line) => line.includes(text))
    expect(about('output 3').length).toBeGreaterThan(0)
    expect(await said(client, { search: 'output 3 judged' })).toEqual(
      about('output 3').filter((line) => line.includes('judged')),
    )
    const month = await said(client, { search: 'November 2026' })
    expect(month).toEqual(expect.arrayContaining(about('November 2026')))
  })

  it('knows every deed of a company that was used for long', async () => {
    await using app = await companyOf0110()
    const deeds = app.inspect((db) =>
      db.prepare<[], { entity: string; action: string }>('SELECT DISTINCT entity, action FROM audit').all(),
    )
    expect(deeds.filter(({ entity, action }) => !knowsDeed(entity, action))).toEqual([])
  })

  it('does not say which side is which while a model test is judged', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id } = await aSetUpTest(client, [await aTestedWorkflow(app)])
    await client.modelTests.lock({ id })
    await pasteAll(client, id, { current: saysCurrent, candidate: saysCandidate })
    await client.modelTests.startJudging({ id })
    const { rows } = await list(client, { kind: 'model_tests' }, 0, 200)
    const stored = rows.find(({ what }) => what === 'Answer of a model stored')
    expect(stored).toMatchObject({ isHidden: true, differences: [] })
    expect(JSON.stringify(rows)).not.toMatch(/candidate|seed|current/i)
    expect(await client.activity.get({ seq: stored?.seq ?? 0 })).toMatchObject({ isHidden: true })
    expect((await list(client, { search: '"side":"candidate"' })).total).toBe(0)
    const filter = { ...noActivityFilter, search: '' }
    const { fileId } = await client.exports.list({ list: { kind: 'activity', filter }, format: 'csv' })
    expect(await (await app.fetch(`/files/${fileId}`)).text()).not.toMatch(/Side: /)
  })

  it('goes out as a workbook and as CSV, as it is narrowed', async () => {
    await using app = await createTestApp()
    const { client } = app
    await client.company.create({ name: 'Fernhill', ownerName: 'Dana' })
    await client.workflows.create(aWorkflow({ name: 'Proposals' }))
    const list = { kind: 'activity', filter: { ...noActivityFilter, kind: 'company' } } as const
    const csv = await client.exports.list({ list, format: 'csv' })
    const text = await (await app.fetch(`/files/${csv.fileId}`)).text()
    expect(text.replace('\uFEFF', '').trim().split('\r\n')[0]).toBe('Entry,When,Who,What,About,Before,After')
    expect(text).toContain('Dana,Company added,Fernhill,')
    expect(text).not.toContain('Workflow added')
    const { fileId, name } = await client.exports.list({ list, format: 'xlsx' })
    expect(name).toBe('evenkeel-activity-2026-11-21.xlsx')
    expect((await app.fetch(`/files/${fileId}`)).status).toBe(200)
  })

  it('goes out as a job that can be stopped, and says the same', async () => {
    await using app = await createTestApp()
    const { client } = app
    await client.company.create({ name: 'Fernhill', ownerName: 'Dana' })
    const textOf = async (fileId: string | null) => (await app.fetch(`/files/${fileId}`)).text()
    const asked = { list: { kind: 'activity', filter: noActivityFilter }, format: 'csv' } as const
    const { fileId } = await client.exports.list(asked)
    const done = await app.ended((await client.exports.longList(asked)).jobId)
    expect(done).toMatchObject({ state: 'done', fileName: 'evenkeel-activity-2026-11-21.csv' })
    expect(await textOf(done.fileId)).toBe(await textOf(fileId))
    const rows = (async function* () {
      yield { what: 'Company added' }
    })()
    const columns = [{ header: 'What', key: 'what', width: 10, kind: 'text' }] as const
    const stopped = sheetCsv({ columns, rows }, { signal: AbortSignal.abort() })
    await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  it('refuses an entry that is not there', async () => {
    await using app = await createTestApp()
    expect(await refusal(app.client.activity.get({ seq: 99 }))).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the chain', () => {
  it('is whole, or names the first entry that was changed by another program', async () => {
    const app = await createTestApp()
    await app.client.workflows.create(aWorkflow())
    const whole = await app.client.activity.check()
    expect(whole).toMatchObject({ count: whole.count, brokenAt: null, firstAt: app.clock.now() })
    await app.close()
    const dataDir = temporaryFolder()
    copyFileSync(join(app.dataDir, 'evenkeel.db'), join(dataDir, 'evenkeel.db'))
    const audit = await longLog(join(dataDir, 'evenkeel.db'), 2_500)
    await using other = await createTestApp({ dataDir })
    expect(await other.client.activity.check()).toMatchObject({ brokenAt: audit - 1_000 })
    await app.dispose()
  })

  /** Entries as Evenkeel writes them, one of which is then changed, 1,000 before the end. */
  async function longLog(path: string, entries: number): Promise<number> {
    const db = new Database(path)
    const audit = createAudit(db, {
      now: () => '2026-11-21T10:00:00.000Z',
      today: () => '2026-11-21',
      zone: () => 'UTC',
    })
    db.transaction(() => {
      for (let entity = 1; entity <= entries; entity++) {
        audit.append({
          actor: 'owner',
          action: 'update',
          entity: 'company',
          entityId: 1,
          after: { name: `${entity}` },
        })
      }
    })()
    const { seq } = audit.head()
    const guard = db
      .prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'audit_is_never_updated'")
      .pluck()
      .get()
    db.exec('DROP TRIGGER audit_is_never_updated')
    db.prepare("UPDATE audit SET label = 'Another' WHERE seq = ?").run(seq - 1_000)
    db.exec(guard ?? '')
    db.close()
    return seq
  }
})
