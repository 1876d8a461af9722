import { describe, expect, it } from 'vitest'
import { findingHeadline, findingSentences } from '../../../shared/domain/findings/finding-words.ts'
import {
  aReview,
  aWorkflow,
  drawMonth,
  finishReview,
  judge,
  marksOf,
  someOutputs,
  updateOf,
} from '../../helpers/builders.ts'
import { aFinding } from '../../helpers/findings.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

const byMinutes = { measure: 'minutes', byHandMinutes: 16, goLiveOn: '2026-04-10' } as const

/** Every sample is of its own month alone, so that an output's place says what it was given. */
async function openApp(): Promise<TestApp> {
  const app = await createTestApp()
  await app.client.company.updatePreferences({ seenAgain: false })
  return app
}

/** Reviews a month late in it, every output with these correction minutes. */
async function reviewMonth(app: TestApp, workflowId: number, month: string, minutes: number) {
  app.clock.moveTo(`${month}-25`)
  const { id: reviewId, items } = await drawMonth(app.client, workflowId, month, 12)
  for (const [index, item] of items.entries()) {
    await judge(app.client, item, { editMinutes: minutes + (index % 2 === 0 ? 0.5 : -0.5) })
  }
  return app.client.reviews.finish({ reviewId })
}

const workflowOf = (app: TestApp, overrides = {}) =>
  app.client.workflows.create(aWorkflow({ ...byMinutes, ...overrides }))

