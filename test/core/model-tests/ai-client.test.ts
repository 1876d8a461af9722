import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMessagesClient } from '../../../electron/core/ai/anthropic/messages.ts'
import { longestWaitMs, retryAfter } from '../../../electron/core/ai/failure.ts'
import { ApiFailure } from '../../../electron/core/ai/port.ts'
import { scrub } from '../../../electron/core/ai/scrub.ts'
import { fakeAnswer, fakeModels, fakeTokens, longAnswer } from '../../helpers/fake-answers.ts'
import {
  cutAtMaxTokens,
  emptyAnswer,
  type FakeMessagesApi,
  type Fault,
  refusal,
  startFakeMessagesApi,
  wordyAnswer,
} from '../../helpers/fake-messages-api.ts'

const apiKey = 'sk-ant-canary-0123456789abcdef'
const asked = { model: 'claude-opus-5', instructions: 'PROMPT-CANARY be brief', input: 'INPUT-CANARY hello' }
/** Far above what a busy machine needs to answer. */
const patient = { quietMs: 60_000, totalMs: 90_000 }
/** For what never comes. */
const impatient = { quietMs: 300, totalMs: 60_000 }

let api: FakeMessagesApi
/** Nothing may ever arrive here. */
let elsewhere: FakeMessagesApi

beforeAll(async () => {
  api = await startFakeMessagesApi()
  elsewhere = await startFakeMessagesApi()
})

beforeEach(() => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) vi.spyOn(console, method)
})

afterEach(() => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    expect(console[method]).not.toHaveBeenCalled()
  }
  const strayed = [...elsewhere.requests]
  elsewhere.reset()
  expect(strayed).toEqual([])
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  api.reset()
})

afterAll(async () => {
  await api.close()
  await elsewhere.close()
})

const client = (baseURL = api.baseURL, timeouts = patient) =>
  createMessagesClient({ apiKey, baseURL, timeouts })
const ask = (signal?: AbortSignal, timeouts = patient) =>
  client(api.baseURL, timeouts).ask({ ...asked, maxTokens: 1000 }, { signal })

/** What the call failed with, after looking for anything in it that has to stay here. */
async function failureOf(call: Promise<unknown>): Promise<ApiFailure> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ApiFailure)
  const failure = error as ApiFailure
  const everything = `${inspect(failure, { depth: null, showHidden: true })} ${JSON.stringify(failure)}`
  expect(everything).not.toMatch(/sk-ant|canary|SERVER-TEXT/i)
  return failure
}

const parts = ({ kind, message, status, retryAfterMs }: ApiFailure) => ({
  kind,
  message,
  status,
  retryAfterMs,
})

describe('answer', () => {
  it('is whole, measured and counted', async () => {
    api.queue({ kind: 'answer', latencyMs: 60 })
    const answer = await ask()
    expect(answer).toEqual({
      text: fakeAnswer(asked),
      stopReason: 'end_turn',
      inputTokens: fakeTokens(asked.instructions + asked.input),
      outputTokens: fakeTokens(fakeAnswer(asked)),
      milliseconds: expect.any(Number),
      requestId: 'req_1',
    })
    expect(answer.milliseconds).toBeGreaterThanOrEqual(60)
    expect(answer.milliseconds).toBeLessThan(5_000)
    expect(api.requests).toMatchObject([{ ...asked, path: '/v1/messages', isPaid: true, isSent: true }])
  })

  it('sends our headers and none about this computer', async () => {
    await ask()
    const { host, connection, 'content-length': length, ...sent } = api.requests[0]?.headers ?? {}
    expect(sent).toEqual({
      accept: 'application/json',
      'accept-encoding': 'gzip, deflate',
      'accept-language': '*',
      'anthropic-version': '2026-10-21',
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
      'sec-fetch-mode': 'cors',
      'user-agent': 'Evenkeel',
    })
  })

  it.each<[string, Fault, string, string]>([
    ['a refusal', refusal, 'refusal', 'I cannot help with this.'],
    ['an answer cut at its longest length', cutAtMaxTokens, 'max_tokens', fakeAnswer(asked)],
    ['an empty answer', emptyAnswer, 'end_turn', ''],
    ['50,000 words', wordyAnswer, 'end_turn', longAnswer],
    [
      'a reason to stop that is not known yet',
      { kind: 'answer', stopReason: 'new' },
      'other',
      fakeAnswer(asked),
    ],
    [
      'an answer whose connection broke after its end',
      { kind: 'cut_after_end' },
      'end_turn',
      fakeAnswer(asked),
    ],
  ])('keeps %s as an answer', async (_, fault, stopReason, text) => {
    api.queue(fault)
    expect(await ask()).toMatchObject({ stopReason, text })
  })

  it('of each of many calls at once is its own', async () => {
    const inputs = Array.from({ length: 40 }, (_, index) => `Input ${index}`)
    const answers = await Promise.all(
      inputs.map((input) => client().ask({ ...asked, input, maxTokens: 100 }, {})),
    )
    expect(answers.map(({ text }) => text)).toEqual(inputs.map((input) => fakeAnswer({ ...asked, input })))
    expect(api.paid()).toBe(40)
  })
})

