import { describe, expect, it } from 'vitest'
import { findingHeadline, findingSentences } from '../../../shared/domain/findings/finding-words.ts'
import { stepWords } from '../../../shared/domain/findings/step-words.ts'
import { aWorkflow, drawMonth, judge } from '../../helpers/builders.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

const month = '2026-11'
const byMinutes = { measure: 'minutes', byHandMinutes: 100, goLiveOn: '2026-01-01' } as const

/** Minutes around a mean; of 100 by hand they are per cent. */
const around = (mean: number, n: number, reach = 15) =>
  Array.from({ length: n }, (_, index) => mean + (index % 2 === 0 ? reach : -reach))

async function judgeAll(app: TestApp, reviewId: number, minutes: readonly number[]) {
  const { items } = await app.client.reviews.get({ reviewId })
  for (const [index, editMinutes] of minutes.entries()) {
    const item = items[index]
    if (item) await judge(app.client, item, { editMinutes })
  }
}

/** A first month a little above the line, whose likely range holds it. */
async function aboveTheLine(app: TestApp, outputs = 60) {
  const { id } = await app.client.workflows.create(aWorkflow(byMinutes))
  const { id: reviewId } = await drawMonth(app.client, id, month, outputs)
  await judgeAll(app, reviewId, around(21, 10))
  const { finding } = await app.client.reviews.finish({ reviewId })
  return { id, reviewId, finding }
}

const task = async (app: TestApp) => (await app.client.reviews.session({ month })).tasks[0]

