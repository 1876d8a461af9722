import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyChain } from '../../../electron/core/db/audit.ts'
import { AppError } from '../../../shared/errors.ts'
import {
  cutAtMaxTokens,
  emptyAnswer,
  type FakeMessagesApi,
  type Fault,
  refusal as refusalAnswer,
  startFakeMessagesApi,
  wordyAnswer,
} from '../../helpers/fake-messages-api.ts'
import { openRuns, type Plant, plantTest, type Runs, runKey } from '../../helpers/model-test-runs.ts'
import { createTestClock } from '../../helpers/test-app.ts'

const call = { locale: 'en-GB' }
const again = (fault: Fault, times: number) => Array.from({ length: times }, () => fault)

let api: FakeMessagesApi
let folder: string
let runs: Runs
let clock: ReturnType<typeof createTestClock>

beforeAll(async () => {
  api = await startFakeMessagesApi()
})
afterAll(() => api.close())

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-runs-'))
  clock = createTestClock()
  runs = await openRuns(folder, { baseURL: api.baseURL, clock })
})

afterEach(async () => {
  vi.unstubAllEnvs()
  api.reset()
  await runs.close()
  rmSync(folder, { recursive: true, force: true })
})

const plant = (options?: Plant) => plantTest(runs.db, options)
const start = async (cap: number | null = null) => runs.runner.startRun({ id: 1, cap }, call)
const progress = () => runs.runner.progress(1)

/** How far it is when nothing is going on any more. */
async function ended() {
  await expect
    .poll(() => runs.runner.isRunning(1) || progress().inFlight > 0, { interval: 5, timeout: 10_000 })
    .toBe(false)
  await expect.poll(() => progress().state, { interval: 5, timeout: 10_000 }).not.toBe('running')
  const { secondsUsed: _, cap: __, ...rest } = progress()
  return rest
}

const outputs = () =>
  runs.db
    .prepare<
      [],
      { side: string; text: string; stopReason: string; cost: number | null; milliseconds: number }
    >(
      `SELECT side, text, stop_reason AS stopReason, cost, milliseconds FROM test_outputs ORDER BY input_id, side DESC`,
    )
    .all()

const requests = () =>
  runs.db
    .prepare<[], { outcome: string; cost: number | null; message: string }>(
      'SELECT outcome, cost, message FROM sent_requests ORDER BY id',
    )
    .all()

const outcomes = () => requests().map(({ outcome }) => outcome)
const callStates = () => runs.db.prepare('SELECT state FROM api_calls ORDER BY id').pluck().all()

async function refusalOf(asking: () => unknown) {
  try {
    await asking()
    return 'accepted'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return `${error.code}: ${error.message}`
  }
}