const charged = 'The provider may have charged for it.'
const unread = `The provider’s reply did not come back whole, or could not be read. ${charged}`
const brokeOff = `The answer broke off. ${charged}`
const tooMany = 'The provider asks to wait: too many requests in a short time.'
const overloaded = 'The provider has too much to do right now and asks to wait.'
const status = (code: number, headers: Record<string, string> = {}): Fault => ({
  kind: 'status',
  status: code,
  headers,
})

describe('a failed answer', () => {
  it.each<[string, Fault, string, string, number | null, number | null]>([
    [
      '400',
      status(400),
      'stop',
      'The provider could not use this request. Check “Models and longest answers”, then go on.',
      400,
      null,
    ],
    [
      '401',
      status(401),
      'stop',
      'The provider did not accept the API key. Enter it again in Settings, then go on.',
      401,
      null,
    ],
    [
      '402',
      status(402),
      'stop',
      'The provider asks for payment first. Add credit to your account there, then go on.',
      402,
      null,
    ],
    [
      '403',
      status(403),
      'stop',
      'The API key is not allowed to do this. Have it allowed in your account with the provider, then go on.',
      403,
      null,
    ],
    [
      '404',
      status(404),
      'stop_model',
      'The provider does not know the model “claude-opus-5”, or has retired it. Choose another one under “Models and longest answers”, where its list can be asked for, then go on.',
      404,
      null,
    ],
    [
      '413',
      status(413),
      'skip',
      'The provider refused the request as too long. Paste this output, or shorten the input.',
      413,
      null,
    ],
    ['418', status(418), 'stop', 'The provider refused the request (418).', 418, null],
    ['408', status(408), 'retry', 'The provider did not get to this request.', 408, null],
    ['429 without a time', status(429), 'wait', tooMany, 429, null],
    ['429 with seconds', status(429, { 'retry-after': '7' }), 'wait', tooMany, 429, 7_000],
    [
      '429 with milliseconds',
      status(429, { 'retry-after-ms': '250', 'retry-after': '1' }),
      'wait',
      tooMany,
      429,
      250,
    ],
    [
      '429 with a date',
      status(429, {
        date: 'Sat, 21 Nov 2026 08:00:00 GMT',
        'retry-after': 'Sat, 21 Nov 2026 08:00:12 GMT',
      }),
      'wait',
      tooMany,
      429,
      12_000,
    ],
    ['529', status(529, { 'retry-after': '2' }), 'wait', overloaded, 529, 2_000],
    ['500', status(500), 'retry', 'The provider had a fault of its own (500).', 500, null],
    ['502', status(502), 'retry', 'The provider had a fault of its own (502).', 502, null],
    [
      '503',
      status(503, { 'retry-after': '3' }),
      'retry',
      'The provider had a fault of its own (503).',
      503,
      3_000,
    ],
    ['504', status(504), 'retry', 'The provider had a fault of its own (504).', 504, null],
    [
      'overload told inside the stream, before the answer',
      { kind: 'error_event', type: 'overloaded_error', hasBegun: false },
      'wait',
      overloaded,
      529,
      null,
    ],
    [
      'overload told inside the answer',
      { kind: 'error_event', type: 'overloaded_error', hasBegun: true },
      'maybe_paid',
      brokeOff,
      null,
      null,
    ],
    ['a reset before the headers', { kind: 'reset_before_headers' }, 'maybe_paid', unread, null, null],
    ['a reset after the headers', { kind: 'reset_after_headers' }, 'maybe_paid', unread, null, null],
    ['a cut body', { kind: 'cut' }, 'maybe_paid', brokeOff, null, null],
    ['an end without the last event', { kind: 'cut_before_end' }, 'maybe_paid', brokeOff, null, null],
    ['bad JSON', { kind: 'bad_json' }, 'maybe_paid', brokeOff, null, null],
    ['an event of the wrong shape', { kind: 'wrong_shape' }, 'maybe_paid', brokeOff, null, null],
    ['{}', { kind: 'empty_object' }, 'maybe_paid', unread, null, null],
    [
      'a stalled stream',
      { kind: 'stall' },
      'maybe_paid',
      `Nothing came from the provider for 1 s, so the call was ended. ${charged}`,
      null,
      null,
    ],
    [
      'no reply at all',
      { kind: 'silence' },
      'maybe_paid',
      `Nothing came from the provider for 1 s, so the call was ended. ${charged}`,
      null,
      null,
    ],
  ])('by %s says so, once', async (_, fault, kind, message, code, retryAfterMs) => {
    api.queue(fault)
    const isAwaited = fault.kind === 'stall' || fault.kind === 'silence'
    const failure = await failureOf(ask(undefined, isAwaited ? impatient : patient))
    expect(parts(failure)).toEqual({ kind, message, status: code, retryAfterMs })
    expect(api.requests).toHaveLength(1)
  })

  it.each<[number, string, string, RegExp]>([
    [
      400,
      'Your credit balance is too low to access the API. Please go to Plans & Billing.',
      'stop',
      /^Your account with the provider has no credit left\. Add credit/,
    ],
    [
      400,
      'You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.',
      'stop',
      /reached until 1 December 2026\. Raise it there or wait until then, then go on/,
    ],
    [
      429,
      'Workspace usage limits reached.',
      'stop',
      /^The usage limit of your account with the provider is reached\./,
    ],
    [
      400,
      'prompt is too long: 210000 tokens > 200000 maximum',
      'skip',
      /longer than the model takes\. Paste this/,
    ],
    [
      400,
      'max_tokens: 64000 > 8192, the maximum allowed',
      'stop_model',
      /^The longest answer allowed is more/,
    ],
    [
      400,
      '`temperature` is deprecated for this model.',
      'stop_model',
      /one of the settings that went along\. Take it out/,
    ],
    [
      404,
      'model claude-opus-5 was retired on 2026-11-01',
      'stop_model',
      /^The provider has retired this model\./,
    ],
    [404, 'model: claude-opus-5', 'stop_model', /^The provider does not know the model/],
    [401, 'credit balance', 'stop', /^The provider did not accept the API key/],
    [529, 'usage limit', 'wait', /too much to do/],
  ])('of %i and “%s” is said in the owner’s words', async (code, said, kind, words) => {
    api.queue({ kind: 'status', status: code, message: said })
    const failure = await failureOf(ask(undefined, patient))
    expect(failure.kind).toBe(kind)
    expect(failure.message).toMatch(words)
    expect(failure.message).not.toContain(said)
  })

  it('by a stream that only pings is told when its whole time is over', async () => {
    api.queue({ kind: 'stall_pinging' })
    // A busy machine may keep a ping back for most of a second: that is not the quiet looked for here.
    const almostPatient = { quietMs: 1_900, totalMs: 2_000 }
    const waiting = createMessagesClient({ apiKey, baseURL: api.baseURL, timeouts: almostPatient })
    const failure = await failureOf(waiting.ask({ ...asked, maxTokens: 1000 }, {}))
    expect(parts(failure)).toEqual({
      kind: 'maybe_paid',
      message: `The answer was not there after 2 s, so the call was ended. ${charged}`,
      status: null,
      retryAfterMs: null,
    })
    expect(api.requests).toHaveLength(1)
  })

  it('by a redirect to another host is refused: nothing goes there', async () => {
    api.queue({ kind: 'redirect', to: `${elsewhere.baseURL}/v1/messages` })
    const { host } = new URL(api.baseURL)
    expect(parts(await failureOf(ask()))).toEqual({
      kind: 'stop',
      message: `${host} pointed to another address. Evenkeel does not follow: your texts go only where you agreed. Ask whoever runs your network.`,
      status: null,
      retryAfterMs: null,
    })
  })

  it('by a refused connection or an unknown host can be tried again', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => closed.once('listening', resolve))
    const port = (closed.address() as AddressInfo).port
    await new Promise((resolve) => closed.close(resolve))
    for (const host of [`127.0.0.1:${port}`, 'nowhere.invalid']) {
      const failure = await failureOf(client(`http://${host}`).ask({ ...asked, maxTokens: 10 }, {}))
      expect(parts(failure)).toEqual({
        kind: 'retry',
        message: `${host} could not be reached. Nothing was sent. Check the connection to the internet.`,
        status: null,
        retryAfterMs: null,
      })
    }
  })

  it('by a connection that cannot be secured stops', async () => {
    const failure = await failureOf(
      client(api.baseURL.replace('http:', 'https:')).ask({ ...asked, maxTokens: 10 }, {}),
    )
    expect(failure.kind).toBe('stop')
    expect(failure.message).toMatch(/^No secure connection to 127\.0\.0\.1:\d+ came about/)
  })

  it.each(['', 'sk-ant-canary with a blank', 'sk-ant-canary\nx', 'sk-ant-canary-…'])(
    'by a key that cannot be one sends nothing: %j',
    async (key) => {
      const broken = createMessagesClient({ apiKey: key, baseURL: api.baseURL, timeouts: patient })
      expect(parts(await failureOf(broken.ask({ ...asked, maxTokens: 10 }, {})))).toMatchObject({
        kind: 'stop',
        message: 'The API key is empty or holds a character that no API key has. Enter it again in Settings.',
      })
      expect(api.requests).toEqual([])
    },
  )

  it('does not repeat a key that was entered as the model', async () => {
    api.queue(status(404))
    const failure = await failureOf(client().ask({ ...asked, model: apiKey, maxTokens: 10 }, {}))
    expect(failure.message).toBe(
      'The provider does not know the model “[API key]”, or has retired it. Choose another one under “Models and longest answers”, where its list can be asked for, then go on.',
    )
  })
})

