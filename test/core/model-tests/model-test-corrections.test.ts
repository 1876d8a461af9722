import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createMemoryKeys } from '../../../electron/core/key-store.ts'
import { isSameAnswer } from '../../../shared/domain/model-tests/same-answer.ts'
import {
  cutAtMaxTokens,
  type FakeMessagesApi,
  startFakeMessagesApi,
} from '../../helpers/fake-messages-api.ts'
import { aSetUpTest, aTestedWorkflow, pasteAll, updateOf } from '../../helpers/model-tests.ts'
import { standIn } from '../../helpers/stand-in.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

let api: FakeMessagesApi
beforeAll(async () => {
  api = await startFakeMessagesApi()
})
afterEach(() => api.reset())
afterAll(() => api.close())

const openApp = () =>
  createTestApp({
    keys: () => createMemoryKeys('sk-ant-canary-0123456789abcdef'),
    providers: [standIn(api.baseURL)],
  })

/** A locked test of three inputs; both sides can be fetched, in answers of 500 tokens. */
async function aLockedTest(app: TestApp, candidate = 'claude-haiku-4-5', name = 'Today') {
  const workflowId = await aTestedWorkflow(app, 3)
  const fields = updateOf(await aSetUpTest(app.client, [workflowId], candidate))
  const workflows = fields.workflows.map((each) => ({
    ...each,
    current: { ...each.current, name, model: 'claude-opus-5', maxTokens: 500 },
    candidate: { ...each.candidate, maxTokens: 500 },
  }))
  const { id } = await app.client.modelTests.update({ ...fields, workflows })
  await app.client.modelTests.lock({ id })
  return { id, workflowId }
}

async function fetchAll({ client }: TestApp, id: number) {
  await client.modelTests.startRun({ id, cap: null })
  for (;;) {
    const { run } = await client.modelTests.get({ id })
    if (run.state !== 'running' && run.inFlight === 0) return run
    await pause(5)
  }
}

const candidateOf = (model: string, maxTokens = 500) =>
  ({ side: 'candidate', provider: 'anthropic', model, maxTokens }) as const
const askedOf = (model: string) => api.requests.filter((request) => request.model === model).length

describe('a model the provider does not know any more', () => {
  it('holds its own side only, and another one goes on in the same test', async () => {
    await using app = await openApp()
    const { client } = app
    const { id, workflowId } = await aLockedTest(app, 'claude-opsu-5')
    api.decide(({ model }) => (model === 'claude-opsu-5' ? { kind: 'status', status: 404 } : null))
    const held = await fetchAll(app, id)
    expect(held).toMatchObject({ state: 'stopped', done: 3, total: 6 })
    expect(held.message).toMatch(
      /does not know the model “claude-opsu-5”.*Models and longest answers.*then go on/,
    )
    expect(askedOf('claude-opsu-5')).toBeLessThanOrEqual(3)

    const corrected = await client.modelTests.correctSide({
      id,
      workflowId,
      ...candidateOf('claude-haiku-4-5'),
    })
    expect(corrected.workflows[0]?.candidate).toMatchObject({
      name: 'claude-haiku-4-5',
      model: 'claude-haiku-4-5',
    })
    expect(corrected).toMatchObject({ state: 'collecting', collected: 3 })
    expect(await fetchAll(app, id)).toMatchObject({ state: 'idle', message: null, done: 6 })
    expect([askedOf('claude-opus-5'), askedOf('claude-haiku-4-5')]).toEqual([3, 3])
  })

  it('leaves nothing behind of the side it answered for; what was pasted stays', async () => {
    await using app = await openApp()
    const { client } = app
    const { id, workflowId } = await aLockedTest(app)
    const [first] = await client.modelTests.grid({ id })
    await client.modelTests.paste({ inputId: first?.inputId ?? 0, side: 'candidate', text: 'Mine.' })
    await fetchAll(app, id)
    const other = candidateOf('claude-sonnet-5-5')
    expect(await client.modelTests.correctSide({ id, workflowId, ...other })).toMatchObject({ collected: 4 })
    expect((await client.modelTests.sendPlan({ id })).sides).toMatchObject([
      { side: 'candidate', model: 'claude-sonnet-5-5', calls: 2 },
    ])
    await fetchAll(app, id)
    expect(askedOf('claude-sonnet-5-5')).toBe(2)
  })
})

it('an answer cut by the longest length is fetched again with a longer one, and only that one', async () => {
  await using app = await openApp()
  const { client } = app
  const { id, workflowId } = await aLockedTest(app)
  api.decide(({ number }) => (number === 2 ? cutAtMaxTokens : null))
  await fetchAll(app, id)
  const cut = (await client.modelTests.grid({ id })).flatMap(({ inputId, ...row }) =>
    (['current', 'candidate'] as const).flatMap((side) =>
      row[side].problem === null ? [] : [{ inputId, side, problem: row[side].problem }],
    ),
  )
  expect(cut).toHaveLength(1)
  const side = cut[0]?.side ?? 'current'
  expect(cut[0]?.problem).toMatch(/cut at the limit of 500 tokens\. Raise it under/)
  api.decide(() => null)
  const model = side === 'current' ? 'claude-opus-5' : 'claude-haiku-4-5'
  const longer = { ...candidateOf(model, 2000), side }
  expect(await client.modelTests.correctSide({ id, workflowId, ...longer })).toMatchObject({ collected: 5 })
  const before = api.requests.length
  expect(await fetchAll(app, id)).toMatchObject({ state: 'idle', done: 6 })
  expect(api.requests.slice(before).map((request) => JSON.parse(request.body).max_tokens)).toEqual([2000])
})

it('nothing is corrected once judging has begun, nor into two sides that are the same', async () => {
  await using app = await openApp()
  const { client } = app
  const { id, workflowId } = await aLockedTest(app, 'claude-haiku-4-5', 'claude-opus-5')
  const correct = (model: string) =>
    refusal(client.modelTests.correctSide({ id, workflowId, ...candidateOf(model) }))
  expect(await correct('claude-opus-5')).toMatchObject({
    message: expect.stringMatching(/^Both sides would be the same then/),
  })
  await pasteAll(client, id)
  await client.modelTests.startJudging({ id })
  expect(await correct('claude-sonnet-5-5')).toMatchObject({
    message: expect.stringMatching(/^The outputs are being judged/),
  })
  expect((await client.modelTests.get({ id })).workflows[0]?.candidate.model).toBe('claude-haiku-4-5')
})

describe('an answer is the same', () => {
  const asked = { provider: 'anthropic', model: 'a', maxTokens: 500 }
  it.each([
    ['asked the same', {}, { stopReason: 'max_tokens', outputTokens: 500 }, true],
    ['of another model', { model: 'b' }, { stopReason: 'end_turn', outputTokens: 10 }, false],
    ['of another provider', { provider: 'b' }, { stopReason: 'end_turn', outputTokens: 10 }, false],
    ['with more room', { maxTokens: 900 }, { stopReason: 'end_turn', outputTokens: 10 }, true],
    ['with more room, but cut', { maxTokens: 900 }, { stopReason: 'max_tokens', outputTokens: 500 }, false],
    ['with less room than it took', { maxTokens: 9 }, { stopReason: 'end_turn', outputTokens: 10 }, false],
    [
      'with other room and no count',
      { maxTokens: 900 },
      { stopReason: 'end_turn', outputTokens: null },
      false,
    ],
  ])('%s: %#', (_, change, fetched, isSame) => {
    expect(isSameAnswer(fetched, asked, { ...asked, ...change })).toBe(isSame)
  })
})
