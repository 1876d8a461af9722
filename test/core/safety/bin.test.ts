import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listBackups } from '../../../electron/core/db/backups/backup-list.ts'
import type { Db } from '../../../electron/core/db/database.ts'
import { tablesThatDiffer } from '../../../electron/core/db/row-sums.ts'
import { tableNames } from '../../../electron/core/db/schema.ts'
import { noActivityFilter } from '../../../shared/contract/reports/activity.ts'
import { aWorkflow, toCsv } from '../../helpers/builders.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const month = '2026-11'
let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
  await app.client.company.create({ name: 'Nordwind', ownerName: 'Anna' })
})
afterEach(() => app.dispose())

type Ticket = Record<string, string>
const tickets = (more: Ticket = {}): Ticket[] =>
  Array.from({ length: 12 }, (_, index) => ({
    Id: `T-${index + 1}`,
    'Customer message': `Where is parcel ${index + 1}?`,
    'AI draft': `Your parcel ${index + 1} left our warehouse yesterday.`,
    Created: `2026-11-${String(index + 1).padStart(2, '0')}`,
    ...more,
  }))

/** All rows of all tables but the log, the Bin and what counts them. */
const everything = () =>
  app.inspect((db: Db) =>
    Object.fromEntries(
      tableNames(db)
        .filter((table) => !/^(audit|bin|bin_rows|row_sums)$/.test(table))
        .map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).all()]),
    ),
  )

const inBin = () => app.client.bin.list()

async function putBackNewest() {
  const [newest] = await inBin()
  await app.client.bin.putBack({ id: newest?.id ?? 0 })
}

async function aFilledWorkflow() {
  const { client } = app
  const { id, name } = await client.workflows.create(aWorkflow())
  await app.importFile('tickets.csv', toCsv(tickets()), { workflowId: id })
  await app.importFile('again.csv', toCsv(tickets({ 'Sent reply': 'It left on Monday.' })), {
    workflowId: id,
  })
  const checks = {
    name: 'Parcel',
    text: 'Where is it?',
    reference: 'On its way',
    tags: [],
    mustNotFail: true,
    checks: [],
  }
  await client.standardInputs.save({ id: null, rev: null, workflowId: id, ...checks })
  return { id, name }
}

describe('what was deleted', () => {
  it('is put back to the last row: a workflow with its imports, outputs, standards and inputs', async () => {
    const { id, name } = await aFilledWorkflow()
    const before = everything()
    await app.client.workflows.remove({ id, name })
    expect(await app.client.workflows.list()).toEqual([])
    expect(await inBin()).toMatchObject([
      {
        kind: 'workflow',
        name,
        contents: '2 imports, 12 outputs, 12 completed outputs, 3 quality standards and 1 standard input',
        deletedBy: 'Anna',
        leavesOn: '2026-12-21',
      },
    ])
    await putBackNewest()
    expect(everything()).toEqual(before)
    expect(await inBin()).toEqual([])
    expect(app.inspect(tablesThatDiffer)).toEqual([])
  })

  it('gets other numbers where its own are taken, and stays whole', async () => {
    const first = await aFilledWorkflow()
    const pool = await app.client.reviews.pool({ workflowId: first.id, month })
    await app.client.workflows.remove(first)
    const { id } = await app.client.workflows.create(aWorkflow({ name: 'Another' }))
    expect(id).not.toBe(first.id)
    await app.importFile('tickets.csv', toCsv(tickets()), { workflowId: id })
    await putBackNewest()
    expect(await app.client.reviews.pool({ workflowId: first.id, month })).toEqual(pool)
    const { reviewId } = await app.client.reviews.draw({ workflowId: first.id, month })
    const { items } = await app.client.reviews.get({ reviewId })
    expect(items.map(({ output }) => output.finalText)).toEqual(Array(10).fill('It left on Monday.'))
    expect(app.inspect((db) => db.pragma('foreign_key_check'))).toEqual([])
  })

  it('says what stands in its place', async () => {
    const { id, name } = await aFilledWorkflow()
    await app.client.workflows.remove({ id, name })
    await app.client.workflows.create(aWorkflow({ name }))
    const { id: entry } = (await inBin())[0] ?? { id: 0 }
    expect(await refusal(app.client.bin.putBack({ id: entry }))).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining(`a workflow called ${name} now`),
    })
    expect(await inBin()).toHaveLength(1)
  })
})

