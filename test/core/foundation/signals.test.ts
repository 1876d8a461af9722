import { describe, expect, it } from 'vitest'
import { aWorkflow, judge, retire, someOutputs } from '../../helpers/builders.ts'
import { approval, documentsOf } from '../../helpers/documents.ts'
import { type Client, createTestApp, refusal } from '../../helpers/test-app.ts'

type NewSignal = Parameters<Client['signals']['record']>[0]

const aSignal = (overrides: Partial<NewSignal> = {}): NewSignal => ({
  kind: 'business',
  text: 'The price list changes in December',
  onDate: '2026-11-20',
  workflowId: null,
  sectionId: null,
  ...overrides,
})

async function withSection() {
  const app = await createTestApp()
  const { id: workflowId } = await app.client.workflows.create(aWorkflow())
  const tone = await documentsOf(app).section('Tone', 'Warm.', '2026-11-01')
  const record = (overrides: Partial<NewSignal> = {}) => app.client.signals.record(aSignal(overrides))
  const all = { state: 'all', kind: null, search: '', offset: 0 } as const
  const list = (filter: Partial<Parameters<Client['signals']['list']>[0]> = {}) =>
    app.client.signals.list({ ...all, ...filter })
  return { app, client: app.client, workflowId, tone, record, list, [Symbol.asyncDispose]: app.dispose }
}

