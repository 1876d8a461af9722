import { describe, expect, it } from 'vitest'
import { defaultLines } from '../../../shared/domain/figures/status.ts'
import { textLinesSentence } from '../../../shared/domain/figures/text-lines.ts'
import { findingHeadline } from '../../../shared/domain/findings/finding-words.ts'
import { aWorkflow, drawMonth, judge, updateOf } from '../../helpers/builders.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

const defaultTimeLines = { targetLine: defaultLines.target, updateLine: defaultLines.update }
const lineless = { targetLine: null, updateLine: null, goLiveOn: '2026-01-01' } as const

/** An evening with a text workflow: for each output so many minutes of 100 as seven tenths of the text changed. */
async function firstEvening(app: TestApp, overrides: Parameters<typeof aWorkflow>[0] = {}) {
  const { id } = await app.client.workflows.create(aWorkflow({ ...lineless, ...overrides }))
  const { id: reviewId, items } = await drawMonth(app.client, id, '2026-11', 10)
  for (const item of items) {
    await judge(app.client, item, { editMinutes: Math.round((item.editing ?? 0) * 70) })
  }
  const { finding, ...review } = await app.client.reviews.finish({ reviewId })
  if (!finding) throw new Error('A finished review has a finding')
  return { id, reviewId, finding, review }
}

describe('a text workflow without lines', () => {
  it('ends its first evening with figure and range, neutral, wherever it is shown', async () => {
    await using app = await createTestApp()
    const { id, reviewId, finding, review } = await firstEvening(app)
    expect(finding).toMatchObject({
      status: 'finding_lines',
      lines: null,
      againstLines: null,
      updateDue: [],
      headline: { kind: 'finding_lines' },
      nextStep: { kind: 'set_lines' },
    })
    expect(finding.figure.mean).toBeGreaterThan(0.3)
    expect(finding.figure.range).not.toBeNull()
    expect(findingHeadline(finding, 'en-GB')).toMatch(/^Finding your lines: \d+\.\d% of the text changed$/)
    expect(review.result?.figure).toMatchObject({ targetLine: null, updateLine: null })

    const home = await app.client.results.home()
    expect(home.todos.filter(({ mark }) => mark !== null)).toEqual([
      expect.objectContaining({ id: `lines:${id}`, mark: 'finding_lines', action: 'Find or set your lines' }),
    ])
    const [line] = await app.client.results.overview()
    expect(line?.finding?.status).toBe('finding_lines')
    const results = await app.client.results.workflow({ workflowId: id })
    expect(results).toMatchObject({ targetLine: null, updateLine: null })
    expect((await app.client.reviews.session({ month: '2026-11' })).tasks[0]?.status).toBe('finding_lines')
    expect(await app.client.signals.triggers()).toEqual([])
    expect((await app.client.results.done({ reviewId })).rows.at(-1)?.values).toHaveLength(10)
  })

  it('is told from ten outputs with both where lines of time lie in its text', async () => {
    await using app = await createTestApp()
    const { id } = await firstEvening(app, { byHandMinutes: 100 })
    const { noted, found } = await app.client.reviews.textLines({ workflowId: id })
    expect(noted).toBe(10)
    // 15 of 100 minutes are 15 / 0.7 = 21 % of the text.
    expect(found?.lines.target).toBeCloseTo(0.214, 1)
    const sentence = '15% of the time was about 21% of the text here (rough guide, 10 pairs)'
    expect(found && textLinesSentence(found, defaultLines, 'en-GB')).toBe(sentence)
    // Home says it too, from the same guide.
    expect((await app.client.results.home()).todos).toContainEqual(
      expect.objectContaining({
        ...{ id: `lines:${id}`, title: 'The lines of Customer replies are found' },
        ...{ detail: `${sentence}.`, action: 'Look at them' },
      }),
    )
  })

  it('needs the minutes by hand before minutes are shares of time', async () => {
    await using app = await createTestApp()
    const { id } = await firstEvening(app)
    expect(await app.client.reviews.textLines({ workflowId: id })).toEqual({ noted: 10, found: null })
    const workflow = await app.client.workflows.get({ id })
    await app.client.workflows.update(updateOf(workflow, { byHandMinutes: 100, reason: 'Agreed.' }))
    expect((await app.client.reviews.textLines({ workflowId: id })).found).not.toBeNull()
  })

  it('is what a workflow becomes that is measured by its text from now on: 15 and 20 are shares of time', async () => {
    await using app = await createTestApp()
    const minutes = { measure: 'minutes', byHandMinutes: 100, ...defaultTimeLines } as const
    const workflow = await app.client.workflows.create(aWorkflow({ ...lineless, ...minutes }))
    const changed = await app.client.workflows.update(
      updateOf(workflow, { measure: 'text', reason: 'Both are kept.' }),
    )
    expect(changed).toMatchObject({ measure: 'text', targetLine: null, updateLine: null })
    const { id: reviewId, items } = await drawMonth(app.client, workflow.id, '2026-11', 10)
    for (const item of items) await judge(app.client, item)
    expect((await app.client.reviews.finish({ reviewId })).finding).toMatchObject({
      status: 'finding_lines',
      updateDue: [],
    })
    // The lines of its own that she enters with it are hers.
    const own = { measure: 'text', targetLine: 0.22, updateLine: 0.3, name: 'Other' } as const
    const other = await app.client.workflows.create(aWorkflow({ ...lineless, ...minutes, name: 'Other' }))
    expect(await app.client.workflows.update(updateOf(other, own))).toMatchObject(own)
  })

  it('is judged by its first lines in the months it had none as well; what was said stays', async () => {
    await using app = await createTestApp()
    const { id, reviewId, finding } = await firstEvening(app)
    const workflow = await app.client.workflows.get({ id })
    await app.client.workflows.update(
      updateOf(workflow, { targetLine: 0.22, updateLine: 0.29, reason: 'Found from ten outputs.' }),
    )
    const { points } = await app.client.results.workflow({ workflowId: id })
    expect(points[0]).toMatchObject({
      origin: { cause: 'lines_found' },
      finding: { lines: { target: 0.22, update: 0.29 }, figure: finding.figure, status: 'update_suggested' },
    })
    expect((await app.client.reviews.get({ reviewId })).finding?.status).toBe('update_suggested')
    const [change] = (await app.client.changes.list({ workflowId: id, kind: null, search: '', offset: 0 }))
      .rows
    expect(change?.what).toBe('Lines of Customer replies')
    expect(change?.from).toBe('Text changed; no lines yet; 10 outputs a month')
    expect(change?.to).toBe('Text changed; target below 22%, update above 29%; 10 outputs a month')
    // Other lines later hold from then on: nothing computed before them is touched.
    const now = await app.client.workflows.get({ id })
    await app.client.workflows.update(updateOf(now, { targetLine: 0.7, updateLine: 0.8, reason: 'Other.' }))
    const after = await app.client.results.workflow({ workflowId: id })
    expect(after.points[0]?.finding.lines).toEqual({ target: 0.22, update: 0.29 })
  })

  it.each([
    [{ targetLine: 0.2, updateLine: null }, 'updateLine'],
    [{ targetLine: null, updateLine: 0.2 }, 'targetLine'],
    [{ ...lineless, measure: 'minutes' as const, byHandMinutes: 20 }, 'targetLine'],
  ])('has both lines or none, and none only by text: %j', async (fields, field) => {
    await using app = await createTestApp()
    await expect(app.client.workflows.create(aWorkflow(fields))).rejects.toMatchObject({
      data: { problems: [expect.objectContaining({ field })] },
    })
  })
})