describe('an import that was taken back', () => {
  it('comes back with its outputs, and with what it added to others', async () => {
    const { id: workflowId } = await aFilledWorkflow()
    const before = everything()
    const [second, first] = await app.client.imports.list({ workflowId })
    await app.client.imports.remove({ id: second?.id ?? 0 })
    expect((await app.client.reviews.pool({ workflowId, month })).withFinalCount).toBe(0)
    await putBackNewest()
    expect(everything()).toEqual(before)
    await app.client.imports.remove({ id: first?.id ?? 0 })
    await putBackNewest()
    expect(everything()).toEqual(before)
  })

  it('does not add to outputs that took the place of those it knew', async () => {
    const { id: workflowId } = await aFilledWorkflow()
    const [second, first] = await app.client.imports.list({ workflowId })
    await app.client.imports.remove({ id: second?.id ?? 0 })
    const [entry] = await inBin()
    await app.client.imports.remove({ id: first?.id ?? 0 })
    const putBack = () => refusal(app.client.bin.putBack({ id: entry?.id ?? 0 }))
    expect(await putBack()).toMatchObject({ message: expect.stringContaining('Put that back first') })
    const others = tickets().map((ticket) => ({ ...ticket, Id: `X${ticket.Id}` }))
    await app.importFile('others.csv', toCsv(others), { workflowId })
    expect(await putBack()).toMatchObject({ message: expect.stringContaining('Put those back first') })
  })

  it('cannot come back beside the same outputs from a later file', async () => {
    const { id: workflowId } = await app.client.workflows.create(aWorkflow())
    const { id } = await app.importFile('tickets.csv', toCsv(tickets()), { workflowId })
    await app.client.imports.remove({ id })
    await app.importFile('tickets.csv', toCsv(tickets()), { workflowId })
    const [entry] = await inBin()
    expect(await refusal(app.client.bin.putBack({ id: entry?.id ?? 0 }))).toMatchObject({
      message: expect.stringContaining('came in again since'),
    })
  })
})

describe('drafts, inputs and signals', () => {
  it('come back as they were', async () => {
    const { documents, standardInputs, signals } = app.client
    const { id: workflowId } = await aFilledWorkflow()
    const section = { workflowId: null, kind: 'section', name: 'Voice', text: 'Short sentences.' } as const
    const { id } = await documents.create(section)
    const noted = { kind: 'business', text: 'Prices go up.', onDate: '2026-11-01' } as const
    const signal = await signals.record({ ...noted, workflowId, sectionId: null })
    const { inputs } = await standardInputs.list({ workflowId })

    await documents.discardDraft({ id })
    await putBackNewest()
    expect((await documents.get({ id })).draft?.text).toBe('Short sentences.')

    const { binId } = await signals.remove({ id: signal.id })
    expect((await signals.list({ state: 'all', kind: null, search: '', offset: 0 })).rows).toEqual([])
    await app.client.bin.putBack({ id: binId })
    expect((await signals.list({ state: 'all', kind: null, search: '', offset: 0 })).rows).toEqual([signal])

    await standardInputs.remove({ id: inputs[0]?.id ?? 0 })
    await putBackNewest()
    expect((await standardInputs.list({ workflowId })).inputs).toEqual(inputs)
  })
})

describe('the Bin', () => {
  it('lets go after 30 days that were worked on, when a checked backup holds it, and logs that', async () => {
    const { id, name } = await aFilledWorkflow()
    await app.client.workflows.remove({ id, name })
    app.clock.moveTo('2026-12-20')
    await app.restart()
    await app.client.company.backUp()
    expect(await inBin()).toHaveLength(1)
    app.clock.moveTo('2026-12-21')
    await app.client.company.backUp()
    expect(await inBin()).toHaveLength(1)
    await app.client.company.update({ name: 'Nordwind', ownerName: 'Anna Berg' })
    app.clock.moveTo('2026-12-22')
    expect(await inBin()).toHaveLength(1)
    await app.client.company.backUp()
    expect(await inBin()).toEqual([])
    expect(app.inspect((db) => db.prepare('SELECT count(*) FROM bin_rows').pluck().get())).toBe(0)
    const { rows } = await app.client.activity.list({ ...noActivityFilter, offset: 0, limit: 1 })
    expect(rows[0]).toMatchObject({ who: 'Evenkeel', what: 'Bin emptied' })
    expect(rows[0]?.differences[0]?.before).toBe(`Workflow: ${name}`)
  })

  it('keeps what it holds when the clock leaps ahead, and for no longer than its days once it is right', async () => {
    const { id, name } = await aFilledWorkflow()
    await app.client.workflows.remove({ id, name })
    for (const day of ['2100-02-01', '2100-02-02']) {
      app.clock.moveTo(day)
      await app.client.company.update({ name: 'Nordwind', ownerName: day })
      await app.client.company.backUp()
    }
    app.clock.moveTo('2026-11-22')
    await app.client.company.backUp()
    expect(await inBin()).toMatchObject([{ name, leavesOn: '2026-12-22' }])
  })

  it('is preceded by a backup: before a workflow or an import goes, and before it is emptied', async () => {
    const { id, name } = await aFilledWorkflow()
    const [latest] = await app.client.imports.list({ workflowId: id })
    await app.client.imports.remove({ id: latest?.id ?? 0 })
    await app.client.workflows.remove({ id, name })
    await app.client.bin.empty()
    const reasons = listBackups(join(app.dataDir, 'backups')).map(({ reason }) => reason)
    expect(reasons.slice(0, 3)).toEqual([
      'before emptying the Bin',
      'before deleting a workflow',
      'before deleting an import',
    ])
    expect(await inBin()).toEqual([])
  })
})
