import { describe, expect, it } from 'vitest'
import { aReview, aWorkflow, someOutputs } from '../../helpers/builders.ts'
import { type Client, createTestApp, refusal } from '../../helpers/test-app.ts'

const month = '2026-11'

async function collect(client: Client, outputs: number, workflow = aWorkflow()) {
  const { id: workflowId } = await client.workflows.create(workflow)
  if (outputs > 0) await client.imports.paste({ workflowId, month, pairs: someOutputs(outputs) })
  return workflowId
}

const ids = (outputs: readonly { id: number }[]) => outputs.map(({ id }) => id)

describe('a draw', () => {
  it('takes 10 of the month and 2 reserves, each once, from the whole pool', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client)
    expect(review.draw).toEqual({
      method: 'random',
      outputCount: 30,
      poolCount: 30,
      sampleSize: 10,
      reservesLeft: 2,
      seed: expect.any(Number),
      algorithm: expect.stringContaining('xoroshiro128plus'),
      drawnAt: app.clock.now(),
    })
    expect(review.items.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    const record = await app.client.reviews.drawRecord({ reviewId: review.id })
    expect(record.pool).toHaveLength(30)
    expect(record.picked).toEqual(review.items.map(({ output }) => output.id))
    expect(new Set([...record.picked, ...record.reserves]).size).toBe(12)
    expect(record.pool).toEqual(expect.arrayContaining([...record.picked, ...record.reserves]))
  })

  it('comes out again from its stored seed, also after a restart', async () => {
    await using app = await createTestApp()
    const { id: reviewId } = await aReview(app.client)
    const record = await app.client.reviews.drawRecord({ reviewId })
    expect(record.isReproduced).toBe(true)
    await app.restart()
    expect(await app.client.reviews.drawRecord({ reviewId })).toEqual(record)
  })

  it.each([
    [3, 3, 0],
    [10, 10, 0],
    [11, 10, 1],
    [12, 10, 2],
  ])('of %i outputs takes %i and keeps %i in reserve', async (outputs, taken, reserves) => {
    await using app = await createTestApp()
    const { draw, items } = await aReview(app.client, { outputs })
    expect(items).toHaveLength(taken)
    expect(draw).toMatchObject({ method: outputs > 10 ? 'random' : 'all', reservesLeft: reserves })
  })

  it('that takes all has no seed, and nothing to reproduce', async () => {
    await using app = await createTestApp()
    const { id: reviewId, items } = await aReview(app.client, { outputs: 4 })
    const record = await app.client.reviews.drawRecord({ reviewId })
    expect(record).toMatchObject({ seed: null, algorithm: null, reserves: [], isReproduced: null })
    expect(record.picked).toEqual(items.map(({ output }) => output.id))
  })

  it('counts exact repeats once and says how often each occurs', async () => {
    await using app = await createTestApp()
    const workflowId = await collect(app.client, 4)
    const repeats = someOutputs(2).map((pair) => ({
      ...pair,
      request: 'Asked again',
      aiText: ` ${pair.aiText}\n`,
    }))
    await app.client.imports.paste({ workflowId, month, pairs: repeats })
    expect(await app.client.reviews.pool({ workflowId, month })).toEqual({
      workflowId,
      month,
      outputCount: 6,
      differentCount: 4,
      withFinalCount: 6,
      withMinutesCount: 0,
      personalDataCount: 0,
      personalDataKinds: [],
      sampleSize: 10,
      reviewId: null,
      reachesTo: null,
      goesOnTo: '2026-11-30',
    })
    app.clock.moveTo('2026-11-30')
    expect(await app.client.reviews.pool({ workflowId, month })).toMatchObject({ goesOnTo: null })
    const { reviewId } = await app.client.reviews.draw({ workflowId, month })
    const { draw, items } = await app.client.reviews.get({ reviewId })
    expect(draw).toMatchObject({ outputCount: 6, poolCount: 4, sampleSize: 4 })
    expect(items.map(({ output }) => output.copies)).toEqual([2, 2, 1, 1])
  })

  it('freezes the pool: what arrives later is collected but changes nothing drawn', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client)
    const before = await app.client.reviews.drawRecord({ reviewId: review.id })
    await app.client.imports.paste({ workflowId: review.workflowId, month, pairs: someOutputs(20) })
    expect(await app.client.reviews.drawRecord({ reviewId: review.id })).toEqual(before)
    expect(await app.client.reviews.get({ reviewId: review.id })).toEqual(review)
    const pool = await app.client.reviews.pool({ workflowId: review.workflowId, month })
    expect(pool).toMatchObject({ outputCount: 50, reviewId: review.id })
  })

  it('of a month that is drawn already is CONFLICT, and the first one stays', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client)
    const { workflowId } = review
    expect(await refusal(app.client.reviews.draw({ workflowId, month }))).toMatchObject({ code: 'CONFLICT' })
    expect(await app.client.reviews.get({ reviewId: review.id })).toEqual(review)
  })

  it('asked for by two windows at once is made once', async () => {
    await using app = await createTestApp()
    const workflowId = await collect(app.client, 30)
    const both = await Promise.all([1, 2].map(() => refusal(app.client.reviews.draw({ workflowId, month }))))
    expect(both.map((answer) => (typeof answer === 'string' ? answer : answer.code)).sort()).toEqual([
      'CONFLICT',
      'accepted',
    ])
  })

  it.each([
    ['there are no outputs', aWorkflow(), 0, /no outputs for November 2026/],
    ['there are no standards', aWorkflow({ standards: [] }), 5, /quality standard/],
    ['the minutes by hand are not agreed', aWorkflow({ measure: 'minutes' }), 5, /by hand/],
  ])('is refused when %s, and the task list says why', async (_case, workflow, outputs, message) => {
    await using app = await createTestApp()
    const workflowId = await collect(app.client, outputs, workflow)
    expect(await refusal(app.client.reviews.draw({ workflowId, month }))).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(message),
    })
    const { tasks } = await app.client.reviews.session({ month })
    expect(tasks).toMatchObject([
      outputs === 0
        ? { state: 'not_started', outputCount: 0, obstacle: null }
        : {
            state: 'cannot_start',
            outputCount: 5,
            obstacle: { message: expect.stringMatching(message), tab: expect.any(String) },
          },
    ])
  })

  it('does not mix workflows or months', async () => {
    await using app = await createTestApp()
    const { workflowId } = await aReview(app.client, { outputs: 3 })
    const other = await collect(app.client, 4, aWorkflow({ name: 'Proposals' }))
    await app.client.imports.paste({ workflowId, month: '2026-10', pairs: someOutputs(5, 100) })
    const counts = await Promise.all([
      app.client.reviews.pool({ workflowId, month }),
      app.client.reviews.pool({ workflowId: other, month }),
      app.client.reviews.pool({ workflowId, month: '2026-10' }),
    ])
    expect(counts.map(({ outputCount }) => outputCount)).toEqual([3, 4, 5])
  })
})

