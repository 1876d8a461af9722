import { describe, expect, it } from 'vitest'
import { likelyRange, mean } from '../../../shared/domain/figures/statistics.ts'
import {
  aReview,
  aWorkflow,
  finishReview,
  judge,
  marksOf,
  someOutputs,
  updateOf,
} from '../../helpers/builders.ts'
import { createTestApp, refusal } from '../../helpers/test-app.ts'

const month = '2026-11'
const minutes = { measure: 'minutes', byHandMinutes: 20 } as const

describe('finishing a review', () => {
  it('gives the figure of its outputs by the rule, and stores what it was computed with', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client)
    app.clock.pass(3600)
    const finished = await finishReview(app.client, review.id)
    const values = review.items.flatMap(({ editing }) => editing ?? [])
    const range = likelyRange(values, { max: 1 })
    expect(values).toHaveLength(10)
    expect(finished).toEqual({
      ...review,
      state: 'finished',
      finishedAt: '2026-11-21T10:30:00.000Z',
      rev: review.rev + 1,
      items: finished.items,
      undoLabel: null,
      result: {
        figure: {
          mean: mean(values),
          low: range?.low,
          high: range?.high,
          known: 10,
          unknown: 0,
          measure: 'text',
          targetLine: 0.15,
          updateLine: 0.2,
          byHandMinutes: null,
          ruleVersion: 'editing 1, status 2, finding 2',
          standardsVersion: 1,
        },
        reviewed: 10,
        standardsMet: 30,
        standardsJudged: 30,
        notFitToSend: 0,
        satisfactionUsers: null,
        satisfactionReviewer: null,
        replaced: 0,
        flagged: 0,
        topIssue: null,
        secondsUsed: 0,
      },
      finding: expect.objectContaining({
        month: '2026-11',
        figure: { mean: mean(values), range, known: 10, unknown: 0 },
      }),
    })
    await app.restart()
    expect(await app.client.reviews.get({ reviewId: review.id })).toEqual(finished)
  })

  it('leaves outputs with unknown editing out of the mean and counts them', async () => {
    await using app = await createTestApp()
    const { id: reviewId, items } = await aReview(app.client, { workflow: minutes })
    for (const [index, item] of items.entries()) {
      await judge(app.client, item, index < 6 ? { editMinutes: index } : {})
    }
    const { result, finding } = await app.client.reviews.finish({ reviewId })
    expect(result?.figure).toMatchObject({ known: 6, unknown: 4, byHandMinutes: 20 })
    expect(finding?.status).toBe('on_target')
    expect(result?.figure.mean).toBeCloseTo(0.125, 12)
  })

  it('says not enough yet below five known values', async () => {
    await using app = await createTestApp()
    const { id: reviewId, items } = await aReview(app.client, { workflow: minutes })
    for (const [index, item] of items.entries()) {
      await judge(app.client, item, index < 4 ? { editMinutes: 15 } : {})
    }
    const { result, finding } = await app.client.reviews.finish({ reviewId })
    expect(result?.figure).toMatchObject({ known: 4, unknown: 6, mean: 0.75 })
    expect(finding?.status).toBe('not_enough')
  })

  it('that is not complete names every output still open', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client, { outputs: 5 })
    for (const index of [0, 2, 4]) {
      const item = review.items[index]
      if (item) await judge(app.client, item)
    }
    const open = await app.client.reviews.get({ reviewId: review.id })
    expect(await refusal(app.client.reviews.finish({ reviewId: review.id }))).toEqual({
      code: 'INVALID_INPUT',
      message: 'Outputs 2, 4 are not finished yet. Judge them or set them aside, then finish.',
      fields: [review.items[1], review.items[3]].map((item) => `item:${item?.id}`),
    })
    expect(await app.client.reviews.get({ reviewId: review.id })).toEqual(open)
  })

  it('counts standards, must-pass, flags, issues, set-asides and both satisfactions apart', async () => {
    await using app = await createTestApp()
    const { id: reviewId } = await aReview(app.client, { outputs: 12 })
    const current = async () => (await app.client.reviews.get({ reviewId })).items
    const [aside] = await current()
    if (aside)
      await app.client.reviews.replace({ itemId: aside.id, rev: aside.rev, reason: 'A test message' })
    for (const [index, item] of (await current()).entries()) {
      const special = [
        { marks: marksOf(item, ['met', 'met', 'not_met']), satisfaction: 1, ratedBy: 'user' as const },
        { marks: marksOf(item, ['not_met', 'met', 'met']), satisfaction: 4, ratedBy: 'user' as const },
        {
          marks: marksOf(item, ['met', 'not_applicable', 'met']),
          satisfaction: 2,
          ratedBy: 'reviewer' as const,
        },
        { isFlagged: true, note: 'Show Jonas' },
      ][index]
      await judge(app.client, item, special)
    }
    const { result } = await app.client.reviews.finish({ reviewId })
    expect(result).toMatchObject({
      reviewed: 10,
      standardsMet: 27,
      standardsJudged: 29,
      notFitToSend: 1,
      satisfactionUsers: 2.5,
      satisfactionReviewer: 2,
      replaced: 1,
      flagged: 1,
      topIssue: { type: 'Wrong fact', count: 2 },
    })
  })

  it('of a sample picked by hand gives no likely range', async () => {
    await using app = await createTestApp()
    const { id: workflowId } = await app.client.workflows.create(aWorkflow())
    await app.client.imports.paste({ workflowId, month, pairs: someOutputs(20) })
    const { reviewId } = await app.client.reviews.draw({ workflowId, month, outputIds: [1, 2, 3, 4, 5, 6] })
    const { result, finding } = await finishReview(app.client, reviewId)
    expect(result?.figure).toMatchObject({ known: 6, low: null, high: null, mean: expect.any(Number) })
    expect(finding).toMatchObject({ sample: 'by_hand', figure: { range: null } })
  })

  it('keeps its figure when the workflow is measured otherwise later', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client)
    const finished = await finishReview(app.client, review.id)
    const workflow = await app.client.workflows.get({ id: review.workflowId })
    const reason = 'Agreed with Jonas.'
    await app.client.workflows.update(
      updateOf(workflow, { ...minutes, targetLine: 0.01, updateLine: 0.02, reason }),
    )
    expect(await app.client.reviews.get({ reviewId: review.id })).toMatchObject({ result: finished.result })
  })
})

