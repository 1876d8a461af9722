import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aWorkflow } from '../helpers/builders.ts'
import { type Client, createTestApp, refusal } from '../helpers/test-app.ts'

type NewChange = Parameters<Client['changes']['create']>[0]

const aChange = (overrides: Partial<NewChange> = {}): NewChange => ({
  onDate: '2026-11-20',
  workflowIds: [1],
  kind: 'foundation',
  what: 'New price list',
  from: 'Spring prices',
  to: 'Autumn prices',
  why: 'Prices went up.',
  ...overrides,
})

async function withWorkflows() {
  const app = await createTestApp()
  await app.client.workflows.create(aWorkflow())
  await app.client.workflows.create(aWorkflow({ name: 'Adverts' }))
  return app
}

describe('the change log', () => {
  it('keeps an entry word for word, with a number that is its id', async () => {
    await using app = await withWorkflows()
    const change = aChange({ workflowIds: [1, 2], to: '=cmd|"/c calc"!A1\nZweite Zeile 😀' })
    const recorded = await app.client.changes.create(change)
    expect(recorded).toEqual({
      ...change,
      number: 1,
      workflowIds: [2, 1],
      workflowNames: ['Adverts', 'Customer replies'],
      decidedBy: '',
      approvedBy: '',
      reverts: null,
      revertedBy: null,
      documentId: null,
      isAutomatic: false,
      recordedAt: app.clock.now(),
    })
    await app.restart()
    expect(await app.client.changes.get({ number: 1 })).toMatchObject(recorded)
  })

  it('lists the newest day first, and of one day the newest number', async () => {
    await using app = await withWorkflows()
    for (const onDate of ['2026-11-01', '2026-11-20', '2026-10-05', '2026-11-20']) {
      await app.client.changes.create(aChange({ onDate }))
    }
    const { rows, total } = await app.client.changes.list({ workflowId: null, search: '', offset: 0 })
    expect({ numbers: rows.map(({ number }) => number), total }).toEqual({ numbers: [4, 2, 1, 3], total: 4 })
    const rest = await app.client.changes.list({ workflowId: null, search: '', offset: 3 })
    expect(rest).toMatchObject({ rows: [{ number: 3 }], total: 4 })
  })

  it.each([
    ['what', 'PRICE LIST', [1]],
    ['the earlier wording', 'spring', [1]],
    ['the reason', 'complained', [2]],
    ['a per cent sign as itself', '5%', [2]],
    ['an underscore as itself', '_', []],
    ['a quote', "customer's", [2]],
    ['nothing but space', '   ', [2, 1]],
    ['what is not there', 'zebra', []],
  ])('finds by %s', async (_what, search, numbers) => {
    await using app = await withWorkflows()
    await app.client.changes.create(aChange())
    await app.client.changes.create(
      aChange({ workflowIds: [2], what: 'Tone', from: '', to: "The customer's name", why: '5% complained.' }),
    )
    const { rows, total } = await app.client.changes.list({ workflowId: null, search, offset: 0 })
    expect({ numbers: rows.map(({ number }) => number), total }).toEqual({ numbers, total: numbers.length })
  })

  it('of one workflow holds only what was about it', async () => {
    await using app = await withWorkflows()
    await app.client.changes.create(aChange())
    await app.client.changes.create(aChange({ workflowIds: [2] }))
    await app.client.changes.create(aChange({ workflowIds: [1, 2] }))
    const { rows } = await app.client.changes.list({ workflowId: 2, search: '', offset: 0 })
    expect(rows.map(({ number }) => number)).toEqual([3, 2])
  })

  it.each<[string, Partial<NewChange>, string[]]>([
    ['a day in the future', { onDate: '2026-11-22' }, ['onDate']],
    ['a day that does not exist', { onDate: '2026-02-30' }, ['onDate']],
    ['no workflow', { workflowIds: [] }, ['workflowIds']],
    ['a workflow that is not there', { workflowIds: [1, 99] }, ['workflowIds']],
    ['nothing changed', { what: ' ' }, ['what']],
    ['no reason', { why: '' }, ['why']],
  ])('refuses %s and keeps nothing of it', async (_what, wrong, fields) => {
    await using app = await withWorkflows()
    expect(await refusal(app.client.changes.create(aChange(wrong)))).toMatchObject({
      code: 'INVALID_INPUT',
      fields,
    })
    expect(await app.client.changes.list({ workflowId: null, search: '', offset: 0 })).toEqual({
      rows: [],
      total: 0,
    })
  })

  it('names a workflow chosen twice once', async () => {
    await using app = await withWorkflows()
    expect(await app.client.changes.create(aChange({ workflowIds: [1, 1] }))).toMatchObject({
      workflowIds: [1],
    })
  })

  it.each([
    "UPDATE changes SET why = 'Something else'",
    'DELETE FROM changes',
    `INSERT OR REPLACE INTO changes (number, on_date, kind, what, from_text, to_text, why, is_automatic, recorded_at)
     VALUES (1, '2026-01-01', 'other', '', '', '', '', 0, '')`,
  ])('cannot be rewritten by SQL: %s', async (sql) => {
    await using app = await withWorkflows()
    const recorded = await app.client.changes.create(aChange())
    await app.close()
    const db = new Database(join(app.dataDir, 'evenkeel.db'))
    db.pragma('recursive_triggers = ON')
    expect(() => db.exec(sql)).toThrow('changes are append-only')
    db.close()
    await app.restart()
    expect(await app.client.changes.get({ number: 1 })).toMatchObject(recorded)
  })
})