describe('the results of a workflow', () => {
  it('are its finished reviews, oldest first, with the figures as they were stored', async () => {
    await using app = await openApp()
    const { id: workflowId } = await workflowOf(app)
    const results: unknown[] = []
    for (const month of ['2026-05', '2026-06', '2026-07']) {
      const { result } = await reviewMonth(app, workflowId, month, 2)
      results.push(result)
    }
    const { points } = await app.client.results.workflow({ workflowId })
    expect(points.map(({ month, finishedOn, drawMethod }) => [month, finishedOn, drawMethod])).toEqual([
      ['2026-05', '2026-05-25', 'random'],
      ['2026-06', '2026-06-25', 'random'],
      ['2026-07', '2026-07-25', 'random'],
    ])
    expect(points.map(({ result }) => result)).toEqual(results)
  })

  it('take the latest review as month-3 level until one was finished three months after go-live', async () => {
    await using app = await openApp()
    const { id: workflowId } = await workflowOf(app)
    const level = async () => (await app.client.results.workflow({ workflowId })).finding?.monthThree ?? null
    expect(await level()).toBeNull()
    const levels: unknown[] = []
    for (const [month, minutes] of [
      ['2026-05', 4],
      ['2026-06', 3],
      ['2026-07', 2],
      ['2026-08', 5],
    ] as const) {
      await reviewMonth(app, workflowId, month, minutes)
      levels.push(await level())
    }
    expect(levels).toMatchObject([
      { months: ['2026-05'], mean: 0.25, isProvisional: true },
      { months: ['2026-06'], mean: 0.1875, isProvisional: true },
      { months: ['2026-06', '2026-07'], mean: 0.15625, isProvisional: false },
      { months: ['2026-06', '2026-07'], mean: 0.15625, isProvisional: false },
    ])
  })

  it('are not compared across a change of the measure, and the change is marked on the chart', async () => {
    await using app = await openApp()
    const workflow = await workflowOf(app)
    await reviewMonth(app, workflow.id, '2026-07', 2)
    await reviewMonth(app, workflow.id, '2026-08', 2)
    const rev = (await app.client.workflows.get({ id: workflow.id })).rev
    await app.client.workflows.update(
      updateOf(workflow, { rev, measure: 'text', reason: 'Both texts are at hand now.' }),
    )
    app.clock.moveTo('2026-09-25')
    const { id } = await drawMonth(app.client, workflow.id, '2026-09')
    const { finding } = await finishReview(app.client, id)
    expect(finding?.moves).toMatchObject({
      monthThree: { verdict: 'cannot_be_compared' },
      lastMonth: { verdict: 'cannot_be_compared', why: 'measure_changed' },
    })
    const results = await app.client.results.workflow({ workflowId: workflow.id })
    expect(results.points.map(({ result }) => result.figure.measure)).toEqual(['minutes', 'minutes', 'text'])
    expect(results.finding?.monthThree).toMatchObject({ months: ['2026-09'] })
    expect(results.markers).toMatchObject([{ number: 1, onDate: '2026-08-25', isMeasureChange: true }])
    expect(findingSentences(finding ?? aFinding(), 'en-GB').join(' ')).not.toMatch(/July|August/)
    const [line] = await app.client.results.overview()
    expect(line?.spark.map(({ month }) => month)).toEqual(['2026-09'])
  })

  it('of a sample picked by hand are compared with nothing', async () => {
    await using app = await openApp()
    const workflow = await workflowOf(app, { measure: 'text' })
    app.clock.moveTo('2026-07-25')
    await finishReview(app.client, (await drawMonth(app.client, workflow.id, '2026-07')).id)
    app.clock.moveTo('2026-08-25')
    const month = '2026-08'
    await app.client.imports.paste({ workflowId: workflow.id, month, pairs: someOutputs(20) })
    const { outputs } = await app.client.reviews.candidates({
      workflowId: workflow.id,
      month,
      search: '',
      offset: 0,
    })
    const outputIds = outputs.slice(0, 8).map(({ id }) => id)
    const { reviewId } = await app.client.reviews.draw({ workflowId: workflow.id, month, outputIds })
    const { finding, result } = await finishReview(app.client, reviewId)
    expect(result?.figure).toMatchObject({ low: null, high: null })
    if (!finding) throw new Error('no finding')
    const said = [findingHeadline(finding, 'en-GB'), ...findingSentences(finding, 'en-GB')].join(' ')
    expect(said).not.toMatch(/about the same|can be chance|higher|lower|likely/i)
    expect(finding.moves.lastMonth.why).toBe('by_hand')
  })

  it('list judged outputs newest first, page by page, with what was not met', async () => {
    await using app = await openApp()
    const { id: reviewId, workflowId } = await aReview(app.client, { outputs: 5 })
    const { items } = await app.client.reviews.get({ reviewId })
    for (const [index, item] of items.entries()) {
      await judge(
        app.client,
        item,
        index === 1 ? { marks: marksOf(item, ['not_met', 'met', 'not_met']), isFlagged: true } : {},
      )
    }
    const page = (offset: number) => app.client.results.outputs({ workflowId, offset, limit: 2 })
    const pages = [await page(0), await page(2), await page(4), await page(6)]
    expect(pages.map(({ rows, total }) => [rows.map(({ position }) => position), total])).toEqual([
      [[1, 2], 5],
      [[3, 4], 5],
      [[5], 5],
      [[], 5],
    ])
    expect(pages[0]?.rows[1]).toEqual({
      itemId: items[1]?.id,
      reviewId,
      month: '2026-11',
      position: 2,
      excerpt: items[1]?.output.request,
      editing: items[1]?.editing,
      satisfaction: null,
      isFitToSend: false,
      isFlagged: true,
      issues: [
        expect.objectContaining({ standard: 'Accurate', type: 'Wrong fact', isMustPass: false }),
        expect.objectContaining({ standard: 'Safe to send', type: 'Wrong fact', isMustPass: true }),
      ],
    })
    const output = await app.client.results.output({ itemId: items[1]?.id ?? 0 })
    expect(output).toMatchObject({
      output: items[1]?.output,
      month: '2026-11',
      workflowId,
      workflowName: 'Customer replies',
      editing: items[1]?.editing,
    })
  })

  it('count the issues of the last three months by Foundation section, most first', async () => {
    await using app = await openApp()
    const { id: workflowId } = await workflowOf(app)
    for (const [month, sections] of [
      ['2026-05', ['Tone', 'Tone', 'Tone', 'Tone']],
      ['2026-06', ['Rules', 'Tone']],
      ['2026-07', []],
      ['2026-08', ['Rules']],
    ] as const) {
      app.clock.moveTo(`${month}-25`)
      const { id: reviewId, items } = await drawMonth(app.client, workflowId, month, 5)
      for (const [index, item] of items.entries()) {
        const section = sections[index]
        const marks = marksOf(item, section ? ['not_met', 'met', 'met'] : 'met')
        await judge(app.client, item, {
          marks: marks.map((mark) => ({ ...mark, section: mark.issueType && (section ?? null) })),
        })
      }
      await app.client.reviews.finish({ reviewId })
    }
    const { issues } = await app.client.results.workflow({ workflowId })
    expect(issues).toMatchObject([
      { section: 'Rules', count: 2, mostOften: 'Wrong fact' },
      { section: 'Tone', count: 1, mostOften: 'Wrong fact' },
    ])
  })
})