describe('before anything is sent', () => {
  const plan = () => runs.runner.sendPlan({ id: 1 }, call)

  it('the plan says what would leave, where to and at what cost', async () => {
    plant({ inputs: 2 })
    const instructions = 'Answer kindly.'.length
    const input = 'Where is parcel 1?'.length
    expect(await plan()).toEqual({
      hosts: [new URL(api.baseURL).host],
      calls: 4,
      characters: 4 * (instructions + input),
      inputTokens: 4 * (4 + 6),
      areTokensCounted: false,
      costAtMost: (2 * (10 * 5 + 1000 * 25) + 2 * (10 * 1 + 1000 * 5)) / 1e6,
      missingPrices: [],
      missingKeys: [],
      sides: [
        { workflowName: 'Replies', side: 'current', model: 'claude-opus-5', calls: 2 },
        { workflowName: 'Replies', side: 'candidate', model: 'claude-haiku-4-5', calls: 2 },
      ],
      previews: [
        expect.objectContaining({ side: 'current', model: 'claude-opus-5' }),
        expect.objectContaining({ side: 'candidate', model: 'claude-haiku-4-5' }),
      ],
      evaluator: null,
      personal: [],
      obstacle: null,
    })
    expect(api.requests).toEqual([])
  })

  it('a missing price is said, not taken for nothing', async () => {
    plant({ candidateModel: 'my-own-model' })
    expect(await plan()).toMatchObject({ costAtMost: null, missingPrices: ['my-own-model'], obstacle: null })
  })

  it('a side without a model id is left to be pasted', async () => {
    plant({ currentModel: '' })
    expect(await plan()).toMatchObject({ calls: 3, sides: [{ side: 'candidate' }], obstacle: null })
  })

  it.each([
    [
      'no side names a model',
      () => plant({ currentModel: '', candidateModel: '' }),
      'No side with missing outputs names a model id, so nothing can be fetched. Paste or import those outputs.',
    ],
    [
      'the set-up is not locked',
      () => {
        plant()
        runs.db.exec("UPDATE model_tests SET state = 'setting_up'")
      },
      'Lock the set-up first: the rule is agreed before any output is there.',
    ],
    [
      'judging has begun',
      () => {
        plant()
        runs.db.exec("UPDATE model_tests SET state = 'judging'")
      },
      'Judging has begun, so no more outputs are fetched.',
    ],
    [
      'there is no key',
      async () => {
        plant()
        await runs.keys.forget()
      },
      'There is no API key for Anthropic yet. Enter it in Settings, under Model tests.',
    ],
    [
      'all is there',
      () => {
        plant({ inputs: 1 })
        runs.db.exec(`INSERT INTO test_outputs (input_id, side, text, source, received_at)
          VALUES (1, 'current', 'a', 'paste', ''), (1, 'candidate', 'b', 'paste', '')`)
      },
      'Every output is here already.',
    ],
  ])('when %s, the plan says so and nothing starts', async (_, prepare, obstacle) => {
    await prepare()
    expect([(await plan()).obstacle, await refusalOf(() => start())]).toEqual([
      obstacle,
      `CONFLICT: ${obstacle}`,
    ])
    expect([api.requests, requests()]).toEqual([[], []])
  })

  it('personal data is listed, and masked in what is sent once the owner says so', async () => {
    plant({ texts: ['Write to ana@example.com', 'Hello'] })
    const found = [{ kind: 'email', text: 'ana@example.com' }]
    expect((await plan()).personal).toEqual([{ inputId: 1, name: 'Input 1', found, isMasked: false }])
    await runs.runner.mask({ inputId: 1, isMasked: true }, call)
    expect((await plan()).personal).toEqual([{ inputId: 1, name: 'Input 1', found, isMasked: true }])
    await start()
    await ended()
    expect(api.requests.map(({ input }) => input).sort()).toEqual([
      'Hello',
      'Hello',
      'Write to [e-mail address 1]',
      'Write to [e-mail address 1]',
    ])
  })
})

describe('a run', () => {
  it('fetches every output with its time, tokens and cost, each in the ledger', async () => {
    plant({ inputs: 2 })
    expect((await start()).state).toBe('running')
    expect(await ended()).toEqual({
      state: 'idle',
      message: null,
      done: 4,
      total: 4,
      inFlight: 0,
      cost: outputs().reduce((sum, { cost }) => sum + (cost ?? 0), 0),
      maybePaid: 0,
    })
    expect(outputs().map(({ side, stopReason }) => [side, stopReason])).toEqual([
      ['current', 'end_turn'],
      ['candidate', 'end_turn'],
      ['current', 'end_turn'],
      ['candidate', 'end_turn'],
    ])
    expect(outputs().every(({ cost, milliseconds }) => (cost ?? 0) > 0 && milliseconds >= 0)).toBe(true)
    expect([api.paid(), outcomes()]).toEqual([4, again({ kind: 'cut' }, 4).map(() => 'answered')])
    expect(verifyChain(runs.db).ok).toBe(true)
  })

  it('has at most four calls on their way', async () => {
    plant({ inputs: 6 })
    api.decide(() => ({ kind: 'answer', latencyMs: 30 }))
    let most = 0
    const looking = setInterval(() => {
      most = Math.max(most, progress().inFlight)
    }, 2)
    await start()
    await ended()
    clearInterval(looking)
    expect([most, api.paid()]).toEqual([4, 12])
  })

  it('started twice is one run', async () => {
    plant({ inputs: 4 })
    api.decide(() => ({ kind: 'answer', latencyMs: 20 }))
    await Promise.all([start(), start()])
    await start()
    await ended()
    expect(api.paid()).toBe(8)
  })

  it('asks only for what is missing', async () => {
    plant({ inputs: 2 })
    runs.db.exec(`INSERT INTO test_outputs (input_id, side, text, source, received_at)
      VALUES (1, 'current', 'Mine', 'paste', '')`)
    await start()
    await ended()
    expect([api.paid(), outputs()[0]?.text]).toEqual([3, 'Mine'])
  })

  it('ignores the address that the environment gives', async () => {
    plant({ inputs: 1 })
    vi.stubEnv('ANTHROPIC_BASE_URL', 'http://127.0.0.1:1')
    await start()
    expect((await ended()).state).toBe('idle')
    expect(api.requests.map(({ authorization }) => authorization)).toEqual([
      `Bearer ${runKey}`,
      `Bearer ${runKey}`,
    ])
  })

  it.each([
    ['a refusal', refusalAnswer, 'refusal', 'I cannot help with this.'],
    ['an answer cut at its longest', cutAtMaxTokens, 'max_tokens', undefined],
    ['an empty answer', emptyAnswer, 'end_turn', ''],
  ])('keeps %s as what it is', async (_, fault, stopReason, text) => {
    plant({ inputs: 1, currentModel: '' })
    api.queue(fault)
    await start()
    expect(await ended()).toMatchObject({ state: 'idle', done: 1 })
    const [output] = outputs()
    expect([output?.stopReason, text ?? output?.text]).toEqual([stopReason, output?.text])
  })

  it('keeps an answer of 50,000 words whole', async () => {
    plant({ inputs: 1, currentModel: '' })
    api.queue(wordyAnswer)
    await start()
    await ended()
    expect(outputs()[0]?.text.split(' ')).toHaveLength(50_000)
  })
})

