import { expect, it } from 'vitest'
import { anthropic } from '../../../electron/core/ai/anthropic/provider.ts'
import { createMemoryKeys } from '../../../electron/core/key-store.ts'
import { aWorkflow } from '../../helpers/builders.ts'
import { documentsOf } from '../../helpers/documents.ts'
import { fakeTokens } from '../../helpers/fake-answers.ts'
import { startFakeMessagesApi } from '../../helpers/fake-messages-api.ts'
import { addInput, updateOf } from '../../helpers/model-tests.ts'
import { standIn } from '../../helpers/stand-in.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const prompt = 'Answer {{mail}} in a {{tone}} tone.\n\n{{foundation}}\n\nSign as {{name}}.'
const today = '2026-11-21'

const to = (address: string) => ({
  providers: [standIn(address)],
  keys: () => createMemoryKeys('sk-ant-canary-0123456789'),
})

/** A workflow whose prompt has three variables and a place for the Foundation, and a test of another model. */
async function aTest(app: TestApp) {
  const { client } = app
  const { id: workflowId } = await client.workflows.create(aWorkflow())
  const documents = documentsOf(app)
  const section = await documents.section('Prices', 'Shipping costs 5 € – “always”.', today)
  await documents.prompt(workflowId, prompt, today, [section.id])
  const settings = 'Temperature: 0.2\nTop k: 5\nEffort: high\nMax tokens: 700'
  await documents.model(workflowId, `Vendor: Anthropic\nModel: claude-sonnet-4-6\n${settings}`, today)
  for (const name of ['one', 'two']) await addInput(client, workflowId, name)
  const test = await client.modelTests.create({ heldOn: today, reason: 'New.', workflowIds: [workflowId] })
  const fields = updateOf(test)
  const [workflow] = fields.workflows
  if (!workflow) throw new Error('The test has no workflow')
  const candidate = { ...workflow.candidate, name: 'Opus', model: 'claude-opus-5' }
  const set = async (filling: typeof workflow.filling) => {
    const { rev } = await client.modelTests.get({ id: test.id })
    return client.modelTests.update({ ...fields, rev, workflows: [{ ...workflow, candidate, filling }] })
  }
  return { id: test.id, workflow, workflowId, set }
}

it('is asked for, shown whole for each side, and sent byte for byte as it was shown', async () => {
  const api = await startFakeMessagesApi()
  await using app = await createTestApp(to(api.baseURL))
  const { client } = app
  const { id, workflow, workflowId, set } = await aTest(app)
  expect(workflow.current).toMatchObject({
    maxTokens: 700,
    instructions: expect.stringContaining('# Prices'),
  })

  await set({ input: null, values: {} })
  await expect(client.modelTests.lock({ id })).rejects.toThrow('which variable of the prompt is the input')
  await set({ input: 'mail', values: { tone: 'calm "low"' } })
  await expect(client.modelTests.lock({ id })).rejects.toThrow('Fill in {{name}}')
  const filling = { input: 'mail', values: { tone: 'calm "low"', name: 'Ana' } }
  await set(filling)
  await client.modelTests.lock({ id })

  const { previews } = await client.modelTests.sendPlan({ id })
  expect(previews).toMatchObject([
    {
      ...{ side: 'current', model: 'claude-sonnet-4-6', maxTokens: 700, instructions: [] },
      settings: [
        { name: 'temperature', value: 0.2 },
        { name: 'top_k', value: 5 },
      ],
      notSent: [{ line: 'Effort: high' }],
    },
    {
      ...{ side: 'candidate', model: 'claude-opus-5', settings: [] },
      notSent: [{ line: 'Temperature: 0.2' }, { line: 'Top k: 5' }, { line: 'Effort: high' }],
    },
  ])
  expect(previews[0]?.message.filter(({ variable }) => variable !== null)).toEqual([
    { variable: 'mail', text: 'A customer asks about one.' },
    { variable: 'tone', text: 'calm "low"' },
    { variable: 'name', text: 'Ana' },
  ])
  expect(previews.every(({ body }) => !body.includes('{{'))).toBe(true)

  await client.modelTests.startRun({ id, cap: null })
  await expect.poll(async () => (await client.modelTests.get({ id })).collected, { timeout: 20_000 }).toBe(4)
  const received = api.requests.map(({ body }) => body)
  for (const { body } of previews) expect(received).toContain(body)
  expect(
    received.every((body) =>
      previews.some((shown) => body === shown.body.replace('about one', 'about two') || body === shown.body),
    ),
  ).toBe(true)

  // What was asked once is there for the next test of the workflow.
  const next = await client.modelTests.create({ heldOn: today, reason: 'Next.', workflowIds: [workflowId] })
  expect(next.workflows[0]?.filling).toEqual(filling)
  await api.close()
})