describe('a second look', () => {
  it('is the one step of a month above its line, and takes 20 others of its own draw', async () => {
    await using app = await createTestApp()
    const { id, reviewId, finding } = await aboveTheLine(app)
    expect(finding).toMatchObject({
      status: 'update_suggested',
      nextStep: { kind: 'second_look', outputs: 20, judged: 0 },
    })
    expect(await task(app)).toMatchObject({ secondLook: { reviewId: null, done: 0, total: 20 } })
    const [todo] = (await app.client.results.home()).todos
    expect(todo).toMatchObject({
      ...{ id: `finding:${id}`, action: 'Take a second look: 20 more' },
      target: { page: 'second-look', reviewId },
    })

    const second = await app.client.reviews.secondLook({ reviewId })
    const first = await app.client.reviews.get({ reviewId })
    const look = await app.client.reviews.get(second)
    expect(look).toMatchObject({ secondOf: reviewId, month, state: 'open' })
    expect(look.items).toHaveLength(20)
    const seen = new Set(first.items.map(({ output }) => output.id))
    expect(look.items.filter(({ output }) => seen.has(output.id))).toEqual([])
    expect(await app.client.reviews.drawRecord(second)).toMatchObject({
      isReproduced: true,
      seed: first.draw.seed,
      reservesLeft: 2,
    })
    // Asked for again, it is the same one.
    expect(await app.client.reviews.secondLook({ reviewId })).toEqual(second)
  })

  it('counts for nothing until it is finished, and then in everything the month says', async () => {
    await using app = await createTestApp()
    const { id, reviewId, finding } = await aboveTheLine(app)
    const second = await app.client.reviews.secondLook({ reviewId })
    await judgeAll(app, second.reviewId, around(23, 20).slice(0, 4))
    expect((await app.client.reviews.get({ reviewId })).finding?.figure).toEqual(finding?.figure)
    expect(await task(app)).toMatchObject({
      state: 'completed',
      ...{ done: 10, total: 10, secondLookCount: 0 },
      secondLook: { reviewId: second.reviewId, done: 4, total: 20 },
    })
    const [waiting] = await app.client.results.overview()
    expect(waiting?.finding && stepWords(waiting.finding.nextStep, '2026-11-30', 'en-GB')).toBe(
      'Go on with the second look: 4 of 20 done',
    )
    expect((await app.client.results.outputs({ workflowId: id, offset: 0, limit: 50 })).total).toBe(10)

    await judgeAll(app, second.reviewId, around(23, 20))
    const done = await app.client.reviews.finish(second)
    expect(done.id).toBe(reviewId)
    expect(done.finding).toMatchObject({
      status: 'update_due',
      headline: { kind: 'update_due', reason: { kind: 'second_look' } },
      figure: { known: 30 },
      secondLook: { added: 20, isComplete: true },
      nextStep: { kind: 'plan_update' },
    })
    if (!done.finding) return
    expect(findingHeadline(done.finding, 'en-GB')).toBe(
      'An update is due: after a second look editing is still above your 20% line',
    )
    expect(findingSentences(done.finding, 'en-GB')[0]).toMatch(
      /^Editing was 22.3%, likely between .* in 30 outputs, 20 of them in a second look\.$/,
    )
    const { points } = await app.client.results.workflow({ workflowId: id })
    expect(points[0]).toMatchObject({
      origin: { cause: 'second_look' },
      result: { reviewed: 30, figure: { known: 30 } },
    })
    expect(points[0]?.result.figure.mean).toBeCloseTo(0.2233, 4)
    const [line] = await app.client.results.overview()
    expect(line?.finding).toMatchObject({ status: 'update_due', figure: points[0]?.finding.figure })
    expect(line?.spark).toEqual([{ month, mean: points[0]?.result.figure.mean }])
    expect((await app.client.results.done({ reviewId })).rows.at(-1)?.values).toHaveLength(30)
    expect((await app.client.results.outputs({ workflowId: id, offset: 0, limit: 50 })).total).toBe(30)
    expect(await task(app)).toMatchObject({ state: 'completed', status: 'update_due', secondLook: null })
    expect(await app.client.signals.triggers()).toHaveLength(1)
    // The list of the months and the month itself count as Done does.
    const counts = { done: 30, total: 30, secondLookCount: 20, skippedCount: 0 }
    expect(await app.client.reviews.session({ month })).toMatchObject({ ...counts, tasks: [{ total: 30 }] })
    expect(await app.client.reviews.sessions()).toContainEqual(expect.objectContaining({ month, ...counts }))
  })

  it('clears a month that only looked bad', async () => {
    await using app = await createTestApp()
    const { reviewId } = await aboveTheLine(app)
    const second = await app.client.reviews.secondLook({ reviewId })
    await judgeAll(app, second.reviewId, around(15, 20))
    const { finding } = await app.client.reviews.finish(second)
    expect(finding).toMatchObject({ status: 'watch', figure: { known: 30 } })
    expect(finding?.figure.mean).toBeCloseTo(0.17, 6)
  })

  it('stopped early counts what is judged, decides from ten on, and can be gone on with below', async () => {
    await using app = await createTestApp()
    const { reviewId } = await aboveTheLine(app)
    const second = await app.client.reviews.secondLook({ reviewId })
    await expect(app.client.reviews.finish(second)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await judgeAll(app, second.reviewId, around(23, 6))
    const stopped = await app.client.reviews.finish(second)
    expect(stopped.finding).toMatchObject({
      status: 'update_suggested',
      figure: { known: 16 },
      secondLook: { added: 6, isComplete: false },
      nextStep: { kind: 'second_look', outputs: 14, judged: 6 },
    })
    // Gone on with, nothing of it counts again until it is finished.
    expect(await app.client.reviews.secondLook({ reviewId })).toEqual(second)
    expect((await app.client.reviews.get({ reviewId })).finding?.figure.known).toBe(10)
    const { items } = await app.client.reviews.get(second)
    expect([items.length, items.filter(({ isDone }) => isDone).length]).toEqual([20, 6])
    await judgeAll(app, second.reviewId, around(23, 12))
    const { finding } = await app.client.reviews.finish(second)
    expect(finding).toMatchObject({
      status: 'update_due',
      figure: { known: 22 },
      secondLook: { added: 12, isComplete: false },
    })
  })

  it('takes what is there where fewer than 20 are left, unused reserves with them', async () => {
    await using app = await createTestApp()
    const { reviewId, finding } = await aboveTheLine(app, 17)
    expect(finding?.nextStep).toEqual({ kind: 'second_look', outputs: 7, judged: 0 })
    const second = await app.client.reviews.secondLook({ reviewId })
    expect((await app.client.reviews.get(second)).items).toHaveLength(7)
    // What it took is no reserve of the first any more.
    expect((await app.client.reviews.get({ reviewId })).draw.reservesLeft).toBe(0)
    await judgeAll(app, second.reviewId, around(24, 7))
    const { finding: after } = await app.client.reviews.finish(second)
    expect(after).toMatchObject({ status: 'update_due', secondLook: { added: 7, isComplete: true } })
  })

  it('is not offered where the pool is used up, by hand, or below the line', async () => {
    await using app = await createTestApp()
    const { reviewId, finding } = await aboveTheLine(app, 10)
    expect(finding?.nextStep.kind).toBe('plan_update')
    await expect(app.client.reviews.secondLook({ reviewId })).rejects.toMatchObject({ code: 'CONFLICT' })
    const { id } = await app.client.workflows.create(aWorkflow({ ...byMinutes, name: 'Steady' }))
    const steady = await drawMonth(app.client, id, month, 40)
    await judgeAll(app, steady.id, around(12, 10, 4))
    await app.client.reviews.finish({ reviewId: steady.id })
    await expect(app.client.reviews.secondLook({ reviewId: steady.id })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })

  it('stands beside its month: no month of its own, and its time counts', async () => {
    await using app = await createTestApp()
    const { reviewId } = await aboveTheLine(app)
    const second = await app.client.reviews.secondLook({ reviewId })
    const { items, cursor } = await app.client.reviews.get(second)
    const spent = [{ itemId: items[0]?.id ?? null, seconds: 90 }]
    await app.client.reviews.moveTo({ ...second, cursor, spent })
    const [session] = await app.client.reviews.sessions()
    expect(session).toMatchObject({ month, state: 'completed', done: 10, total: 10, secondsUsed: 90 })
    await judgeAll(app, second.reviewId, around(23, 20))
    expect((await app.client.reviews.finish(second)).secondsUsed).toBe(90)
  })
})