describe('a fault', () => {
  const tries = 'could not be fetched; the list says why. Go on to try again, or paste'

  it.each<[string, Fault, string[]]>([
    [
      '429 with retry-after',
      { kind: 'status', status: 429, headers: { 'retry-after-ms': '30' } },
      ['failed', 'answered'],
    ],
    ['429 without', { kind: 'status', status: 429 }, ['failed', 'answered']],
    ['529', { kind: 'status', status: 529 }, ['failed', 'answered']],
    ['500', { kind: 'status', status: 500 }, ['failed', 'answered']],
    ['a reset before the headers', { kind: 'reset_before_headers' }, ['maybe_paid', 'answered']],
    ['a reset after the headers', { kind: 'reset_after_headers' }, ['maybe_paid', 'answered']],
    ['silence', { kind: 'silence' }, ['maybe_paid', 'answered']],
    ['a stalled stream', { kind: 'stall' }, ['maybe_paid', 'answered']],
    ['a cut body', { kind: 'cut' }, ['maybe_paid', 'answered']],
    ['invalid JSON', { kind: 'bad_json' }, ['maybe_paid', 'answered']],
    ['an empty object', { kind: 'empty_object' }, ['maybe_paid', 'answered']],
    ['a cut before the end', { kind: 'cut_before_end' }, ['maybe_paid', 'answered']],
    ['a cut after the end', { kind: 'cut_after_end' }, ['answered']],
  ])('of %s is got over', async (_, fault, wanted) => {
    plant({ inputs: 1, currentModel: '' })
    api.queue(fault)
    await start()
    const maybePaid = wanted.filter((outcome) => outcome === 'maybe_paid').length
    expect(await ended()).toMatchObject({ state: 'idle', done: 1, total: 1, maybePaid })
    expect([outcomes(), outputs().length]).toEqual([wanted, 1])
  })

  it.each([
    [401, 'The provider did not accept the API key. Enter it again in Settings, then go on.'],
    [
      403,
      'The API key is not allowed to do this. Have it allowed in your account with the provider, then go on.',
    ],
    [
      404,
      'The provider does not know the model “claude-haiku-4-5”, or has retired it. Choose another one under “Models and longest answers”, where its list can be asked for, then go on.',
    ],
  ])('of %s stops the run, and going on asks for the rest', async (status, message) => {
    plant({ inputs: 6, currentModel: '' })
    api.decide(({ number }) =>
      number === 2 ? { kind: 'status', status } : { kind: 'answer', latencyMs: 20 },
    )
    await start()
    const stopped = await ended()
    expect(stopped).toMatchObject({ state: 'stopped', message, total: 6, maybePaid: 0 })
    expect(stopped.done).toBeLessThan(6)
    api.decide(() => null)
    await start()
    expect(await ended()).toMatchObject({ state: 'idle', message: null, done: 6 })
    expect(api.paid()).toBe(6)
  })

  it('that points elsewhere stops the run; nothing goes there', async () => {
    const elsewhere = await startFakeMessagesApi()
    plant({ inputs: 1, currentModel: '' })
    api.queue({ kind: 'redirect', to: `${elsewhere.baseURL}/v1/messages` })
    await start()
    const { state, message } = await ended()
    expect([state, elsewhere.requests]).toEqual(['stopped', []])
    expect(message).toContain('pointed to another address. Evenkeel does not follow')
    await elsewhere.close()
  })

  it('that comes three times is given up and listed, and the rest goes on', async () => {
    plant({ inputs: 3, currentModel: '' })
    api.decide(({ input }) => (input.includes('parcel 1') ? { kind: 'status', status: 500 } : null))
    await start()
    expect(await ended()).toMatchObject({
      state: 'stopped',
      message: `1 answer ${tries} it.`,
      done: 2,
      total: 3,
    })
    expect(callStates()).toEqual(['failed', 'done', 'done'])
    api.decide(() => null)
    await start()
    expect(await ended()).toMatchObject({ state: 'idle', message: null, done: 3 })
  })

  it('that may have cost money each time is counted each time', async () => {
    plant({ inputs: 1, currentModel: '' })
    api.decide(() => ({ kind: 'cut' }))
    await start()
    expect(await ended()).toMatchObject({ state: 'stopped', done: 0, maybePaid: 3 })
    expect([outcomes(), callStates()]).toEqual([['maybe_paid', 'maybe_paid', 'maybe_paid'], ['failed']])
  })

  it('that asks to wait holds back every call, says how long, and is obeyed', async () => {
    plant({ inputs: 5, currentModel: '' })
    api.queue(...again({ kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 4))
    const from = performance.now()
    await start()
    await expect.poll(() => progress().message).toBe('The provider asks to wait 1 second.')
    expect(api.requests).toHaveLength(4)
    expect(await ended()).toMatchObject({ state: 'idle', message: null, done: 5 })
    expect(performance.now() - from).toBeGreaterThan(950)
  })
})

describe('the spending cap', () => {
  it('reached in the middle stops the run; a higher one goes on', async () => {
    plant({ inputs: 12, currentModel: '', maxTokens: 1000 })
    api.decide(() => ({ kind: 'answer', text: 'x'.repeat(4000) }))
    // One answer costs at most and in fact about half a cent.
    await start(0.02)
    const stopped = await ended()
    expect(stopped).toMatchObject({
      state: 'stopped',
      message:
        'The spending cap of $0.02 is reached: the next answer could cost up to $0.01. What is here is kept. Raise the cap to go on, or paste what is missing.',
      done: 3,
    })
    expect(stopped.cost ?? 1).toBeLessThanOrEqual(0.02)
    await start(1)
    expect(await ended()).toMatchObject({ state: 'idle', done: 12 })
  })

  it('counts what may have been paid at full price', async () => {
    plant({ inputs: 2, currentModel: '', maxTokens: 1000 })
    api.decide(() => ({ kind: 'cut' }))
    await start(0.011)
    expect(await ended()).toMatchObject({ state: 'stopped', done: 0, maybePaid: 2, cost: 0 })
    expect(progress().message).toContain('The spending cap of $0.01 is reached')
  })

  it('cannot be set where a price is missing; without one the cost is unknown, not nothing', async () => {
    plant({ inputs: 1, candidateModel: 'my-own-model' })
    expect(await refusalOf(() => start(5))).toBe(
      'CONFLICT: There is no price for “my-own-model”, so what a call costs is unknown and a spending cap can’t be kept. Enter the price, or start without a cap. Nothing was sent.',
    )
    expect(api.requests).toEqual([])
    await start()
    expect(await ended()).toMatchObject({ state: 'idle', cost: null })
  })
})

describe('the owner', () => {
  const slow = () => api.decide(() => ({ kind: 'answer', latencyMs: 60 }))
  const underWay = () =>
    expect.poll(() => api.requests.length, { interval: 5, timeout: 10_000 }).toBeGreaterThanOrEqual(4)

  it('pauses: what is on its way comes in, nothing new leaves, and going on gets the rest', async () => {
    plant({ inputs: 5 })
    slow()
    await start()
    await underWay()
    expect((await runs.runner.pauseRun({ id: 1 }, call)).state).toBe('paused')
    expect(await ended()).toMatchObject({ state: 'paused', message: null, done: 4, maybePaid: 0 })
    expect(api.requests).toHaveLength(4)
    await start()
    expect(await ended()).toMatchObject({ state: 'idle', done: 10 })
    expect(api.paid()).toBe(10)
  })

  it('goes on while the last calls of a paused run are on their way', async () => {
    plant({ inputs: 5 })
    slow()
    await start()
    await underWay()
    await runs.runner.pauseRun({ id: 1 }, call)
    expect((await start()).state).toBe('running')
    expect(await ended()).toMatchObject({ state: 'idle', done: 10, maybePaid: 0 })
    expect(api.paid()).toBe(10)
  })

  it('cancels: what is on its way may have been paid, and is listed', async () => {
    plant({ inputs: 5 })
    slow()
    await start()
    await underWay()
    const message =
      'You stopped the run. 4 answers that were on their way may have been paid for; they will be asked for again when you go on. What is here is kept.'
    expect(await runs.runner.cancelRun({ id: 1 }, call)).toMatchObject({ state: 'stopped', message })
    expect(await ended()).toMatchObject({ state: 'stopped', message, done: 0, maybePaid: 4 })
    expect(outcomes()).toEqual(['maybe_paid', 'maybe_paid', 'maybe_paid', 'maybe_paid'])
    await start()
    expect(await ended()).toMatchObject({ state: 'idle', done: 10, maybePaid: 4 })
  })

  it('closes Evenkeel: it says so at the next start', async () => {
    plant({ inputs: 5 })
    slow()
    await start()
    await underWay()
    await runs.close()
    runs = await openRuns(folder, { baseURL: api.baseURL, clock })
    expect(progress()).toMatchObject({
      state: 'paused',
      message:
        'Evenkeel closed while the test was running. 4 answers that were on their way may have been paid for; they will be asked for again when you go on. What is here is kept.',
      maybePaid: 4,
    })
  })

  it('pastes an output while its answer is on its way: hers stays', async () => {
    plant({ inputs: 1, currentModel: '' })
    slow()
    await start()
    await expect.poll(() => api.requests.length, { interval: 5 }).toBe(1)
    runs.db.exec(`INSERT INTO test_outputs (input_id, side, text, source, received_at)
      VALUES (1, 'candidate', 'Mine', 'paste', '')`)
    expect(await ended()).toMatchObject({ state: 'idle', done: 1 })
    expect(outputs().map(({ text }) => text)).toEqual(['Mine'])
  })
})

describe('a crash', () => {
  /** Another process on what a SIGKILL at this instant would leave. */
  async function killed() {
    const left = mkdtempSync(join(tmpdir(), 'evenkeel-runs-'))
    for (const name of ['evenkeel.db', 'evenkeel.db-wal']) {
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(left, name))
    }
    await runs.close()
    rmSync(folder, { recursive: true, force: true })
    folder = left
    runs = await openRuns(folder, { baseURL: api.baseURL, clock })
  }

  it('pauses the run, lists what was on its way, and keeps every answer received', async () => {
    plant({ inputs: 5 })
    api.decide(({ number }) => ({ kind: 'answer', latencyMs: number <= 2 ? 5 : 200 }))
    await start()
    await expect.poll(() => [progress().done, api.requests.length], { interval: 5 }).toEqual([2, 6])
    await killed()
    expect(progress()).toMatchObject({
      state: 'paused',
      message:
        'Evenkeel closed while the test was running. 4 answers that were on their way may have been paid for; they will be asked for again when you go on. What is here is kept.',
      done: 2,
      total: 10,
      inFlight: 0,
      maybePaid: 4,
    })
    api.decide(() => null)
    await start()
    expect(await ended()).toMatchObject({ state: 'idle', message: null, done: 10, maybePaid: 4 })
    expect(api.requests).toHaveLength(6 + 8)
  })
})