describe('a signal', () => {
  it('is kept with the names of what it is about', async () => {
    await using set = await withSection()
    const signal = aSignal({ kind: 'feedback', workflowId: set.workflowId, sectionId: set.tone.id })
    const recorded = await set.client.signals.record(signal)
    expect(recorded).toEqual({
      ...signal,
      id: 1,
      rev: 1,
      workflowName: 'Customer replies',
      sectionName: 'Tone',
      recordedAt: set.app.clock.now(),
      state: 'open',
      changeNumber: null,
      foundationReviewId: null,
      reason: '',
    })
    await set.app.restart()
    expect(await set.list()).toEqual({ rows: [recorded], total: 1 })
  })

  it.each<[string, Partial<NewSignal>, string, string]>([
    [
      'a day in the future',
      { onDate: '2026-11-22' },
      'onDate',
      'That date is in the future. Enter the day it came up.',
    ],
    [
      'a workflow that is not there',
      { workflowId: 9 },
      'workflowId',
      'That workflow is not here. Choose again.',
    ],
    ['a section that is not there', { sectionId: 9 }, 'sectionId', 'That section is not here. Choose again.'],
    ['nothing said', { text: ' ' }, 'text', 'Enter what came up.'],
  ])('is refused with %s', async (_case, wrong, field, message) => {
    await using set = await withSection()
    expect(await refusal(set.record(wrong))).toEqual({ code: 'INVALID_INPUT', message, fields: [field] })
    const { id, rev } = await set.record()
    const update = set.client.signals.update({ id, rev, ...aSignal(wrong) })
    expect(await refusal(update)).toMatchObject({ fields: [field] })
    expect((await set.list()).total).toBe(1)
  })

  it('is not about a prompt', async () => {
    await using set = await withSection()
    const prompt = await documentsOf(set.app).prompt(set.workflowId, 'Answer.', '2026-11-01')
    expect(await refusal(set.record({ sectionId: prompt.id }))).toMatchObject({ fields: ['sectionId'] })
  })

  it('is not overwritten by another window', async () => {
    await using set = await withSection()
    const { id, rev } = await set.record()
    const update = (text: string) => set.client.signals.update({ id, rev, ...aSignal({ text }) })
    expect(await update('One')).toMatchObject({ text: 'One', rev: 2 })
    expect(await refusal(update('Two'))).toEqual({
      code: 'CONFLICT',
      message:
        'This signal was changed in another window. What you typed is still here: compare, then save again.',
      fields: [],
    })
    expect((await set.list()).rows).toMatchObject([{ text: 'One' }])
  })

  it('is listed newest day first, by state, kind and words', async () => {
    await using set = await withSection()
    await set.record({ onDate: '2026-11-01' })
    await set.record({ kind: 'provider', text: 'Model 5% faster' })
    await set.record({ kind: 'feedback', text: 'Too stiff', sectionId: set.tone.id })
    await set.client.signals.setAside({ id: 1, reason: 'Postponed' })
    const ids = async (filter: Parameters<typeof set.list>[0]) =>
      (await set.list(filter)).rows.map(({ id }) => id)
    expect([
      await ids({}),
      await ids({ state: 'open' }),
      await ids({ kind: 'provider' }),
      await ids({ search: '5% f' }),
      await ids({ search: ' tone ' }),
      await ids({ search: 'postponed' }),
      await ids({ offset: 2 }),
    ]).toEqual([[3, 2, 1], [3, 2], [2], [2], [3], [1], [1]])
    expect(await set.list({ offset: 2 })).toMatchObject({ total: 3 })
  })

  it('is set aside with a reason and taken up again', async () => {
    await using set = await withSection()
    const { id } = await set.record()
    expect(await set.client.signals.setAside({ id, reason: 'A rumour.' })).toMatchObject({
      state: 'set_aside',
      reason: 'A rumour.',
    })
    expect(await set.client.signals.triggers()).toEqual([])
    expect(await refusal(set.client.signals.setAside({ id, reason: '' }))).toMatchObject({
      code: 'CONFLICT',
      message: 'This signal was set aside.',
    })
    expect(await set.client.signals.reopen({ id })).toMatchObject({ state: 'open', reason: '' })
    expect(await set.client.signals.triggers()).toHaveLength(1)
    expect(await refusal(set.client.signals.reopen({ id: 9 }))).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('what led to a change', () => {
  it('is handled by it, for good', async () => {
    await using set = await withSection()
    const { client, tone } = set
    const [first, second] = [await set.record(), await set.record({ text: 'Too stiff', kind: 'feedback' })]
    await client.documents.saveDraft({ id: tone.id, rev: null, text: 'Warmer.', sectionIds: [] })
    const signalIds = [first.id, second.id, first.id]
    const { change } = await client.documents.publish({ id: tone.id, ...approval('2026-11-21'), signalIds })
    const details = await client.changes.get({ number: change.number })
    expect(details.signals).toMatchObject([
      { id: first.id, state: 'handled', changeNumber: change.number, rev: 2 },
      { id: second.id, state: 'handled', changeNumber: change.number, rev: 2 },
    ])
    expect(await client.signals.triggers()).toEqual([])
    expect(await refusal(client.signals.reopen({ id: first.id }))).toMatchObject({
      code: 'CONFLICT',
      message:
        'This signal was handled by change 2. That stays on record: if it came up again, record it again.',
    })
    expect(await refusal(client.signals.setAside({ id: first.id, reason: '' }))).toMatchObject({
      message: 'This signal was handled by change 2.',
    })
  })

  it.each([
    [
      'handled before',
      'handled',
      '“The price list changes in December” was handled by change 2. Leave it out.',
    ],
    ['set aside', 'aside', '“The price list changes in December” was set aside. Leave it out.'],
    ['not there', 'none', 'One of the signals is not here. Choose again.'],
  ])('is refused when it was %s, and nothing is written', async (_case, how, message) => {
    await using set = await withSection()
    const { client, workflowId } = set
    const write = (signalIds: number[]) =>
      client.changes.create({
        onDate: '2026-11-21',
        workflowIds: [workflowId],
        kind: 'other',
        what: 'Prices',
        from: '',
        to: '',
        why: 'They change.',
        signalIds,
      })
    const fresh = await set.record({ text: 'Fresh' })
    const { id } = await set.record()
    if (how === 'handled') await write([id])
    if (how === 'aside') await client.signals.setAside({ id, reason: '' })
    const before = await client.changes.list({ workflowId: null, search: '', offset: 0 })
    const ids = [fresh.id, how === 'none' ? 99 : id]
    expect(await refusal(write(ids))).toEqual({ code: 'INVALID_INPUT', message, fields: ['signalIds'] })
    expect(await client.changes.list({ workflowId: null, search: '', offset: 0 })).toEqual(before)
    expect(await set.list({ search: 'Fresh' })).toMatchObject({ rows: [{ state: 'open', rev: 1 }] })
  })

  it('can be named when going back and when importing sections', async () => {
    await using set = await withSection()
    const { client, tone } = set
    await documentsOf(set.app).again(tone, 'Cold.', '2026-11-10')
    const [back, imported] = [await set.record(), await set.record()]
    const { change } = await client.documents.goBack({
      versionId: tone.current?.id ?? 0,
      ...approval('2026-11-20'),
      signalIds: [back.id],
    })
    const sections = [{ name: 'Terms', text: '30 days.' }]
    await client.documents.importSections({ sections, ...approval('2026-11-20'), signalIds: [imported.id] })
    expect((await set.list()).rows.map(({ changeNumber }) => changeNumber).toSorted()).toEqual([
      change.number,
      change.number + 1,
    ])
  })
})

describe('triggers of a Foundation review', () => {
  /** Ten outputs with the same correction minutes each, drawn or picked by hand. */
  async function finishMonth(
    client: Client,
    workflowId: number,
    month: string,
    editMinutes: number,
    isByHand = false,
  ) {
    const first = 1 + 1000 * Number(month.replace('-', ''))
    await client.imports.paste({ workflowId, month, pairs: someOutputs(10, first) })
    const { outputs } = await client.reviews.candidates({ workflowId, month, search: '', offset: 0 })
    const picked = isByHand ? { outputIds: outputs.map(({ id }) => id) } : {}
    const { reviewId } = await client.reviews.draw({ workflowId, month, ...picked })
    const { items } = await client.reviews.get({ reviewId })
    for (const item of items) await judge(client, item, { editMinutes })
    await client.reviews.finish({ reviewId })
  }

  it('leave out months whose outputs were picked by hand', async () => {
    await using app = await createTestApp()
    const measured = { measure: 'minutes', byHandMinutes: 10 } as const
    const { id: workflowId } = await app.client.workflows.create(aWorkflow(measured))
    for (const month of ['2026-09', '2026-10']) await finishMonth(app.client, workflowId, month, 3, true)
    expect(await app.client.signals.triggers()).toEqual([])
  })

  it('are read off the reviews and the open signals', async () => {
    await using app = await createTestApp()
    const measured = { measure: 'minutes', byHandMinutes: 10 } as const
    const { id: workflowId } = await app.client.workflows.create(aWorkflow(measured))
    await app.client.signals.record(aSignal({ kind: 'provider', workflowId }))
    await finishMonth(app.client, workflowId, '2026-09', 2)
    await finishMonth(app.client, workflowId, '2026-10', 3)
    expect((await app.client.signals.triggers()).map(({ message }) => message)).toEqual([
      'An update of Customer replies is due: the whole likely range of editing is above your 20% line.',
      'Model update on 20 November 2026 about Customer replies: The price list changes in December.',
    ])
    await retire(app.client, workflowId, app.clock.today())
    expect((await app.client.signals.triggers()).map(({ kind }) => kind)).toEqual(['provider'])
  })
})

describe('Home', () => {
  it('calmly names signals that have been open for more than 14 days, in one line', async () => {
    await using set = await withSection()
    const todos = async () =>
      (await set.client.results.home()).todos.filter(({ target }) => target.page === 'signals')
    await set.record({ onDate: '2026-11-07' })
    expect(await todos()).toEqual([])
    await set.record({ onDate: '2026-11-06', text: 'Too stiff' })
    expect(await todos()).toEqual([
      {
        id: 'signals',
        title: 'One signal waits to be looked at',
        detail: 'It came up on 6 November 2026: Too stiff',
        action: 'See signals',
        target: { page: 'signals' },
        mark: null,
      },
    ])
    await set.record({ onDate: '2026-11-05' })
    expect(await todos()).toMatchObject([
      {
        title: '2 signals wait to be looked at',
        detail: 'The oldest came up on 5 November 2026: The price list changes in December',
      },
    ])
  })
})