describe('cancelling', () => {
  it('before a call sends nothing', async () => {
    expect((await failureOf(ask(AbortSignal.abort()))).kind).toBe('cancelled')
    expect(api.requests).toEqual([])
  })

  it.each<[string, Fault]>([
    ['waiting for the reply', { kind: 'silence' }],
    ['reading the answer', { kind: 'stall_pinging' }],
  ])('while %s ends the call', async (_, fault) => {
    const controller = new AbortController()
    api.decide(() => {
      setImmediate(() => controller.abort())
      return fault
    })
    expect(parts(await failureOf(ask(controller.signal)))).toMatchObject({
      kind: 'cancelled',
      message: 'The call was cancelled.',
    })
  })
})

describe('the environment', () => {
  it('has no say in where a call goes, with which key and which headers, or in what is logged', async () => {
    vi.stubEnv('ANTHROPIC_BASE_URL', elsewhere.baseURL)
    vi.stubEnv('ANTHROPIC_API_KEY', 'sk-ant-from-environment')
    vi.stubEnv('ANTHROPIC_AUTH_TOKEN', 'token-from-environment')
    vi.stubEnv('ANTHROPIC_PROFILE', 'other')
    vi.stubEnv('ANTHROPIC_CONFIG_DIR', '/nowhere')
    vi.stubEnv('ANTHROPIC_LOG', 'debug')
    vi.stubEnv(
      'ANTHROPIC_CUSTOM_HEADERS',
      'Authorization: Bearer from-environment\nanthropic-version: 1999-01-01\nx-spy: yes\nx-api-key: k',
    )
    await ask()
    await client().count(asked, {})
    await client().models({})
    expect(api.requests.map(({ path, authorization }) => [path, authorization])).toEqual([
      ['/v1/messages', `Bearer ${apiKey}`],
      ['/v1/messages/count_tokens', `Bearer ${apiKey}`],
      ['/v1/models', `Bearer ${apiKey}`],
    ])
    for (const { headers } of api.requests) {
      expect(headers['anthropic-version']).toBe('2026-10-21')
      expect(Object.keys(headers).filter((name) => name.startsWith('x-'))).toEqual([])
    }
  })
})

