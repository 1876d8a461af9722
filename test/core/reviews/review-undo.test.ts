import { describe, expect, it } from 'vitest'
import type { ItemPatch, ReviewItem } from '../../../shared/contract/reviews/reviews.ts'
import { aReview, aWorkflow, finishReview, first, marksOf } from '../../helpers/builders.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const minutes = { measure: 'minutes', byHandMinutes: 20 } as const

const read = (app: TestApp, reviewId: number) => app.client.reviews.get({ reviewId })
const save = async (app: TestApp, item: ReviewItem, patch: ItemPatch): Promise<ReviewItem> => {
  const { id: itemId, rev } = item
  return { ...item, ...(await app.client.reviews.save({ itemId, rev, patch })).item }
}

describe('undo', () => {
  const withoutRev = (items: readonly ReviewItem[]) => items.map(({ rev: _rev, ...item }) => item)

  it('goes back step by step to the beginning, through next and set-aside, and then says so', async () => {
    await using app = await createTestApp()
    const start = await aReview(app.client, { workflow: minutes })
    const steps: { label: string | null; items: ReturnType<typeof withoutRev> }[] = []
    const patches: ((item: ReviewItem) => ItemPatch)[] = [
      (item) => ({ marks: marksOf(item, ['met', 'not_met', 'not_applicable']) }),
      () => ({ satisfaction: 2, ratedBy: 'user' }),
      () => ({ editMinutes: 4 }),
      () => ({ isFlagged: true, note: 'Look again' }),
      () => ({ isDone: true }),
    ]
    const remember = async () => {
      const { items, undoLabel } = await read(app, start.id)
      steps.push({ label: undoLabel, items: withoutRev(items) })
    }
    await remember()
    for (const patchOf of patches) {
      const item = first((await read(app, start.id)).items)
      await save(app, item, patchOf(item))
      await remember()
    }
    for (let times = 0; times < 3; times++) {
      const { id: itemId, rev } = first((await read(app, start.id)).items)
      await app.client.reviews.replace({ itemId, rev, reason: 'Not ours' })
      await remember()
    }
    const reserve = first((await read(app, start.id)).items)
    await save(app, reserve, { note: 'On the one that came in' })
    await remember()

    await app.restart()
    for (let at = steps.length - 1; at > 0; at--) {
      const { label } = await app.client.reviews.undo({ reviewId: start.id })
      expect(label).toBe(steps[at]?.label)
      const { items, undoLabel } = await read(app, start.id)
      expect({ label: undoLabel, items: withoutRev(items) }).toEqual(steps[at - 1])
    }
    expect(await refusal(app.client.reviews.undo({ reviewId: start.id }))).toMatchObject({ code: 'CONFLICT' })
    const end = await read(app, start.id)
    expect({ ...end, items: withoutRev(end.items) }).toEqual({ ...start, items: withoutRev(start.items) })
  })

  it('after undo takes back the step before, and a new step is taken back first', async () => {
    await using app = await createTestApp()
    const { id: reviewId, items } = await aReview(app.client)
    const one = await save(app, first(items), { note: 'One' })
    await save(app, one, { note: 'Two' })
    await app.client.reviews.undo({ reviewId })
    const back = first((await read(app, reviewId)).items)
    expect(back.note).toBe('One')
    await save(app, back, { note: 'Three' })
    await app.client.reviews.undo({ reviewId })
    expect(first((await read(app, reviewId)).items).note).toBe('One')
    await app.client.reviews.undo({ reviewId })
    expect(first((await read(app, reviewId)).items).note).toBe('')
  })

  it('in one review leaves the other alone', async () => {
    await using app = await createTestApp()
    const one = await aReview(app.client)
    const other = await aReview(app.client, { workflow: { name: 'Proposals' } })
    await save(app, first(one.items), { note: 'One' })
    await save(app, first(other.items), { note: 'Other' })
    await app.client.reviews.undo({ reviewId: one.id })
    expect(first((await read(app, other.id)).items).note).toBe('Other')
    expect(await read(app, one.id)).toMatchObject({ undoLabel: null })
  })

  it('makes a window that did not see it refresh before it saves', async () => {
    await using app = await createTestApp()
    const { id: reviewId, items } = await aReview(app.client)
    const one = await save(app, first(items), { note: 'One' })
    await app.client.reviews.undo({ reviewId })
    expect(await refusal(save(app, one, { note: 'Two' }))).toMatchObject({ code: 'CONFLICT' })
  })
})

describe('a place in a review', () => {
  it('is kept, and is where the next start goes on', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client)
    const item = review.items[6]
    const cursor = {
      itemId: item?.id ?? 0,
      group: 'issue',
      standardId: 2,
      view: 'final',
      scroll: 431.5,
    } as const
    await app.client.reviews.moveTo({ reviewId: review.id, cursor })
    await using next = await app.reopenAsKilled()
    expect(await read(next, review.id)).toEqual({ ...review, cursor })
    expect((await next.client.results.home()).continueAt).toEqual({
      reviewId: review.id,
      workflowName: 'Customer replies',
      position: 7,
      total: 10,
    })
  })

  it.each([[], [{ itemId: null, seconds: 10 }]])(
    'is NOT_FOUND where there is no such review',
    async (...spent) => {
      await using app = await createTestApp()
      await app.client.workflows.create(aWorkflow())
      const cursor = { itemId: null, group: 'standards', standardId: null, view: 'ai', scroll: 0 } as const
      expect(await refusal(app.client.reviews.moveTo({ reviewId: 9, cursor, spent }))).toMatchObject({
        code: 'NOT_FOUND',
      })
    },
  )

  it('comes with what is said, and is kept with it or not at all', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client, { outputs: 3 })
    const { id: itemId, rev } = first(review.items)
    const cursor = { itemId, group: 'note', standardId: null, view: 'ai', scroll: 12 } as const
    const spent = [{ itemId, seconds: 7 }]
    await app.client.reviews.save({ itemId, rev, patch: { isFlagged: true }, cursor, spent })
    expect(await read(app, review.id)).toMatchObject({ cursor, secondsUsed: 7 })
    const late = app.client.reviews.save({
      itemId,
      rev,
      patch: { note: 'Late' },
      cursor: review.cursor,
      spent,
    })
    expect(await refusal(late)).toMatchObject({ code: 'CONFLICT' })
    expect(await read(app, review.id)).toMatchObject({ cursor, secondsUsed: 7 })
  })

  it('counts the time, never below zero, and the time is in the result', async () => {
    await using app = await createTestApp()
    const { id: reviewId, items, cursor } = await aReview(app.client, { outputs: 3 })
    const spending = async (seconds: number) => {
      const spent = [{ itemId: first(items).id, seconds }]
      await app.client.reviews.moveTo({ reviewId, cursor, spent })
      return (await read(app, reviewId)).secondsUsed
    }
    expect([await spending(90), await spending(-20), await spending(-500), await spending(75)]).toEqual([
      90, 70, 0, 75,
    ])
    expect((await finishReview(app.client, reviewId)).result?.secondsUsed).toBe(75)
  })
})