describe('a finished review', () => {
  it('is locked: nothing of it can be saved, set aside, undone, timed or finished again', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client, { outputs: 3 })
    const finished = await finishReview(app.client, review.id)
    const { id: reviewId, items } = finished
    const itemId = items[0]?.id ?? 0
    const rev = items[0]?.rev ?? 0
    const { reviews } = app.client
    const calls = [
      reviews.save({ itemId, rev, patch: { note: 'Late' } }),
      reviews.replace({ itemId, rev, reason: 'Late' }),
      reviews.undo({ reviewId }),
      reviews.moveTo({ reviewId, cursor: finished.cursor, spent: [{ itemId, seconds: 5 }] }),
      reviews.finish({ reviewId }),
    ]
    for (const call of calls) {
      expect(await refusal(call)).toEqual({
        code: 'CONFLICT',
        message: 'This review is finished and locked. Reopen it with a reason to change it.',
        fields: [],
      })
    }
    expect(await reviews.get({ reviewId })).toEqual(finished)
  })

  it('is reopened with a reason that the activity log keeps, and its result is computed again', async () => {
    await using app = await createTestApp()
    const { id: reviewId } = await aReview(app.client, { workflow: minutes })
    const { items } = await app.client.reviews.get({ reviewId })
    for (const item of items) await judge(app.client, item, { editMinutes: 2.5 })
    const before = await app.client.reviews.finish({ reviewId })
    expect(before.finding?.status).toBe('on_target')
    expect(before.result?.figure).toMatchObject({ mean: 0.125 })

    expect(await refusal(app.client.reviews.reopen({ reviewId, reason: ' ' }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: ['reason'],
    })
    const open = await app.client.reviews.reopen({ reviewId, reason: 'Ben corrected his minutes.' })
    expect(open).toMatchObject({ state: 'open', result: null, finding: null, undoLabel: 'Save and next' })
    const log = app.inspect((db) =>
      db.prepare("SELECT before, after FROM audit WHERE action = 'reopen'").all(),
    ) as { before: string; after: string }[]
    expect(log.map(({ before, after }) => [JSON.parse(before), JSON.parse(after)])).toEqual([
      [before.result, { reason: 'Ben corrected his minutes.' }],
    ])
    expect(await refusal(app.client.reviews.reopen({ reviewId, reason: 'Again' }))).toMatchObject({
      code: 'CONFLICT',
    })

    for (const item of open.items) await judge(app.client, item, { editMinutes: 12.5 })
    app.clock.pass(86_400)
    const after = await app.client.reviews.finish({ reviewId })
    expect(after.finding?.status).toBe('update_due')
    expect(after.result?.figure).toMatchObject({ mean: 0.625 })
    expect(after.finishedAt).toBe('2026-11-22T09:30:00.000Z')
  })

  it('that is open again is no point of the chart until it is finished', async () => {
    await using app = await createTestApp()
    const { id: reviewId, workflowId } = await aReview(app.client, { outputs: 5 })
    await finishReview(app.client, reviewId)
    const points = async () => (await app.client.results.workflow({ workflowId })).points.length
    expect(await points()).toBe(1)
    await app.client.reviews.reopen({ reviewId, reason: 'A late correction.' })
    expect(await points()).toBe(0)
    await app.client.reviews.finish({ reviewId })
    expect(await points()).toBe(1)
  })
})
