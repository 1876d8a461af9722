import { describe, expect, it } from 'vitest'
import { documentsOf } from '../../helpers/documents.ts'
import {
  addInput,
  aRevealedTest,
  aSetUpTest,
  aTestedWorkflow,
  pasteAll,
  updateOf,
} from '../../helpers/model-tests.ts'
import { createTestApp, refusal } from '../../helpers/test-app.ts'

const decision = {
  why: 'It is shorter and just as right.',
  decidedBy: 'Dana',
  approvedBy: 'Ines Moreau',
  onDate: '2026-11-21',
  rollOut: null,
}
const pilot = { stage: 'pilot', team: 'Sales', until: '2026-12-31' } as const

describe('the decision', () => {
  it.each(['stay', 'test_more'] as const)('%s is written down and changes nothing', async (choice) => {
    await using app = await createTestApp()
    const { client } = app
    const { id } = await aRevealedTest(app, [await aTestedWorkflow(app, 2)])
    const before = await client.changes.list({ workflowId: null, search: '', offset: 0 })
    const decided = await client.modelTests.decide({ id, decision: choice, ...decision })
    expect(decided).toMatchObject({
      state: 'decided',
      decision: choice,
      changeNumbers: [],
      why: decision.why,
    })
    expect(await client.changes.list({ workflowId: null, search: '', offset: 0 })).toEqual(before)
    expect(await refusal(client.modelTests.decide({ id, decision: 'switch', ...decision }))).toMatchObject({
      code: 'CONFLICT',
    })
  })

  it('is refused as a whole for a day that cannot be', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id } = await aRevealedTest(app, [await aTestedWorkflow(app, 2)])
    for (const onDate of ['2026-11-22', '2026-03-01']) {
      const call = client.modelTests.decide({ id, decision: 'switch', ...decision, onDate })
      expect(await refusal(call)).toMatchObject({ code: 'INVALID_INPUT', fields: ['onDate'] })
    }
    expect(await client.modelTests.get({ id })).toMatchObject({ state: 'revealed', changeNumbers: [] })
  })

  it('goes by the name where the model id was left as it was', async () => {
    await using app = await createTestApp()
    const { client } = app
    const workflowId = await aTestedWorkflow(app, 2)
    const { id } = await aRevealedTest(app, [workflowId], 'model-old', 'GPT 4')
    await client.modelTests.decide({ id, decision: 'switch', ...decision })
    expect(await client.workflows.get({ id: workflowId })).toMatchObject({ model: 'GPT 4' })
  })

  it('leaves the workflow’s model as it is while a pilot tries the new one', async () => {
    await using app = await createTestApp()
    const { client } = app
    const workflowId = await aTestedWorkflow(app, 2)
    const { id } = await aRevealedTest(app, [workflowId])
    await client.modelTests.decide({ id, decision: 'switch', ...decision, rollOut: pilot })
    expect(await client.workflows.get({ id: workflowId })).toMatchObject({ model: 'model-old' })
    const { pilots } = await client.releases.at({ workflowId, on: '2026-11-21' })
    expect(pilots).toMatchObject([{ rollOut: { stage: 'pilot', team: 'Sales' } }])
  })

  it('records new instructions as a change with both wordings', async () => {
    await using app = await createTestApp()
    const { client } = app
    const fields = updateOf(await aSetUpTest(client, [await aTestedWorkflow(app, 1)], 'model-old'))
    const workflows = fields.workflows.map((each) => ({
      ...each,
      candidate: { ...each.candidate, instructions: 'Answer briefly.' },
    }))
    const { id } = await client.modelTests.update({ ...fields, workflows })
    await client.modelTests.lock({ id })
    await pasteAll(client, id)
    await client.modelTests.startJudging({ id })
    await client.modelTests.reveal({ id })
    const { changeNumbers } = await client.modelTests.decide({ id, decision: 'switch', ...decision })
    expect(await client.changes.get({ number: changeNumbers[0] ?? 0 })).toMatchObject({
      kind: 'prompt',
      what: 'Customer replies: instructions of the model test',
      from: 'model-old\n\nAnswer politely.\n\n# Prices\n\nShipping costs 5 euros.',
      to: 'model-old\n\nAnswer briefly.',
      documentId: null,
    })
  })

  it.each([
    ['names the new model', null, 'model-new'],
    ['keeps the model while a pilot tries the new one', pilot, 'model-old'],
  ])('%s in a workflow that has none under version control', async (_name, rollOut, model) => {
    await using app = await createTestApp()
    const { client } = app
    const { id: workflowId } = await client.workflows.create({
      ...(await client.workflows.get({ id: await aTestedWorkflow(app, 0, { name: 'Offers' }) })),
      name: 'Replies',
      standards: [],
    })
    await addInput(client, workflowId, 'case 1')
    await documentsOf(app).prompt(workflowId, 'Answer.', '2026-03-04')
    const { id } = await aRevealedTest(app, [workflowId])
    const { changeNumbers } = await client.modelTests.decide({ id, decision: 'switch', ...decision, rollOut })
    expect(await client.changes.get({ number: changeNumbers[0] ?? 0 })).toMatchObject({
      kind: 'model',
      from: 'model-old',
      to: 'model-new',
    })
    expect(await client.workflows.get({ id: workflowId })).toMatchObject({ model })
  })
})
