import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createMemoryKeys } from '../../../electron/core/key-store.ts'
import { toCsv } from '../../helpers/builders.ts'
import {
  cutAtMaxTokens,
  emptyAnswer,
  type FakeMessagesApi,
  type Fault,
  refusal as refusalAnswer,
  startFakeMessagesApi,
  wordyAnswer,
} from '../../helpers/fake-messages-api.ts'
import { addInput, aSetUpTest, aTestedWorkflow, updateOf } from '../../helpers/model-tests.ts'
import { standIn } from '../../helpers/stand-in.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const key = 'sk-ant-canary-0123456789abcdef'

let api: FakeMessagesApi
beforeAll(async () => {
  api = await startFakeMessagesApi()
})
afterEach(() => api.reset())
afterAll(() => api.close())

async function openApp() {
  return createTestApp({ keys: () => createMemoryKeys(key), providers: [standIn(api.baseURL)] })
}

/** A locked test of `n` inputs. By itself only its candidate can be fetched, in answers of 500 tokens. */
async function aLockedTest(app: TestApp, n: number, model = 'claude-haiku-4-5') {
  const workflowId = await aTestedWorkflow(app, n)
  const fields = updateOf(await aSetUpTest(app.client, [workflowId], model))
  const workflows = fields.workflows.map(({ current, candidate, ...rest }) => ({
    ...rest,
    current: { ...current, model: '' },
    candidate: { ...candidate, maxTokens: 500 },
  }))
  const { id } = await app.client.modelTests.update({ ...fields, workflows })
  await app.client.modelTests.lock({ id })
  return { id, workflowId }
}

const gridOf = ({ client }: TestApp, id: number) => client.modelTests.grid({ id })

async function cell(app: TestApp, id: number, position = 1) {
  const row = (await gridOf(app, id))[position - 1]
  if (!row) throw new Error('The test has no such input')
  return row
}

/** Fetches until the run has come to its end. */
async function fetchAll({ client }: TestApp, id: number, cap: number | null = null) {
  await client.modelTests.startRun({ id, cap })
  for (;;) {
    const { run } = await client.modelTests.get({ id })
    if (run.state !== 'running' && run.inFlight === 0) return run
    await pause(5)
  }
}

describe('standard inputs', () => {
  it('that are not there keep the rule from being agreed; what was set up is kept', async () => {
    await using app = await createTestApp()
    const test = await aSetUpTest(app.client, [await aTestedWorkflow(app, 0)])
    expect(await refusal(app.client.modelTests.lock({ id: test.id }))).toEqual({
      code: 'INVALID_INPUT',
      message:
        'Customer replies has no standard inputs yet. Add some, twelve if you can, then agree the rule.',
      fields: [],
    })
    expect(await app.client.modelTests.get({ id: test.id })).toEqual(test)
  })

  it('that are there already are named, and the set stays as it is', async () => {
    await using app = await createTestApp()
    const workflowId = await aTestedWorkflow(app, 2)
    expect(await refusal(addInput(app.client, workflowId, 'case 2'))).toEqual({
      code: 'INVALID_INPUT',
      message: 'Input 2 “case 2” has the same text already.',
      fields: ['text'],
    })
    const { inputs } = await app.client.standardInputs.list({ workflowId })
    expect(inputs.map(({ name }) => name)).toEqual(['case 1', 'case 2'])
  })
})

describe('a pasted output', () => {
  it('that is empty takes nothing away from the one that is there', async () => {
    await using app = await createTestApp()
    const { id } = await aLockedTest(app, 1)
    const { inputId } = await cell(app, id)
    const paste = (text: string) => app.client.modelTests.paste({ inputId, side: 'current', text })
    await paste('An answer.')
    expect(await refusal(paste(' \n\t '))).toMatchObject({
      code: 'INVALID_INPUT',
      message: 'There is no text to keep. Copy the whole output, then paste it.',
    })
    expect((await cell(app, id)).current).toMatchObject({ hasOutput: true, words: 2 })
  })

  it('of the wrong side is kept with a warning, and can be taken back', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id } = await aLockedTest(app, 1)
    const { inputId } = await cell(app, id)
    await client.modelTests.paste({ inputId, side: 'current', text: 'An answer.' })
    const wrong = await client.modelTests.paste({ inputId, side: 'candidate', text: 'An answer. \r\n' })
    expect(wrong).toMatchObject({
      hasOutput: true,
      warning: 'This is the same text as the other side’s output. Check that it came from this side.',
    })
    await client.modelTests.clearOutput({ inputId, side: 'candidate' })
    expect(await cell(app, id)).toMatchObject({
      current: { hasOutput: true },
      candidate: { hasOutput: false },
    })
  })

  it('of 50,000 words is kept whole; one word more is asked about', async () => {
    await using app = await createTestApp()
    const { id } = await aLockedTest(app, 1)
    const { inputId } = await cell(app, id)
    const paste = (words: number) =>
      app.client.modelTests.paste({ inputId, side: 'current', text: 'word '.repeat(words) })
    expect(await paste(50_000)).toMatchObject({ words: 50_000, problem: null, warning: null })
    expect(await paste(50_001)).toMatchObject({
      words: 50_001,
      problem: 'This has more than 50,000 words. Check that it is only one output.',
    })
  })
})

