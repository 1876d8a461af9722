import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AiProvider, Question } from '../../electron/core/ai/port.ts'
import { type FakeMessagesApi, startFakeMessagesApi } from '../helpers/fake-messages-api.ts'
import { aTestedWorkflow, updateOf } from '../helpers/model-tests.ts'
import { standIn } from '../helpers/stand-in.ts'
import { createTestApp } from '../helpers/test-app.ts'

const asked: (Question & { apiKey: string })[] = []

/** One entry, as any other provider would be: nothing else in the core knows of it. */
const otherworks: AiProvider = {
  id: 'otherworks',
  name: 'Otherworks',
  address: 'https://api.otherworks.example',
  exampleModel: 'other-1',
  key: {
    looksRight: (text) => text.startsWith('ow_'),
    variable: 'EVENKEEL_OW_KEY',
    file: 'api-key-otherworks',
  },
  libraryVariables: /^otherworks_/i,
  usuallyTakes: () => [],
  body: (question) => JSON.stringify(question),
  connect: ({ apiKey }) => ({
    async ask(question) {
      asked.push({ ...question, apiKey })
      const text = `Otherworks on ${question.input}`
      return {
        ...{ text, stopReason: 'stop', inputTokens: 1_000_000, outputTokens: 500_000 },
        ...{ milliseconds: 12, requestId: null },
      }
    },
    count: async ({ input }) => input.length,
    models: async () => [{ id: 'other-1', name: 'Other One', retiresAt: null }],
  }),
}

let api: FakeMessagesApi
beforeAll(async () => {
  api = await startFakeMessagesApi()
})
afterAll(() => api.close())

it('a second provider has its own key, prices and requests, and answers its side of a test', async () => {
  await using app = await createTestApp({ providers: [standIn(api.baseURL), otherworks] })
  const { client } = app
  const keys = async () => (await client.provider.list()).map(({ name, key }) => [name, key.lastFour])

  await expect(client.provider.setKey({ provider: 'otherworks', key: 'sk-ant-0123456789' })).rejects.toThrow()
  await client.provider.setKey({ provider: 'otherworks', key: 'ow_0123456789' })
  expect(await keys()).toEqual([
    ['Anthropic', null],
    ['Otherworks', '6789'],
  ])
  expect(await client.provider.models({ provider: 'otherworks' })).toEqual([
    { id: 'other-1', name: 'Other One', retiresOn: null },
  ])

  // The same id costs another price at another provider.
  const asOf = app.clock.today()
  const model = 'claude-opus-5'
  await client.provider.savePrice({ provider: 'otherworks', model, input: 2, output: 4, asOf })

  const workflowId = await aTestedWorkflow(app, 2)
  const heading = { heldOn: asOf, reason: 'A new model.', workflowIds: [workflowId] }
  const test = await client.modelTests.create(heading)
  expect(test.workflows[0]?.current.provider).toBe('anthropic')
  const { id } = test
  const fields = updateOf(test)
  const workflows = fields.workflows.map(({ current, ...rest }) => ({
    ...rest,
    current: { ...current, model },
    candidate: { ...current, model, name: 'Theirs', vendor: 'Otherworks', provider: 'otherworks' },
  }))
  await client.modelTests.update({ ...fields, workflows })
  await client.modelTests.lock({ id })
  const plan = await client.modelTests.sendPlan({ id })
  expect(plan).toMatchObject({
    hosts: [new URL(api.baseURL).host, 'api.otherworks.example'],
    missingKeys: ['Anthropic'],
    missingPrices: [],
    obstacle: 'There is no API key for Anthropic yet. Enter it in Settings, under Model tests.',
  })
  await expect(client.modelTests.startRun({ id, cap: null })).rejects.toThrow('no API key for Anthropic')
  expect(asked).toEqual([])

  await client.provider.setKey({ provider: 'anthropic', key: 'sk-ant-canary-0123456789' })
  await client.modelTests.startRun({ id, cap: null })
  await expect.poll(async () => (await client.modelTests.get({ id })).collected, { timeout: 20_000 }).toBe(4)

  expect(asked.map(({ apiKey, input }) => [apiKey, input])).toEqual([
    ['ow_0123456789', expect.stringContaining('case 1')],
    ['ow_0123456789', expect.stringContaining('case 2')],
  ])
  expect(api.requests).toHaveLength(2)
  const { rows } = await client.provider.sent({ offset: 0 })
  const theirs = rows.filter(({ host }) => host === 'api.otherworks.example')
  expect(theirs.map(({ purpose, cost, outcome }) => [purpose, cost, outcome])).toEqual([
    ['output', 4, 'answered'],
    ['output', 4, 'answered'],
    ['models', 0, 'answered'],
  ])
  await client.provider.forgetKey({ provider: 'otherworks' })
  expect(await keys()).toEqual([
    ['Anthropic', '6789'],
    ['Otherworks', null],
  ])
})