describe('a sample picked by hand', () => {
  it('keeps the order it was picked in and is labelled so, without seed or reserves', async () => {
    await using app = await createTestApp()
    const workflowId = await collect(app.client, 12)
    const { outputs, total } = await app.client.reviews.candidates({
      workflowId,
      month,
      search: '',
      offset: 0,
    })
    expect(total).toBe(12)
    const outputIds = ids(outputs).slice(2, 8).toReversed()
    const { reviewId } = await app.client.reviews.draw({
      workflowId,
      month,
      outputIds: [...outputIds, ...outputIds],
    })
    const { draw, items } = await app.client.reviews.get({ reviewId })
    expect(draw).toMatchObject({
      method: 'by_hand',
      poolCount: 12,
      sampleSize: 6,
      reservesLeft: 0,
      seed: null,
    })
    expect(items.map(({ output }) => output.id)).toEqual(outputIds)
  })

  it('may hold only outputs of that month', async () => {
    await using app = await createTestApp()
    const workflowId = await collect(app.client, 3)
    expect(await refusal(app.client.reviews.draw({ workflowId, month, outputIds: [1, 99] }))).toMatchObject({
      code: 'CONFLICT',
    })
    expect((await app.client.reviews.pool({ workflowId, month })).reviewId).toBeNull()
  })

  it('is chosen from candidates found by AI text or request, in any case', async () => {
    await using app = await createTestApp()
    const workflowId = await collect(app.client, 12)
    const find = (search: string) => app.client.reviews.candidates({ workflowId, month, search, offset: 0 })
    expect(ids((await find('REQUEST 7')).outputs)).toEqual([7])
    expect((await find('case1')).total).toBe(4)
    expect(await find('nowhere')).toEqual({ outputs: [], total: 0 })
  })

  it('can be drawn from a repeat that only its own request finds', async () => {
    await using app = await createTestApp()
    const workflowId = await collect(app.client, 3)
    const [pair] = someOutputs(1)
    if (pair)
      await app.client.imports.paste({ workflowId, month, pairs: [{ ...pair, request: 'Asked again' }] })
    const { outputs, total } = await app.client.reviews.candidates({
      workflowId,
      month,
      search: 'asked again',
      offset: 0,
    })
    expect({ total, copies: outputs.map(({ copies }) => copies) }).toEqual({ total: 1, copies: [2] })
    const { reviewId } = await app.client.reviews.draw({ workflowId, month, outputIds: ids(outputs) })
    expect((await app.client.reviews.get({ reviewId })).items).toHaveLength(1)
  })
})