it('has its tokens counted by the provider on a click of its own, and says so', async () => {
  const api = await startFakeMessagesApi()
  await using app = await createTestApp(to(api.baseURL))
  const { client } = app
  const { id, set } = await aTest(app)
  await set({ input: 'mail', values: { tone: 'calm', name: 'Ana' } })
  expect(await refusal(client.modelTests.countTokens({ id }))).toMatchObject({ code: 'CONFLICT' })
  await client.modelTests.lock({ id })
  const estimated = await client.modelTests.sendPlan({ id })
  expect(estimated.areTokensCounted).toBe(false)
  expect(api.requests).toEqual([])

  api.queue({ kind: 'status', status: 401 })
  expect(await refusal(client.modelTests.countTokens({ id }))).toMatchObject({ code: 'UNAVAILABLE' })
  expect(await client.modelTests.sendPlan({ id })).toEqual(estimated)

  const counted = await client.modelTests.countTokens({ id })
  const asked = api.requests.slice(1)
  expect(new Set(asked.map(({ path }) => path))).toEqual(new Set(['/v1/messages/count_tokens']))
  expect(asked.length).toBe(estimated.calls)
  const tokens = asked.reduce((sum, { instructions, input }) => sum + fakeTokens(instructions + input), 0)
  expect(counted).toMatchObject({ areTokensCounted: true, inputTokens: tokens, calls: estimated.calls })
  expect(await client.modelTests.sendPlan({ id })).toEqual(counted)
  // What was counted is not asked again; nothing was bought, and every request is on record.
  await client.modelTests.countTokens({ id })
  expect(api.requests.length).toBe(1 + estimated.calls)
  expect(api.paid()).toBe(0)
  const { rows, cost } = await client.provider.sent({ offset: 0 })
  expect(rows.map(({ purpose }) => purpose)).toEqual(rows.map(() => 'token_count'))
  expect({ requests: rows.length, cost }).toEqual({ requests: 1 + estimated.calls, cost: 0 })
  await api.close()
})

it('goes by the owner’s table of what a model takes, and a side that was begun stays as it was', async () => {
  const api = await startFakeMessagesApi()
  await using app = await createTestApp(to(api.baseURL))
  const { client } = app
  const { id, set } = await aTest(app)
  await set({ input: 'mail', values: { tone: 'calm', name: 'Ana' } })
  await client.modelTests.lock({ id })
  const price = { provider: 'anthropic', model: 'claude-opus-5', input: 5, output: 25, asOf: today }
  const sentTo = async () =>
    (await client.modelTests.sendPlan({ id })).previews[1]?.settings.map(({ name }) => name)

  await client.provider.savePrice({ ...price, takes: ['temperature', 'top_k'] })
  expect(await sentTo()).toEqual(['temperature', 'top_k'])
  // A price alone leaves what was said of the settings.
  await client.provider.savePrice({ ...price, input: 6 })
  expect(await sentTo()).toEqual(['temperature', 'top_k'])
  await client.provider.savePrice({ ...price, takes: ['temperature'] })
  expect(await sentTo()).toEqual(['temperature'])

  // One answer is there when the table changes: what was begun goes on as it began.
  api.decide(({ model, input }) =>
    model === 'claude-opus-5' && input.includes('two') ? { kind: 'status', status: 401 } : null,
  )
  await client.modelTests.startRun({ id, cap: null })
  await expect
    .poll(async () => (await client.modelTests.get({ id })).run.state, { timeout: 20_000 })
    .toBe('stopped')
  await client.provider.savePrice({ ...price, takes: [] })
  api.decide(() => null)
  await client.modelTests.startRun({ id, cap: null })
  await expect.poll(async () => (await client.modelTests.get({ id })).collected, { timeout: 20_000 }).toBe(4)
  const ofCandidate = api.requests
    .filter(({ model }) => model === 'claude-opus-5')
    .map(({ body }) => JSON.parse(body))
  expect(new Set(ofCandidate.map(({ temperature }) => temperature))).toEqual(new Set([0.2]))
  await api.close()
})