describe('a file of outputs', () => {
  async function bringIn(app: TestApp, { id, workflowId }: { id: number; workflowId: number }, rows: Row[]) {
    const fileId = await app.upload('outputs.csv', toCsv(rows))
    const { guess } = await app.client.modelTests.previewOutputs({ id, fileId })
    const ofFile = { id, workflowId, side: 'candidate' as const, fileId, model: null, milliseconds: null }
    return app.outcomeOf(
      app.client.modelTests.importOutputs({
        ...ofFile,
        ...{ input: guess.input ?? -1, output: guess.output ?? -1 },
      }),
    )
  }
  type Row = { Input: string; Output: string }

  it('with missing and extra rows keeps the others and lists both', async () => {
    await using app = await createTestApp()
    const test = await aLockedTest(app, 3)
    const brought = await bringIn(app, test, [
      { Input: 'case 3', Output: 'Third.' },
      { Input: 'case 1', Output: 'First.' },
      { Input: 'case 7', Output: 'Of another test.' },
      { Input: 'case 1', Output: 'First again.' },
    ])
    expect(brought).toEqual({
      ...{ kept: 2, alreadyIn: 0, replaced: 0, notReplaced: 0 },
      missing: ['case 2'],
      problems: [
        { row: 4, column: 'Input', reason: '"case 7" is none of the standard inputs.', kept: false },
        {
          row: 5,
          column: 'Input',
          reason: 'A second output for "case 1". The one in row 3 counts.',
          kept: false,
        },
      ],
      warning: null,
    })
    expect((await gridOf(app, test.id)).map(({ candidate }) => candidate.hasOutput)).toEqual([
      true,
      false,
      true,
    ])
    expect(await refusal(app.client.modelTests.startJudging({ id: test.id }))).toMatchObject({
      code: 'CONFLICT',
      message:
        'Customer replies, input 1 “case 1” and 2 more have no output from one of the sides yet. Add them, then judge.',
    })
  })

  it('of the other side is kept, and said to look like it', async () => {
    await using app = await createTestApp()
    const test = await aLockedTest(app, 2)
    for (const { inputId, name } of await gridOf(app, test.id)) {
      await app.client.modelTests.paste({ inputId, side: 'current', text: `Answer to ${name}` })
    }
    const rows = ['case 1', 'case 2'].map((name) => ({ Input: name, Output: `Answer to ${name}` }))
    expect(await bringIn(app, test, rows)).toMatchObject({
      kept: 2,
      warning: 'These look like the outputs of the other side. Check the model and the side you chose.',
    })
  })
})

describe('a fetched output', () => {
  it.each<[string, Fault, string]>([
    ['is empty', emptyAnswer, 'The model answered with nothing.'],
    [
      'is refused',
      refusalAnswer,
      'The model refused to answer. It counts as its answer when you compare; remove it here to fetch it again or to paste another.',
    ],
    [
      'stops early',
      cutAtMaxTokens,
      'The answer was cut at the limit of 500 tokens. Raise it under “Models and longest answers” to fetch it again, or compare it as it is.',
    ],
  ])('that %s is kept, and said so', async (_, fault, problem) => {
    await using app = await openApp()
    const { id } = await aLockedTest(app, 2)
    api.decide(({ input }) => (input.includes('case 1') ? fault : null))
    expect(await fetchAll(app, id)).toMatchObject({ state: 'idle', message: null, done: 2, total: 2 })
    const problems = (await gridOf(app, id)).map(({ candidate }) => [candidate.hasOutput, candidate.problem])
    expect(problems).toEqual([
      [true, problem],
      [true, null],
    ])
  })

  it('of 50,000 words is kept whole', async () => {
    await using app = await openApp()
    const { id } = await aLockedTest(app, 1)
    api.queue(wordyAnswer)
    await fetchAll(app, id)
    expect((await cell(app, id)).candidate).toMatchObject({ words: 50_000, problem: null })
  })
})

