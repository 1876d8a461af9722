import { describe, expect, it } from 'vitest'
import { aReview, aWorkflow, drawMonth, first, judge } from '../../helpers/builders.ts'
import { createTestApp, refusal } from '../../helpers/test-app.ts'

const standardsOf = (...names: string[]) =>
  names.map((name) => ({ name, description: `${name}.`, isMustPass: false }))

describe('quality standards', () => {
  it('are written as a new version each time and the earlier ones stay', async () => {
    await using app = await createTestApp()
    const { id: workflowId } = await app.client.workflows.create(aWorkflow())
    const first = await app.client.standards.current({ workflowId })
    const second = await app.client.standards.save({
      workflowId,
      standards: standardsOf('Short'),
      reason: '',
    })
    expect(second).toEqual({
      id: 2,
      workflowId,
      version: 2,
      createdAt: app.clock.now(),
      standards: [{ id: 4, name: 'Short', description: 'Short.', isMustPass: false }],
    })
    expect(await app.client.standards.versions({ workflowId })).toEqual([second, first])
  })

  it('stay with the reviews that were drawn by them', async () => {
    await using app = await createTestApp()
    const old = await aReview(app.client)
    const item = first(old.items)
    const judged = await judge(app.client, item)
    await app.client.standards.save({
      workflowId: old.workflowId,
      standards: standardsOf('Short', 'Friendly'),
      reason: 'The old ones overlapped.',
    })
    const again = await app.client.reviews.get({ reviewId: old.id })
    expect(again.standards).toEqual(old.standards)
    expect(again.items[0]).toEqual(judged)

    app.clock.moveTo('2026-12-10')
    const next = await drawMonth(app.client, old.workflowId, '2026-12')
    expect(next.standards.map(({ name }) => name)).toEqual(['Short', 'Friendly'])
    expect(next.items[0]?.marks.map(({ verdict }) => verdict)).toEqual([null, null])
  })

  it('change only with a reason once a sample was drawn, and the change log says so', async () => {
    await using app = await createTestApp()
    const { workflowId } = await aReview(app.client)
    const save = (reason: string) =>
      app.client.standards.save({ workflowId, standards: standardsOf('Short'), reason })
    expect(await refusal(save('  '))).toMatchObject({ code: 'INVALID_INPUT', fields: ['reason'] })
    expect(await app.client.standards.versions({ workflowId })).toHaveLength(1)
    await save('Simpler.')
    const { rows } = await app.client.changes.list({ workflowId, search: '', offset: 0 })
    expect(rows).toMatchObject([
      {
        kind: 'measure',
        what: 'Quality standards of Customer replies, version 2',
        from: 'Accurate, Right tone, Safe to send (must-pass)',
        to: 'Short',
        why: 'Simpler.',
        isAutomatic: true,
      },
    ])
  })

  it.each([
    ['none', [], 'standards'],
    ['ten', standardsOf(...'abcdefghij'), 'standards'],
    ['the same name twice', standardsOf('Short', 'Long', 'SHORT'), 'standards.2.name'],
    ['an empty name', standardsOf('Short', '  '), 'standards.1.name'],
  ])('are refused when there is %s', async (_case, standards, field) => {
    await using app = await createTestApp()
    const { id: workflowId } = await app.client.workflows.create(aWorkflow())
    expect(await refusal(app.client.standards.save({ workflowId, standards, reason: '' }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [field],
    })
    expect(await app.client.standards.versions({ workflowId })).toHaveLength(1)
  })

  it('may be nine, one for each digit key', async () => {
    await using app = await createTestApp()
    const { id: workflowId } = await app.client.workflows.create(aWorkflow())
    const nine = standardsOf(...'abcdefghi')
    const saved = await app.client.standards.save({ workflowId, standards: nine, reason: '' })
    expect(saved.standards.map(({ name }) => name)).toEqual([...'abcdefghi'])
  })

  it('are NOT_FOUND for a workflow that has none and for one that is not there', async () => {
    await using app = await createTestApp()
    const { id: workflowId } = await app.client.workflows.create(aWorkflow({ standards: [] }))
    expect(await refusal(app.client.standards.current({ workflowId }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(
      await refusal(
        app.client.standards.save({ workflowId: 9, standards: standardsOf('Short'), reason: '' }),
      ),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })
})