it('an input that is too long is left for pasting, and the others are fetched', async () => {
  const api = await startFakeMessagesApi()
  await using app = await createTestApp(to(api.baseURL))
  const { client } = app
  const { id, set } = await aTest(app)
  await set({ input: 'mail', values: { tone: 'calm', name: 'Ana' } })
  await client.modelTests.lock({ id })
  const tooLong = { kind: 'status', status: 400, message: 'prompt is too long: 9 tokens > 8' } as const
  api.decide(({ input }) => (input.includes('about one') ? tooLong : null))
  await client.modelTests.startRun({ id, cap: null })
  await expect
    .poll(async () => (await client.modelTests.get({ id })).run.state, { timeout: 20_000 })
    .toBe('stopped')
  const { collected, run } = await client.modelTests.get({ id })
  expect([collected, run.message]).toEqual([
    2,
    '2 answers could not be fetched; the list says why. Go on to try again, or paste them.',
  ])
  const [first] = await client.modelTests.grid({ id })
  expect(first?.candidate.problem).toMatch(/^Instructions and input together are longer/)
  expect(api.requests).toHaveLength(4)

  // Credit ran out, was added, and the same test goes on.
  const noCredit = { kind: 'status', status: 400, message: 'Your credit balance is too low.' } as const
  api.decide(() => noCredit)
  await client.modelTests.startRun({ id, cap: null })
  const message = async () => (await client.modelTests.get({ id })).run.message
  await expect.poll(message, { timeout: 20_000 }).toContain('no credit left')
  api.decide(() => null)
  await client.modelTests.startRun({ id, cap: null })
  await expect.poll(async () => (await client.modelTests.get({ id })).collected, { timeout: 20_000 }).toBe(4)
  await api.close()
})

it('goes to the gateway of the company where there is one, named wherever it is sent from', async () => {
  const api = await startFakeMessagesApi()
  const addresses: string[] = []
  // The company's gateway: whatever comes in by its address is passed on.
  const provider = {
    ...anthropic,
    connect: ({ apiKey, address }: { apiKey: string; address: string }) => {
      addresses.push(address)
      return anthropic.connect({ apiKey, address: api.baseURL })
    },
  }
  const keys = () => createMemoryKeys('sk-ant-canary-0123456789')
  await using app = await createTestApp({ providers: [provider], keys })
  const { client } = app
  const { id, set } = await aTest(app)
  await set({ input: 'mail', values: { tone: 'calm', name: 'Ana' } })
  await client.modelTests.lock({ id })
  expect(
    await refusal(client.provider.setGateway({ provider: 'anthropic', address: 'http://ai.test' })),
  ).toEqual({
    ...{ code: 'INVALID_INPUT', fields: ['address'] },
    message: expect.stringContaining('https://'),
  })
  expect(await client.modelTests.sendPlan({ id })).toMatchObject({ hosts: ['api.anthropic.com'] })

  await client.provider.setGateway({ provider: 'anthropic', address: ' https://ai.example.com/claude/ ' })
  await app.restart()
  expect(await client.provider.list()).toMatchObject([
    {
      ...{ host: 'ai.example.com/claude', ownHost: 'api.anthropic.com' },
      gateway: 'https://ai.example.com/claude',
    },
  ])
  const { hosts, previews } = await client.modelTests.sendPlan({ id })
  expect(hosts).toEqual(['ai.example.com/claude'])
  expect(previews.map(({ host }) => host)).toEqual(['ai.example.com/claude', 'ai.example.com/claude'])
  await client.provider.models({ provider: 'anthropic' })
  await client.modelTests.startRun({ id, cap: null })
  await expect
    .poll(async () => (await client.modelTests.get({ id })).run?.state, { timeout: 20_000 })
    .not.toBe('running')
  const { rows } = await client.provider.sent({ offset: 0 })
  expect(rows.length).toBeGreaterThan(4)
  expect(new Set(rows.map(({ host }) => host))).toEqual(new Set(['ai.example.com/claude']))
  expect(new Set(addresses)).toEqual(new Set(['https://ai.example.com/claude']))

  await client.provider.setGateway({ provider: 'anthropic', address: null })
  expect(await client.modelTests.sendPlan({ id })).toMatchObject({ hosts: [] })
  expect(await client.provider.list()).toMatchObject([{ host: 'api.anthropic.com', gateway: null }])
  await api.close()
})