describe('a run', () => {
  it('with a model id that the provider does not know stops; what was pasted is kept', async () => {
    await using app = await openApp()
    const { id } = await aLockedTest(app, 2, 'claude-opsu-5')
    const { inputId } = await cell(app, id)
    await app.client.modelTests.paste({ inputId, side: 'candidate', text: 'Mine.' })
    api.decide(() => ({ kind: 'status', status: 404 }))
    expect(await fetchAll(app, id)).toMatchObject({
      state: 'stopped',
      message:
        'The provider does not know the model “claude-opsu-5”, or has retired it. Choose another one under “Models and longest answers”, where its list can be asked for, then go on.',
      maybePaid: 0,
    })
    expect((await cell(app, id)).candidate).toMatchObject({ source: 'paste', words: 1 })
    expect(await app.client.modelTests.copy({ id })).toMatchObject({ state: 'setting_up' })
  })

  it('without a price says that the cost is unknown, everywhere, and never that it is nothing', async () => {
    await using app = await openApp()
    const { client } = app
    const { id } = await aLockedTest(app, 1, 'my-own-model')
    expect(await client.modelTests.sendPlan({ id })).toMatchObject({
      costAtMost: null,
      missingPrices: ['my-own-model'],
    })
    expect(await refusal(client.modelTests.startRun({ id, cap: 1 }))).toMatchObject({
      code: 'CONFLICT',
      message:
        'There is no price for “my-own-model”, so what a call costs is unknown and a spending cap can’t be kept. Enter the price, or start without a cap. Nothing was sent.',
    })
    expect(api.requests).toEqual([])
    expect(await fetchAll(app, id)).toMatchObject({ state: 'idle', cost: null, done: 1 })
    expect(await client.provider.sent({ offset: 0 })).toMatchObject({
      cost: 0,
      unknownCosts: 1,
      rows: [{ cost: null }],
    })
    const { inputId } = await cell(app, id)
    await client.modelTests.paste({ inputId, side: 'current', text: 'As always.' })
    await client.modelTests.startJudging({ id })
    await client.modelTests.reveal({ id })
    const { results } = await client.modelTests.result({ id })
    expect(results).toMatchObject([{ candidate: { cost: null } }])
  })

  it('that reaches its cap in the middle keeps what is there; the rest can be pasted', async () => {
    await using app = await openApp()
    const { client } = app
    const { id } = await aLockedTest(app, 6)
    api.decide(({ number }) => ({ kind: 'answer', text: `${number} ${'x'.repeat(1990)}` }))
    // An answer of 500 tokens costs a quarter of a cent.
    const stopped = await fetchAll(app, id, 0.01)
    expect(stopped).toMatchObject({
      state: 'stopped',
      message:
        'The spending cap of $0.01 is reached: the next answer could cost up to $0.01. What is here is kept. Raise the cap to go on, or paste what is missing.',
      done: 3,
    })
    const missing = (await gridOf(app, id)).filter(({ candidate }) => !candidate.hasOutput)
    expect([missing.length, api.paid()]).toEqual([3, 3])
    for (const { inputId } of missing) {
      await client.modelTests.paste({ inputId, side: 'candidate', text: 'By hand.' })
    }
    expect(await client.modelTests.get({ id })).toMatchObject({ collected: 6 })
  })

  it('during which the laptop is closed goes on where it was, and says what may have been paid', async () => {
    await using app = await openApp()
    const { client } = app
    const { id } = await aLockedTest(app, 6)
    api.decide(({ number }) => ({ kind: 'answer', latencyMs: number <= 4 ? 0 : 5_000 }))
    await client.modelTests.startRun({ id, cap: null })
    await expect
      .poll(async () => [api.requests.length, (await client.modelTests.get({ id })).run])
      .toMatchObject([6, { done: 4, inFlight: 2 }])
    await app.restart()
    expect((await client.modelTests.get({ id })).run).toMatchObject({
      state: 'paused',
      message:
        'Evenkeel closed while the test was running. 2 answers that were on their way may have been paid for; they will be asked for again when you go on. What is here is kept.',
      done: 4,
      total: 6,
      maybePaid: 2,
    })
    api.decide(() => null)
    expect(await fetchAll(app, id)).toMatchObject({ state: 'idle', message: null, done: 6, maybePaid: 2 })
  })

  it('during which the clock is set back keeps order and times, and its test can be decided', async () => {
    await using app = await openApp()
    const { client, clock } = app
    const { id } = await aLockedTest(app, 4)
    api.decide(({ number }) => {
      clock.moveTo(number % 2 === 0 ? '2019-01-01' : '2026-11-21')
      return { kind: 'answer', latencyMs: 10 }
    })
    const run = await fetchAll(app, id)
    expect(run).toMatchObject({ state: 'idle', done: 4 })
    expect(run.secondsUsed).toBeGreaterThan(0)
    expect(run.secondsUsed).toBeLessThan(5)
    const { rows } = await client.provider.sent({ offset: 0 })
    expect(rows.map(({ id: request }) => request)).toEqual([4, 3, 2, 1])
    for (const { inputId } of await gridOf(app, id)) {
      await client.modelTests.paste({ inputId, side: 'current', text: 'As always.' })
    }
    await client.modelTests.startJudging({ id })
    expect(await client.modelTests.reveal({ id })).toMatchObject({ state: 'revealed' })
  })
})
