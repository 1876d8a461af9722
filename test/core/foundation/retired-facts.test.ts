import { describe, expect, it } from 'vitest'
import type { RetiredFact } from '../../../shared/contract/retired-facts.ts'
import { aReview, aWorkflow, drawMonth, first, toCsv } from '../../helpers/builders.ts'
import { documentsOf } from '../../helpers/documents.ts'
import { type Client, createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

type Fields = Omit<Parameters<Client['retiredFacts']['save']>[0], 'id' | 'rev'>
const fact: Fields = {
  term: 'Basic plan',
  replacement: 'Start plan',
  retiredOn: '2026-11-05',
  sectionId: null,
}
const save = (client: Client, fields: Partial<Fields> = {}) =>
  client.retiredFacts.save({ id: null, rev: null, ...fact, ...fields })

type Row = { text: string; final?: string | null; on?: string }

/** A month with these outputs, all of them sampled. */
async function sample(app: TestApp, rows: readonly Row[], month = '2026-11', workflowId?: number) {
  const { client } = app
  const id = workflowId ?? (await client.workflows.create(aWorkflow())).id
  const dated = rows.some(({ on }) => on !== undefined)
  const csv = toCsv(
    rows.map(({ text, final = text, on }) => ({
      ...(dated && { Date: on ?? '' }),
      'AI text': text,
      Final: final,
    })),
  )
  await app.importFile('replies.csv', csv, { workflowId: id, undatedMonth: month })
  const { reviewId } = await client.reviews.draw({ workflowId: id, month })
  return client.reviews.get({ reviewId })
}

const outputsOf = async (client: Client, { id }: Pick<RetiredFact, 'id'>) =>
  (await client.retiredFacts.get({ id })).outputs.map(({ excerpt, isInFinal }) => [excerpt, isInFinal])

const rows: Row[] = [
  { text: 'The Basic plan is 9.', on: '2026-11-05' },
  { text: 'The BASIC plan is 8.', final: 'The Start plan is 8.', on: '2026-11-06' },
  { text: 'The Start plan is 7.', final: 'The Basic plan is 7.', on: '2026-11-06' },
  { text: 'The Basic plan is 6.', final: null, on: '2026-11-07' },
  { text: 'The Basic plan is 5.', on: '2026-11-04' },
  { text: 'Basic planning is 4.', on: '2026-11-08' },
]
const found = [
  ['The Basic plan is 6.', true],
  ['The Basic plan is 7.', true],
  ['The BASIC plan is 8.', false],
  ['The Basic plan is 9.', true],
]

describe('a retired fact', () => {
  it('is found in outputs of its day and later when it is saved', async () => {
    await using app = await createTestApp()
    await sample(app, rows)
    const saved = await save(app.client)
    expect(saved).toEqual({
      ...fact,
      id: saved.id,
      rev: 1,
      sectionName: null,
      outputCount: 4,
      wordingCount: 0,
    })
    expect((await outputsOf(app.client, saved)).sort()).toEqual(found.toSorted())
    expect(await app.client.retiredFacts.list()).toEqual([saved])
  })

  it('is found in a sample drawn afterwards', async () => {
    await using app = await createTestApp()
    const saved = await save(app.client)
    await sample(app, rows)
    expect((await outputsOf(app.client, saved)).sort()).toEqual(found.toSorted())
    const { outputs } = await app.client.retiredFacts.get({ id: saved.id })
    expect(outputs[0]).toMatchObject({ workflowName: 'Customer replies', month: '2026-11' })
  })

  it.each([
    ['2026-11-05', '2026-11', '2026-11-21', 1],
    ['2026-11-21', '2026-11', '2026-11-21', 0],
    ['2026-11-05', '2026-10', '2026-11-21', 0],
    ['2026-10-31', '2026-11', '2026-11-21', 1],
    ['2026-11-05', '2026-12', '2026-12-03', 1],
  ])('retired on %s counts undated outputs of %s drawn on %s: %i', async (retiredOn, month, today, count) => {
    await using app = await createTestApp({ today })
    await sample(app, [{ text: 'The Basic plan.' }, { text: 'Two.' }, { text: 'Three.' }], month)
    expect(await save(app.client, { retiredOn })).toMatchObject({ outputCount: count })
    await app.client.retiredFacts.remove({ id: 1 })
    expect(await app.client.retiredFacts.list()).toEqual([])
  })

  it('counts a reserve only while it is in use, and a replaced output no more', async () => {
    await using app = await createTestApp()
    const { client } = app
    const saved = await save(client)
    const all = Array.from({ length: 12 }, (_, n) => ({ text: `The Basic plan is ${n}.`, on: '2026-11-06' }))
    const review = await sample(app, all)
    expect(review.items).toHaveLength(10)
    const inList = async () =>
      (await client.retiredFacts.get({ id: saved.id })).outputs.map(({ itemId }) => itemId)
    const items = review.items.map(({ id }) => id).sort((a, b) => b - a)
    expect(await inList()).toEqual(items)
    expect((await client.retiredFacts.list())[0]).toMatchObject({ outputCount: 10 })
    const item = first(review.items)
    const { itemId } = await client.reviews.replace({ itemId: item.id, rev: item.rev, reason: 'Blank' })
    const after = [itemId, ...items.filter((id) => id !== item.id)].sort((a, b) => b - a)
    expect(await inList()).toEqual(after)
    await client.reviews.undo({ reviewId: review.id })
    expect(await inList()).toEqual(items)
  })

  it('is searched again whenever it is saved', async () => {
    await using app = await createTestApp()
    await sample(app, rows)
    const { client } = app
    const { id, rev } = await save(client)
    const later = await client.retiredFacts.save({ id, rev, ...fact, retiredOn: '2026-11-07' })
    expect(later).toMatchObject({ id, rev: 2, outputCount: 1 })
    const other = await client.retiredFacts.save({ id, rev: 2, ...fact, term: 'Basic planning' })
    expect(other).toMatchObject({ rev: 3, outputCount: 1 })
  })

  it('also finds what is drawn while it is being saved', async () => {
    await using app = await createTestApp()
    const { client } = app
    const long = ' word'.repeat(38_000)
    const review = await sample(
      app,
      rows.map(({ text, on }) => ({ text: text + long, on: on ?? '' })),
    )
    const { id: second } = await client.workflows.create(aWorkflow({ name: 'Adverts' }))
    const pairs = [{ request: '', aiText: 'The Basic plan.', finalText: '' }]
    await client.imports.paste({ workflowId: second, month: '2026-11', pairs })
    const [saved] = await Promise.all([
      save(client),
      client.reviews.draw({ workflowId: second, month: '2026-11' }),
    ])
    expect(review.items).toHaveLength(6)
    expect((await client.retiredFacts.list())[0]).toMatchObject({ id: saved.id, outputCount: 3 + 1 })
  })

  it('lists the wordings in force that still say it, also the section that defines it', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id: workflowId } = await client.workflows.create(aWorkflow())
    const write = documentsOf(app)
    const offer = await write.section('Offer', 'Basic plan: 9 a month.', '2026-11-01')
    const prompt = await write.prompt(workflowId, 'Name the “basic plan”.', '2026-11-01')
    const saved = await save(client, { sectionId: offer.id })
    expect(saved).toMatchObject({ sectionName: 'Offer', wordingCount: 2 })
    const inOffer = { documentId: offer.id, workflowId: null, kind: 'section', name: 'Offer', version: 1 }
    const inPrompt = { documentId: prompt.id, workflowId, kind: 'prompt', name: 'Prompt', version: 1 }
    expect((await client.retiredFacts.get({ id: saved.id })).wordings).toEqual([
      { ...inOffer, excerpt: 'Basic plan: 9 a month.' },
      { ...inPrompt, excerpt: 'Name the “basic plan”.' },
    ])
    await write.again(prompt, 'Name the Start plan.', '2026-11-10')
    expect((await client.retiredFacts.get({ id: saved.id })).wordings).toHaveLength(1)
  })

  it('is refused twice, without a word, with a strange section, or changed elsewhere', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id } = await save(client)
    expect(await refusal(save(client, { term: 'BASIC\u00a0plan' }))).toEqual({
      code: 'INVALID_INPUT',
      message: '“Basic plan” is on the list already, retired on 5 November 2026. Change that entry instead.',
      fields: ['term'],
    })
    expect(await refusal(save(client, { term: '\u200b' }))).toMatchObject({ fields: ['term'] })
    expect(await refusal(save(client, { term: 'Old', sectionId: 9 }))).toMatchObject({
      fields: ['sectionId'],
    })
    const stale = client.retiredFacts.save({ id, rev: 7, ...fact })
    expect(await refusal(stale)).toMatchObject({ code: 'CONFLICT' })
    expect(await refusal(client.retiredFacts.get({ id: 9 }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusal(client.retiredFacts.remove({ id: 9 }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await client.retiredFacts.list()).toHaveLength(1)
  })

  it('stands on Home while the latest month or a prompt in force still says it', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { workflowId } = await sample(app, rows)
    await documentsOf(app).prompt(workflowId, 'Name the Basic plan.', '2026-11-01')
    const { id } = await save(client)
    const asked = async () =>
      (await client.results.home()).todos.filter((todo) => todo.id.startsWith('retired:'))
    expect(await asked()).toEqual([
      {
        id: `retired:${id}`,
        title: '“Basic plan” is retired but still in 4 outputs of November and 1 prompt',
        detail: 'It is “Start plan” now. See where the old wording comes from.',
        action: 'See where',
        target: { page: 'retired-facts' },
        mark: null,
      },
    ])
    app.clock.moveTo('2026-12-10')
    await drawMonth(client, workflowId, '2026-12')
    expect((await asked()).map(({ title }) => title)).toEqual([
      '“Basic plan” is retired but still in 1 prompt',
    ])
  })
})

describe('the sections an issue can point to', () => {
  it('are the company’s own, in their order, once it has any', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id: reviewId } = await aReview(client)
    const sections = async () => (await client.reviews.get({ reviewId })).sections
    expect(await sections()).toContain('Offer and prices')
    for (const name of ['What we sell', 'Tone']) {
      await client.documents.create({ kind: 'section', workflowId: null, name, text: '' })
    }
    expect(await sections()).toEqual(['What we sell', 'Tone'])
  })
})