describe('a full disk', () => {
  it('stops the run with its words; the answer that had no room may have been paid', async () => {
    plant({ inputs: 1, currentModel: '' })
    api.queue(wordyAnswer)
    const pages = Number(runs.db.pragma('page_count', { simple: true }))
    runs.db.pragma(`max_page_count = ${pages + 40}`)
    await start()
    expect(await ended()).toMatchObject({ state: 'stopped', done: 0, total: 1, maybePaid: 1 })
    expect(progress().message).toContain('The disk is full')
    runs.db.pragma(`max_page_count = ${pages + 1000}`)
    await start()
    expect(await ended()).toMatchObject({ state: 'idle', message: null, done: 1, maybePaid: 1 })
  })
})

describe('a clock that is set back and forth', () => {
  it('changes neither the times nor the order', async () => {
    plant({ inputs: 4 })
    api.decide(() => ({ kind: 'answer', latencyMs: 15 }))
    const days = ['2020-01-01', '2031-05-05', '2026-11-20']
    let moved = 0
    const moving = setInterval(() => clock.moveTo(days[moved++ % 3] ?? ''), 3)
    await start()
    expect(await ended()).toMatchObject({ state: 'idle', done: 8 })
    clearInterval(moving)
    const { secondsUsed } = progress()
    expect([moved > 2, secondsUsed > 0.02, secondsUsed < 5]).toEqual([true, true, true])
    expect(outputs().every(({ milliseconds }) => milliseconds >= 14 && milliseconds < 2000)).toBe(true)
    expect((await runs.provider.sent({ offset: 0 }, call)).rows.map(({ id }) => id)).toEqual([
      8, 7, 6, 5, 4, 3, 2, 1,
    ])
  })
})

