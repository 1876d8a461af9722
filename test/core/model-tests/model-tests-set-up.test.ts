import { describe, expect, it } from 'vitest'
import { defaultRule, rebased } from '../../../shared/domain/model-tests/rule.ts'
import { aCollectedTest, addInput, aSetUpTest, aTestedWorkflow, updateOf } from '../../helpers/model-tests.ts'
import { createTestApp, refusal } from '../../helpers/test-app.ts'

describe('the set-up', () => {
  it('starts both sides from what is live today', async () => {
    await using app = await createTestApp()
    const workflowId = await aTestedWorkflow(app)
    const created = await app.client.modelTests.create({
      heldOn: '2026-11-21',
      reason: 'A new model.',
      workflowIds: [workflowId],
    })
    const side = {
      name: 'model-old',
      vendor: 'Anthropic',
      provider: 'anthropic',
      model: 'model-old',
      instructions: 'Answer politely.\n\n# Prices\n\nShipping costs 5 euros.',
      maxTokens: 4096,
      settings: 'Temperature: 0.2',
    }
    const [workflow] = created.workflows
    expect(workflow).toMatchObject({ inputCount: 12, current: side, candidate: side })
    const starts = await app.client.modelTests.starts({ workflowId })
    expect(starts[0]).toEqual({
      ...side,
      releaseNumber: workflow?.current.releaseNumber,
      liveOn: '2026-03-04',
      isLive: true,
    })
    expect(starts.filter(({ isLive }) => isLive)).toHaveLength(1)
  })

  it.each([
    [0, { atLeast: 10, of: 12 }],
    [1, { atLeast: 1, of: 1 }],
    [12, { atLeast: 10, of: 12 }],
    [20, { atLeast: 17, of: 20 }],
  ])('asks for 5 of 6 of %i inputs', (inputs, rule) => {
    expect(defaultRule(inputs)).toEqual({ ...rule, noMustPassFailure: true })
    expect(rebased(defaultRule(6), inputs)).toMatchObject(inputs === 0 ? { atLeast: 5, of: 6 } : rule)
  })

  it('keeps a rule of the owner’s own when inputs are added', () => {
    expect(rebased({ atLeast: 9, of: 12, noMustPassFailure: false }, 20)).toEqual({
      atLeast: 9,
      of: 20,
      noMustPassFailure: false,
    })
  })

  it('refuses a rule that asks for more inputs than there are', async () => {
    await using app = await createTestApp()
    const fields = updateOf(await aSetUpTest(app.client, [await aTestedWorkflow(app, 4)]))
    const workflows = fields.workflows.map((each) => ({
      ...each,
      rule: { ...each.rule, atLeast: 5, of: 99 },
    }))
    expect(await refusal(app.client.modelTests.update({ ...fields, workflows }))).toEqual({
      code: 'INVALID_INPUT',
      message: 'Customer replies has 4 standard inputs, so the rule can ask for 4 at most.',
      fields: ['workflows.0.rule.atLeast'],
    })
  })

  it('is not overwritten by another window', async () => {
    await using app = await createTestApp()
    const fields = updateOf(await aSetUpTest(app.client, [await aTestedWorkflow(app, 2)]))
    await app.client.modelTests.update({ ...fields, reason: 'First' })
    expect(await refusal(app.client.modelTests.update({ ...fields, reason: 'Second' }))).toMatchObject({
      code: 'CONFLICT',
    })
    expect(await app.client.modelTests.get({ id: fields.id })).toMatchObject({ reason: 'First' })
  })

  it('is not locked without inputs or without a difference', async () => {
    await using app = await createTestApp()
    const { client } = app
    const empty = await aSetUpTest(client, [await aTestedWorkflow(app, 0)])
    expect(await refusal(client.modelTests.lock({ id: empty.id }))).toMatchObject({
      message:
        'Customer replies has no standard inputs yet. Add some, twelve if you can, then agree the rule.',
    })
    const same = await aSetUpTest(client, [await aTestedWorkflow(app, 1, { name: 'Offers' })], 'model-old')
    expect(await refusal(client.modelTests.lock({ id: same.id }))).toMatchObject({
      message: 'Both sides of Offers are the same, so there is nothing to compare. Change the new one.',
    })
    expect(await client.modelTests.grid({ id: same.id })).toEqual([])
  })

  it('is frozen with its inputs by the lock, and can be copied', async () => {
    await using app = await createTestApp()
    const { client } = app
    const workflowId = await aTestedWorkflow(app, 2)
    const open = await aSetUpTest(client, [workflowId])
    const locked = await client.modelTests.lock({ id: open.id })
    const frozen = {
      code: 'CONFLICT',
      message:
        'The rule is agreed, so this test stays as it is. To try something else, copy it as a new test.',
      fields: [],
    }
    expect(await refusal(client.modelTests.update({ ...updateOf(open), reason: 'Else' }))).toEqual(frozen)
    expect(await refusal(client.modelTests.lock({ id: open.id }))).toEqual(frozen)
    await addInput(client, workflowId, 'case 3')
    expect(await client.modelTests.get({ id: open.id })).toEqual(locked)
    const copy = await client.modelTests.copy({ id: open.id })
    expect(copy).toMatchObject({
      state: 'setting_up',
      workflows: [{ inputCount: 3, candidate: { name: 'model-new' }, rule: { atLeast: 3, of: 3 } }],
    })
    expect(await client.modelTests.discard({ id: copy.id })).toBeNull()
    expect(await client.modelTests.list()).toEqual([locked])
  })

  it('can be discarded with what was collected until judging begins', async () => {
    await using app = await createTestApp()
    const { client } = app
    const workflowId = await aTestedWorkflow(app, 2)
    const { id } = await aCollectedTest(client, [workflowId])
    const other = await aCollectedTest(client, [workflowId])
    await client.modelTests.startJudging({ id: other.id })
    expect(await refusal(client.modelTests.discard({ id: other.id }))).toMatchObject({ code: 'CONFLICT' })
    expect(await client.modelTests.discard({ id })).toBeNull()
    expect((await client.modelTests.list()).map((test) => test.id)).toEqual([other.id])
    const left = app.inspect((db) => db.prepare('SELECT count(*) AS n FROM test_outputs').get())
    expect(left).toEqual({ n: 4 })
  })
})