describe('what is free', () => {
  it('counts tokens without buying an answer', async () => {
    expect(await client().count(asked, {})).toBe(fakeTokens(asked.instructions + asked.input))
    expect(api.paid()).toBe(0)
  })

  it('lists the models with the day each retires', async () => {
    expect(await client().models({})).toEqual(fakeModels)
  })

  it.each<[string, Fault]>([
    ['a reset', { kind: 'reset_before_headers' }],
    ['bad JSON', { kind: 'bad_json' }],
    ['{}', { kind: 'empty_object' }],
    ['another shape', { kind: 'wrong_shape' }],
    ['silence', { kind: 'silence' }],
  ])('can be tried again after %s, since nothing was bought', async (_, fault) => {
    const asking = () => client(api.baseURL, fault.kind === 'silence' ? impatient : patient)
    for (const call of [() => asking().count(asked, {}), () => asking().models({})]) {
      api.queue(fault)
      const failure = await failureOf(call())
      expect(failure.kind).toBe('retry')
      expect(failure.message).not.toContain(charged)
    }
  })
})

describe('the fake Messages API', () => {
  it('also answers without a stream', async () => {
    const { model, instructions, input } = asked
    const reply = await fetch(`${api.baseURL}/v1/messages`, {
      method: 'POST',
      body: JSON.stringify({ model, system: instructions, messages: [{ role: 'user', content: input }] }),
    })
    expect(await reply.json()).toMatchObject({
      content: [{ type: 'text', text: fakeAnswer(asked) }],
      stop_reason: 'end_turn',
    })
    expect(api.paid()).toBe(1)
  })

  it('counts an answer as paid from its beginning, and only then', async () => {
    api.queue({ kind: 'cut' }, status(500), { kind: 'reset_before_headers' }, null)
    for (let call = 0; call < 4; call++) await ask().catch(() => {})
    expect(api.requests.map(({ isPaid, isSent }) => [isPaid, isSent])).toEqual([
      [true, false],
      [false, false],
      [false, false],
      [true, true],
    ])
  })
})

