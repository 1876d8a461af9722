import { describe, expect, it } from 'vitest'
import { aReview, aWorkflow, drawMonth, someOutputs, updateOf } from '../../helpers/builders.ts'
import { type Client, createTestApp, refusal } from '../../helpers/test-app.ts'

const everyChange = { workflowId: null, search: '', offset: 0 }

describe('a workflow', () => {
  it('is kept as it was entered, with its first standards', async () => {
    await using app = await createTestApp()
    const { standards, ...fields } = aWorkflow()
    const created = await app.client.workflows.create({ ...fields, standards })
    expect(created).toEqual({
      ...fields,
      id: 1,
      rev: 1,
      createdAt: '2026-11-21T09:30:00.000Z',
      hasReviews: false,
    })
    await app.restart()
    expect(await app.client.workflows.list()).toEqual([created])
    expect(await app.client.standards.current({ workflowId: 1 })).toEqual({
      id: 1,
      workflowId: 1,
      version: 1,
      createdAt: '2026-11-21T09:30:00.000Z',
      standards: standards.map((standard, index) => ({ id: index + 1, ...standard })),
    })
  })

  it.each([
    ['another name in capitals', { name: 'CUSTOMER REPLIES' }, 'name'],
    ['lines the wrong way round', { name: 'Other', targetLine: 0.3 }, 'updateLine'],
  ])('is refused with %s, and nothing is written', async (_case, wrong, field) => {
    await using app = await createTestApp()
    const first = await app.client.workflows.create(aWorkflow())
    expect(await refusal(app.client.workflows.create(aWorkflow(wrong)))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [field],
    })
    expect(await app.client.workflows.list()).toEqual([first])
  })

  it('is refused as a whole when two of its standards share a name', async () => {
    await using app = await createTestApp()
    const [standard] = aWorkflow().standards
    const standards = standard ? [standard, { ...standard, name: 'accurate' }] : []
    expect(await refusal(app.client.workflows.create(aWorkflow({ standards })))).toEqual({
      code: 'INVALID_INPUT',
      message: 'Two standards are called accurate. Give each its own name.',
      fields: ['standards.1.name'],
    })
    expect(await app.client.workflows.list()).toEqual([])
  })

  it('keeps its own name on an update and refuses the name of another', async () => {
    await using app = await createTestApp()
    const first = await app.client.workflows.create(aWorkflow())
    await app.client.workflows.create(aWorkflow({ name: 'Proposals' }))
    const renamed = await app.client.workflows.update(updateOf(first, { name: 'customer replies' }))
    expect(renamed).toEqual({ ...first, name: 'customer replies', rev: 2 })
    expect(
      await refusal(app.client.workflows.update(updateOf(renamed, { name: 'PROPOSALS' }))),
    ).toMatchObject({ code: 'INVALID_INPUT', fields: ['name'] })
  })

  it('that another window changed first is not overwritten', async () => {
    await using app = await createTestApp()
    const first = await app.client.workflows.create(aWorkflow())
    const newer = await app.client.workflows.update(updateOf(first, { purpose: 'Newer' }))
    expect(await refusal(app.client.workflows.update(updateOf(first, { purpose: 'Older' })))).toMatchObject({
      code: 'CONFLICT',
    })
    expect(await app.client.workflows.get({ id: first.id })).toEqual(newer)
  })

  it.each(['workflows.get', 'workflows.update'])(
    'that is not there is NOT_FOUND for %s',
    async (procedure) => {
      await using app = await createTestApp()
      const workflow = await app.client.workflows.create(aWorkflow())
      const call =
        procedure === 'workflows.get'
          ? app.client.workflows.get({ id: 99 })
          : app.client.workflows.update(updateOf(workflow, { id: 99 }))
      expect(await refusal(call)).toMatchObject({ code: 'NOT_FOUND' })
    },
  )

  it('that is retired leaves the task list but stays in the list of workflows, last', async () => {
    await using app = await createTestApp()
    const retired = await app.client.workflows.create(
      aWorkflow({ stage: 'retired', retiredOn: '2026-04-30' }),
    )
    const other = await app.client.workflows.create(aWorkflow({ name: 'Proposals' }))
    expect(await app.client.workflows.list()).toEqual([other, retired])
    const { tasks } = await app.client.reviews.session({ month: '2026-11' })
    expect(tasks.map(({ workflowName }) => workflowName)).toEqual(['Proposals'])
  })
})