describe('the evaluator', () => {
  const verdictBy = (word: (input: string) => string) =>
    api.decide(({ instructions, input }) =>
      instructions.startsWith('You compare') ? { kind: 'answer', text: word(input) } : null,
    )

  it('is asked for every standard in both orders, inside plan and cap', async () => {
    plant({ inputs: 2, useEvaluator: true })
    const plan = await runs.runner.sendPlan({ id: 1 }, call)
    expect([plan.calls, plan.evaluator]).toEqual([12, { models: ['claude-opus-5'], calls: 8 }])
    // Says whichever answer is of the candidate.
    verdictBy((input) =>
      input.indexOf('of claude-haiku-4-5') < input.indexOf('of claude-opus-5') ? 'First.' : 'second',
    )
    await start(1)
    expect(await ended()).toMatchObject({ state: 'idle', done: 12, total: 12 })
    expect(runs.runner.evaluations(1).map(({ outcome }) => outcome)).toEqual([
      'better',
      'better',
      'better',
      'better',
    ])
  })

  it('that always names the first has no steady verdict; nor has one that talks', async () => {
    plant({ inputs: 1, useEvaluator: true })
    verdictBy((input) => (input.includes('Right tone') ? 'I think both are good.' : 'first'))
    await start()
    await ended()
    expect(runs.runner.evaluations(1)).toEqual([
      { inputId: 1, standardId: 1, outcome: null },
      { inputId: 1, standardId: 2, outcome: null },
    ])
  })

  it('is not asked about two texts that are the same', async () => {
    plant({ inputs: 1, useEvaluator: true })
    api.decide(() => ({ kind: 'answer', text: 'The same' }))
    await start()
    expect(await ended()).toMatchObject({ state: 'idle', done: 6, total: 6 })
    expect([api.paid(), runs.runner.evaluations(1)]).toEqual([2, []])
  })

  it('is asked again about an output that took another’s place', async () => {
    plant({ inputs: 1, useEvaluator: true })
    verdictBy(() => 'equal')
    await start()
    await ended()
    runs.repository.removeOutput(1, 'candidate')
    expect(runs.runner.evaluations(1)).toEqual([])
    await start()
    await ended()
    expect(runs.runner.evaluations(1).map(({ outcome }) => outcome)).toEqual(['same', 'same'])
  })

  it('is not asked again for what it has said', async () => {
    plant({ inputs: 1, useEvaluator: true })
    verdictBy(() => 'equal')
    await start()
    await ended()
    expect(await refusalOf(() => start())).toBe('CONFLICT: Every output is here already.')
    expect(runs.runner.evaluations(1).map(({ outcome }) => outcome)).toEqual(['same', 'same'])
  })
})