describe('retryAfter', () => {
  const date = 'Sat, 21 Nov 2026 08:00:00 GMT'
  it.each<[Record<string, string>, number | null]>([
    [{}, null],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': '86400' }, longestWaitMs],
    [{ 'retry-after': '-3' }, null],
    [{ 'retry-after': 'soon', date }, null],
    [{ 'retry-after': 'Sat, 21 Nov 2026 07:00:00 GMT', date }, 0],
    [{ 'retry-after': 'Sun, 22 Nov 2026 08:00:00 GMT', date }, longestWaitMs],
    [{ 'retry-after': 'Sat, 21 Nov 2026 08:00:30 GMT' }, null],
    [{ 'retry-after-ms': 'x', 'retry-after': '2' }, 2000],
  ])('of %j is %j', (headers, milliseconds) => {
    expect(retryAfter(new Headers(headers))).toBe(milliseconds)
  })
})

describe('scrub', () => {
  it.each([
    ['nothing to hide', 'nothing to hide'],
    [`key ${apiKey}, again ${apiKey}.`, 'key [API key], again [API key].'],
    ['another SK-ANT-api03-xY_z-9!', 'another [API key]!'],
    ['authorization: Bearer abc.def next', 'authorization: Bearer [API key] next'],
    ['x-api-key: abc next', 'x-api-key: [API key] next'],
    ['plain-key-of-ours', '[API key]-of-ours', 'plain-key'],
  ])('turns %j into %j', (text, clean, key = apiKey) => {
    expect(scrub(text, key)).toBe(clean)
  })

  it('leaves a text alone where there is no key', () => {
    expect(scrub('abc', '')).toBe('abc')
  })
})