describe('deleting a workflow', () => {
  it('takes it out with what came in for it, and the log keeps what it was', async () => {
    await using app = await createTestApp()
    const { client } = app
    const workflow = await client.workflows.create(aWorkflow())
    const { id } = workflow
    await client.imports.paste({ workflowId: id, month: '2026-11', pairs: someOutputs(12) })
    expect(await refusal(client.workflows.remove({ id, name: 'Other' }))).toMatchObject({ fields: ['name'] })
    await client.workflows.remove({ id, name: workflow.name })
    expect(await client.workflows.list()).toEqual([])
    expect((await client.reviews.session({ month: '2026-11' })).tasks).toEqual([])
    const rows = app.inspect((db) => ({
      outputs: db.prepare('SELECT count(*) FROM outputs').pluck().get(),
      orphans: db.pragma('foreign_key_check'),
      entry: db
        .prepare("SELECT before FROM audit WHERE entity = 'workflow' AND action = 'delete'")
        .pluck()
        .get(),
    }))
    expect(rows).toMatchObject({ outputs: 0, orphans: [] })
    expect(JSON.parse(String(rows.entry))).toMatchObject({ id, name: workflow.name })
    // Its name is free again.
    expect(await client.workflows.create(aWorkflow())).toMatchObject({ name: workflow.name })
  })

  it.each([
    ['a review', (client: Client, id: number) => drawMonth(client, id, '2026-11')],
    [
      'a prompt or a model',
      (client: Client, workflowId: number) =>
        client.documents.create({ kind: 'prompt', workflowId, name: 'Prompt', text: 'Answer.' }),
    ],
  ])('is refused where %s is in the record', async (what, write) => {
    await using app = await createTestApp()
    const { id, name } = await app.client.workflows.create(aWorkflow())
    await write(app.client, id)
    const answer = await refusal(app.client.workflows.remove({ id, name }))
    expect(answer).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining(`There is ${what}`) })
    expect(await app.client.workflows.list()).toHaveLength(1)
  })
})

describe('changing how a workflow is measured', () => {
  const measuredOtherwise = [
    [
      'the measure',
      { measure: 'minutes', byHandMinutes: 20 } as const,
      'Customer replies is measured by minutes',
    ],
    ['the target', { targetLine: 0.1 }, 'Lines of Customer replies'],
    ['the update line', { updateLine: 0.25 }, 'Lines of Customer replies'],
    ['the sample size', { sampleSize: 20 }, 'Outputs in a review of Customer replies'],
  ] as const

  it.each(measuredOtherwise)('by %s writes no change before the first draw', async (_what, patch) => {
    await using app = await createTestApp()
    const workflow = await app.client.workflows.create(aWorkflow())
    await app.client.workflows.update(updateOf(workflow, patch))
    expect(await app.client.changes.list(everyChange)).toEqual({ rows: [], total: 0 })
  })

  it.each(measuredOtherwise)(
    'by %s needs a reason after it and writes one change',
    async (_what, patch, what) => {
      await using app = await createTestApp()
      const { workflowId } = await aReview(app.client)
      const workflow = await app.client.workflows.get({ id: workflowId })
      expect(workflow.hasReviews).toBe(true)
      expect(await refusal(app.client.workflows.update(updateOf(workflow, patch)))).toMatchObject({
        code: 'INVALID_INPUT',
        fields: ['reason'],
      })
      expect(await app.client.workflows.get({ id: workflowId })).toEqual(workflow)
      expect(await app.client.changes.list(everyChange)).toEqual({ rows: [], total: 0 })

      const after = await app.client.workflows.update(
        updateOf(workflow, { ...patch, reason: 'Agreed with Jonas.' }),
      )
      expect(after).toEqual({ ...workflow, ...patch, rev: workflow.rev + 1 })
      const { rows, total } = await app.client.changes.list(everyChange)
      expect(total).toBe(1)
      expect(rows[0]).toMatchObject({
        number: 1,
        onDate: '2026-11-21',
        workflowIds: [workflowId],
        kind: 'measure',
        what,
        why: 'Agreed with Jonas.',
        isAutomatic: true,
      })
    },
  )

  it('leaves the open review and its figures as they were drawn', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client)
    const workflow = await app.client.workflows.get({ id: review.workflowId })
    await app.client.workflows.update(
      updateOf(workflow, { measure: 'minutes', byHandMinutes: 20, updateLine: 0.5, reason: 'Agreed.' }),
    )
    expect(await app.client.reviews.get({ reviewId: review.id })).toEqual(review)
  })

  it('is not what a new purpose, owner or stage does: no reason, no change', async () => {
    await using app = await createTestApp()
    const { workflowId } = await aReview(app.client)
    const workflow = await app.client.workflows.get({ id: workflowId })
    await app.client.workflows.update(
      updateOf(workflow, { purpose: 'New', processOwner: 'Mira', stage: 'pilot' }),
    )
    expect(await app.client.changes.list(everyChange)).toEqual({ rows: [], total: 0 })
  })
})
