import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aWorkflow } from '../../helpers/builders.ts'
import { approval, documentsOf } from '../../helpers/documents.ts'
import { type Client, createTestApp, refusal } from '../../helpers/test-app.ts'

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
      isMeasureChange: false,
      isStartingPoint: false,
      plan: null,
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

  it('of one kind holds only that kind, and counts no other', async () => {
    await using app = await withWorkflows()
    for (const kind of ['prompt', 'other', 'prompt'] as const)
      await app.client.changes.create(aChange({ kind }))
    const filter = { workflowId: null, kind: 'prompt', search: '', offset: 0 } as const
    const { rows, total } = await app.client.changes.list(filter)
    expect({ numbers: rows.map(({ number }) => number), total }).toEqual({ numbers: [3, 1], total: 2 })
  })

  it.each<[string, Partial<NewChange>, string[]]>([
    ['a day that does not exist', { onDate: '2026-02-30' }, ['onDate']],
    ['no workflow', { workflowIds: [] }, ['workflowIds']],
    ['a workflow that is not there', { workflowIds: [1, 99] }, ['workflowIds']],
    ['nothing changed', { what: ' ' }, ['what']],
    ['no reason', { why: '' }, ['why']],
    ['a day before one of the workflows went live', { onDate: '2026-03-03' }, ['onDate']],
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

  it('names the workflow that was not live yet, and since when it is', async () => {
    await using app = await withWorkflows()
    await app.client.workflows.create(aWorkflow({ name: 'Proposals', goLiveOn: '2026-11-20' }))
    await app.client.workflows.create(aWorkflow({ name: 'Pilot', goLiveOn: null }))
    const create = (onDate: string) =>
      refusal(app.client.changes.create(aChange({ onDate, workflowIds: [1, 3, 4] })))
    expect(await create('2026-11-19')).toEqual({
      code: 'INVALID_INPUT',
      message:
        'Proposals went live on 20 November 2026. Enter a day from then on, or correct the go-live date in its set-up.',
      fields: ['onDate'],
    })
    expect(await create('2026-11-20')).toBe('accepted')
  })

  it('of a wording that is kept here is refused: its next version makes it', async () => {
    await using app = await withWorkflows()
    await documentsOf(app).prompt(1, 'Answer in 120 words.', '2026-11-01')
    const entry = aChange({ kind: 'prompt', from: '120 words', to: '90 words' })
    expect(await refusal(app.client.changes.create(entry))).toMatchObject({
      code: 'INVALID_INPUT',
      message:
        'The prompt of Customer replies is kept here word for word. Change its wording, and the entry is written with it.',
      fields: ['kind'],
    })
    const [prompt] = await app.client.documents.list({ workflowId: 1 })
    const { version, change } = await app.client.documents.write({
      id: prompt?.id ?? 0,
      text: 'Answer in 90 words.',
      what: '120 to 90 words',
      ...approval('2026-11-20'),
    })
    expect([version?.number, change.what, change.from, change.to]).toEqual([
      2,
      '120 to 90 words',
      'Answer in 120 words.',
      'Answer in 90 words.',
    ])
    // Of another workflow nothing is kept.
    expect(await refusal(app.client.changes.create({ ...entry, workflowIds: [2] }))).toBe('accepted')
  })

  it('dated ahead is planned: nothing counts it as live until somebody says so', async () => {
    await using app = await withWorkflows()
    const ahead = aChange({ onDate: '2027-04-01', what: 'Prices from 1 April', kind: 'other' })
    const { number, plan } = await app.client.changes.create(ahead)
    expect(plan).toBe('planned')
    const state = async () => (await app.client.changes.get({ number })).effects[0]?.state
    const asked = async () =>
      (await app.client.results.home()).todos.filter(({ id }) => id.startsWith('planned:'))
    const home = await app.client.results.home()
    expect(home.dates.map(({ on, what }) => [on, what])).toContainEqual([
      '2027-04-01',
      `Change ${number}, Prices from 1 April: planned to go live`,
    ])
    expect([await state(), await asked()]).toEqual(['planned', []])
    app.clock.moveTo('2027-04-03')
    expect([await state(), (await asked()).length]).toEqual(['planned', 1])
    expect(await refusal(app.client.changes.goLive({ number, liveOn: '2027-04-04' }))).toMatchObject({
      code: 'INVALID_INPUT',
    })
    const live = await app.client.changes.goLive({ number, liveOn: '2027-04-02' })
    expect([live.onDate, live.plan, await state(), await asked()]).toEqual([
      '2027-04-02',
      null,
      'waiting',
      [],
    ])
    expect(await refusal(app.client.changes.callOff({ number }))).toMatchObject({ code: 'CONFLICT' })
  })

  it('dated ahead can be moved, and called off', async () => {
    await using app = await withWorkflows()
    const { number } = await app.client.changes.create(aChange({ onDate: '2027-04-01', kind: 'other' }))
    expect(await app.client.changes.replan({ number, onDate: '2027-05-01' })).toMatchObject({
      onDate: '2027-05-01',
      plan: 'planned',
    })
    const off = await app.client.changes.callOff({ number })
    expect([off.plan, off.effects[0]?.state]).toEqual(['called_off', 'called_off'])
    app.clock.moveTo('2027-05-02')
    expect((await app.client.results.home()).todos.filter(({ id }) => id.startsWith('planned:'))).toEqual([])
  })

  it('lists the beginnings of long wordings and keeps them whole', async () => {
    await using app = await withWorkflows()
    const [from, to] = ['😀'.repeat(600), `${'x'.repeat(900)} at the end`]
    await app.client.changes.create(aChange({ from, to }))
    const filter = { workflowId: null, search: 'AT THE END', offset: 0 }
    const { rows } = await app.client.changes.list(filter)
    expect(rows.map((row) => [row.from, row.to])).toEqual([['😀'.repeat(500), 'x'.repeat(500)]])
    expect(await app.client.changes.waiting()).toEqual({ rows, total: 1 })
    expect(await app.client.changes.get({ number: 1 })).toMatchObject({ from, to })
  })

  it('waits with many others: the newest 200 are sent, oldest first, and all are counted', async () => {
    await using app = await withWorkflows()
    const { client, upload } = app
    const day = (index: number) => String(1 + (index % 30)).padStart(2, '0')
    const lines = Array.from({ length: 203 }, (_, index) => `2026-10-${day(index)},Adverts,Change ${index}`)
    const fileId = await upload('log.csv', ['Date,Workflow,What', ...lines].join('\n'))
    const { guess, dateOrder } = await client.changes.previewLog({ fileId })
    await app.outcomeOf(client.changes.importLog({ fileId, mapping: guess, dateOrder }))
    const { rows, total } = await client.changes.waiting()
    expect(total).toBe(203)
    expect(rows.length).toBe(200)
    expect(rows.slice(0, 5).map(({ number }) => number)).toEqual([91, 121, 151, 181, 2])
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

describe('what is left to do in the live tool', () => {
  async function withVersion() {
    const app = await withWorkflows()
    const tone = await documentsOf(app).section('Tone', 'Warm.', '2026-11-01')
    const steps = async () => (await app.client.changes.get({ number: 1 })).liveSteps
    const tick = (step: 'pasted' | 'tested', isDone: boolean, number = 1) =>
      app.client.changes.tick({ number, step, isDone })
    return { app, client: app.client, tone, steps, tick, [Symbol.asyncDispose]: app.dispose }
  }

  it('is ticked and unticked, each with its time and its place in the log', async () => {
    await using set = await withVersion()
    expect(await set.steps()).toEqual({ pasted: null, tested: null })
    const pasted = set.app.clock.now()
    expect(await set.tick('pasted', true)).toMatchObject({ number: 1, liveSteps: { pasted, tested: null } })
    set.app.clock.pass(60)
    await set.tick('pasted', true)
    const tested = set.app.clock.now()
    await set.tick('tested', true)
    expect(await set.steps()).toEqual({ pasted, tested })
    await set.tick('pasted', false)
    await set.tick('pasted', false)
    await set.app.restart()
    expect(await set.steps()).toEqual({ pasted: null, tested })
    const logged = set.app.inspect((db) =>
      db
        .prepare("SELECT action, after FROM audit WHERE action IN ('tick', 'untick') ORDER BY seq")
        .raw()
        .all(),
    )
    expect(logged).toEqual([
      ['tick', JSON.stringify({ pasted, tested: null })],
      ['tick', JSON.stringify({ pasted, tested })],
      ['untick', JSON.stringify({ pasted: null, tested })],
    ])
  })

  it('is nothing for an entry written by hand or an import', async () => {
    await using set = await withVersion()
    const sections = [{ name: 'Terms', text: '30 days.' }]
    await set.client.documents.importSections({ sections, ...approval('2026-11-20') })
    const { number } = await set.client.changes.create(aChange({ kind: 'other' }))
    expect(await set.client.changes.get({ number: 2 })).toMatchObject({ liveSteps: null, documentId: null })
    expect(await set.client.changes.get({ number })).toMatchObject({
      liveSteps: null,
      signals: [],
      foundationReview: null,
    })
    expect(await refusal(set.tick('pasted', true, number))).toMatchObject({
      code: 'CONFLICT',
      message: `Change ${number} was not made by a version: nothing has to be pasted.`,
    })
    expect(await refusal(set.tick('pasted', true, 99))).toMatchObject({ code: 'NOT_FOUND' })
  })
})
