import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCommands } from '../../../electron/core/command.ts'
import { createAudit } from '../../../electron/core/db/audit.ts'
import { type Db, openDatabase } from '../../../electron/core/db/open.ts'
import { createEvents } from '../../../electron/core/events.ts'
import type { NewRequest } from '../../../electron/core/features/provider/ledger.ts'
import { createProvider, type Provider } from '../../../electron/core/features/provider/service.ts'
import { createFiles } from '../../../electron/core/files.ts'
import { createJobs } from '../../../electron/core/jobs.ts'
import { createMemoryKeys } from '../../../electron/core/key-store.ts'
import { createLog } from '../../../electron/core/log.ts'
import { createTopic } from '../../../electron/core/topic.ts'
import type { Price } from '../../../shared/contract/provider.ts'
import { AppError } from '../../../shared/errors.ts'
import { type FakeMessagesApi, startFakeMessagesApi } from '../../helpers/fake-messages-api.ts'
import { placeSample } from '../../helpers/sample.ts'
import { standIn } from '../../helpers/stand-in.ts'
import { createTestApp, createTestClock, emptyDatabaseIn, refusal } from '../../helpers/test-app.ts'

const key = 'sk-ant-canary-0123456789abcdef'
const call = { locale: 'en-GB' }
const free = {
  callId: null,
  testId: null,
  provider: 'anthropic',
  host: 'api.anthropic.com',
  model: '',
  characters: 0,
}

let api: FakeMessagesApi
let folder: string
let db: Db
let provider: Provider
let clock: ReturnType<typeof createTestClock>

beforeAll(async () => {
  api = await startFakeMessagesApi()
})
afterAll(() => api.close())

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-provider-'))
  clock = createTestClock()
  db = openDatabase(await emptyDatabaseIn(folder), { durability: 'off' })
  provider = open()
})

afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
  api.reset()
})

function open(): Provider {
  const events = createEvents()
  return createProvider(
    {
      db,
      commands: createCommands(db, createAudit(db, clock), (features) => events.changed(...features)),
      clock,
      measured: createTopic(),
      events,
      jobs: createJobs(events, createLog(folder, clock)),
      files: createFiles(folder),
      newSeed: () => 1,
      appVersion: 'test',
      backUp: async () => {},
    },
    [{ provider: standIn(api.baseURL), keys: createMemoryKeys() }],
  )
}

/** A model test with one planned answer. */
function planCall(): { callId: number; testId: number } {
  db.exec(`
    INSERT INTO workflows (id, name, purpose, process_owner, vendor, model, stage, measure, target_line,
      update_line, sample_size, created_at)
      VALUES (1, 'Replies', '', '', '', '', 'production', 'text', 0.1, 0.2, 10, '');
    INSERT INTO model_tests (id, held_on, reason, state, created_at)
      VALUES (3, '2026-11-21', 'New model', 'collecting', '');
    INSERT INTO test_inputs (id, test_id, workflow_id, position, name, text, reference, must_not_fail, checks)
      VALUES (5, 3, 1, 1, 'Late parcel', 'Where is it?', '', 0, '[]');
    INSERT INTO api_calls (id, test_id, input_id, purpose, target, state)
      VALUES (7, 3, 5, 'output', 'candidate', 'planned');`)
  return { callId: 7, testId: 3 }
}

function planned(model = 'claude-opus-5'): NewRequest {
  return {
    ...planCall(),
    purpose: 'output',
    provider: 'anthropic',
    host: 'api.anthropic.com',
    model,
    characters: 1200,
  }
}

const callNow = () => db.prepare('SELECT state, tries, maybe_paid FROM api_calls').get()

async function sent(offset = 0) {
  return provider.sent({ offset }, call)
}

const audited = () =>
  db
    .prepare<[], { actor: string; action: string; entity: string; before: string; after: string }>(
      'SELECT actor, action, entity, before, after FROM audit ORDER BY seq',
    )
    .all()
    .map(({ actor, action, entity, before, after }) => ({
      what: `${actor} ${action} ${entity}`,
      before: JSON.parse(before) as unknown,
      after: JSON.parse(after) as unknown,
    }))

const actions = () => audited().map(({ what }) => what)

async function refusalOf(asking: unknown) {
  try {
    await asking
    return 'accepted'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { code: error.code, message: error.message, fields: error.problems.map(({ field }) => field) }
  }
}

/** Everything on disk in one text. */
function everything(path = folder): string {
  return readdirSync(path)
    .map((name) => join(path, name))
    .map((each) => (statSync(each).isDirectory() ? everything(each) : readFileSync(each, 'latin1')))
    .join('\n')
}

describe('the API key', () => {
  it('is told apart by its last four characters, and forgotten', async () => {
    expect(await provider.setKey({ provider: 'anthropic', key }, call)).toEqual({
      isSet: true,
      lastFour: 'cdef',
      kept: 'memory',
      note: 'There is no keychain for Evenkeel in a browser.',
    })
    expect((await provider.list(undefined, call))[0]?.key.lastFour).toBe('cdef')
    expect(await provider.forgetKey({ provider: 'anthropic' }, call)).toEqual({
      isSet: false,
      lastFour: null,
      kept: null,
      note: null,
    })
    expect(audited()).toEqual([
      { what: 'owner set api_key', before: null, after: null },
      { what: 'owner forget api_key', before: null, after: null },
    ])
  })

  it.each(['short', 'sk-ant-0123 456789', 'Passwörter-0123456789'])('refuses %s', async (entered) => {
    expect(await refusalOf(provider.setKey({ provider: 'anthropic', key: entered }, call))).toEqual({
      code: 'INVALID_INPUT',
      message:
        'That does not look like an API key. Copy the whole key from your account with the provider, without spaces.',
      fields: ['key'],
    })
    expect([(await provider.list(undefined, call))[0]?.key.isSet, actions()]).toEqual([false, []])
  })

  it('never reaches the disk, whatever is done with it', async () => {
    await provider.setKey({ provider: 'anthropic', key }, call)
    await provider.models({ provider: 'anthropic' }, call)
    api.queue({ kind: 'status', status: 401 }, { kind: 'bad_json' })
    await refusalOf(provider.models({ provider: 'anthropic' }, call))
    await refusalOf(provider.models({ provider: 'anthropic' }, call))
    await provider.forgetKey({ provider: 'anthropic' }, call)
    expect(everything()).not.toContain('canary')
  })
})

describe('through the door', () => {
  it('only the last four characters come back, and nothing is left in the data folder', async () => {
    await using app = await createTestApp({ providers: [standIn(api.baseURL)] })
    const replies = [
      await app.client.provider.setKey({ provider: 'anthropic', key: `  ${key}\n` }),
      await app.client.provider.list(),
      await refusal(app.client.provider.setKey({ provider: 'anthropic', key: `${key} ${key}` })),
      await refusal(app.client.provider.setKey({ provider: 'anthropic', key: key.repeat(40) })),
    ]
    await app.client.provider.models({ provider: 'anthropic' })
    api.queue({ kind: 'wrong_shape' })
    replies.push(await refusal(app.client.provider.models({ provider: 'anthropic' })))
    await app.client.company.create({ name: 'Northwind', ownerName: 'Ana' })
    await app.client.company.backUp()
    expect(replies[0]).toMatchObject({ lastFour: 'cdef' })
    expect(JSON.stringify(replies)).not.toContain('canary')
    expect(everything(app.dataDir)).not.toContain('canary')
    expect(api.requests.map(({ authorization }) => authorization)).toEqual([`Bearer ${key}`, `Bearer ${key}`])
  })

  it('the key is the same in the sample company; what was sent is not', async () => {
    await using app = await createTestApp({ providers: [standIn(api.baseURL)] })
    await app.client.provider.setKey({ provider: 'anthropic', key })
    await app.client.provider.models({ provider: 'anthropic' })
    await placeSample(app)
    await app.client.company.openSample()
    const { total } = await app.client.provider.sent({ offset: 0 })
    expect([(await app.client.provider.list())[0]?.key.lastFour, total]).toEqual(['cdef', 0])
  })

  it('a crash is recovered from when the company is opened', async () => {
    await using app = await createTestApp({ providers: [standIn(api.baseURL)] })
    await app.client.provider.setKey({ provider: 'anthropic', key })
    api.queue({ kind: 'silence' })
    const cancel = new AbortController()
    const asking = refusal(app.client.provider.models({ provider: 'anthropic' }, { signal: cancel.signal }))
    await expect.poll(async () => (await app.client.provider.sent({ offset: 0 })).total).toBe(1)
    await using again = await app.reopenAsKilled()
    cancel.abort()
    await asking
    expect((await again.client.provider.sent({ offset: 0 })).rows[0]).toMatchObject({
      outcome: 'failed',
      message: 'Evenkeel stopped before the answer was there.',
    })
  })
})

describe('asking which models there are', () => {
  it('gives them with the day they retire, and says on record that it was asked', async () => {
    await provider.setKey({ provider: 'anthropic', key }, call)
    expect(await provider.models({ provider: 'anthropic' }, call)).toEqual([
      { id: 'claude-opus-5', name: 'Claude Opus 5', retiresOn: null },
      { id: 'claude-haiku-4-5', name: 'Claude Haiku 4.5', retiresOn: '2027-03-01' },
    ])
    expect(await sent()).toEqual({
      rows: [
        {
          id: 1,
          sentAt: clock.now(),
          host: new URL(api.baseURL).host,
          modelTestId: null,
          purpose: 'models',
          model: '',
          characters: 0,
          cost: 0,
          outcome: 'answered',
          message: '',
        },
      ],
      total: 1,
      characters: 0,
      cost: 0,
      unknownCosts: 0,
    })
  })

  it('sends nothing without a key', async () => {
    expect(await refusalOf(provider.models({ provider: 'anthropic' }, call))).toEqual({
      code: 'CONFLICT',
      message: 'There is no API key for Anthropic yet. Enter it in Settings, under Model tests.',
      fields: [],
    })
    expect([api.requests, (await sent()).total]).toEqual([[], 0])
  })

  it('that is refused keeps the reason, and costs nothing', async () => {
    await provider.setKey({ provider: 'anthropic', key }, call)
    api.queue({ kind: 'status', status: 401 })
    const message = 'The provider did not accept the API key. Enter it again in Settings, then go on.'
    expect(await refusalOf(provider.models({ provider: 'anthropic' }, call))).toEqual({
      code: 'UNAVAILABLE',
      message,
      fields: [],
    })
    expect((await sent()).rows[0]).toMatchObject({ outcome: 'failed', cost: 0, message })
  })

  it('can be cancelled', async () => {
    await provider.setKey({ provider: 'anthropic', key }, call)
    api.queue({ kind: 'silence' })
    const cancel = new AbortController()
    const asking = refusalOf(provider.models({ provider: 'anthropic' }, { ...call, signal: cancel.signal }))
    await expect.poll(() => api.requests.length).toBe(1)
    cancel.abort()
    expect(await asking).toMatchObject({ code: 'CANCELLED' })
    expect((await sent()).rows[0]).toMatchObject({ outcome: 'failed' })
  })
})

describe('prices', () => {
  const mine: Price = {
    ...{ provider: 'anthropic', model: 'my-model', input: 1.5, output: 7, asOf: '2026-11-01' },
    takes: ['temperature'],
  }

  it('are there to start with, each with the day it was looked up', async () => {
    const prices = await provider.prices(undefined, call)
    expect(prices.find(({ model }) => model === 'claude-opus-5')).toEqual({
      provider: 'anthropic',
      model: 'claude-opus-5',
      input: 5,
      output: 25,
      asOf: '2026-10-07',
      takes: [],
    })
    expect(prices.every(({ asOf, input, output }) => asOf <= clock.today() && input < output)).toBe(true)
  })

  it('are the owner’s to set, change and remove', async () => {
    const before = await provider.prices(undefined, call)
    expect(await provider.savePrice(mine, call)).toEqual([...before, mine])
    expect(await provider.savePrice({ ...mine, input: 2 }, call)).toEqual([...before, { ...mine, input: 2 }])
    expect(await provider.removePrice({ provider: 'anthropic', model: 'my-model' }, call)).toEqual(before)
    expect(audited()).toEqual([
      { what: 'owner save model_price', before: null, after: mine },
      { what: 'owner save model_price', before: mine, after: { ...mine, input: 2 } },
      { what: 'owner remove model_price', before: { ...mine, input: 2 }, after: null },
    ])
  })

  it('cannot be of a day to come', async () => {
    expect(
      await refusalOf((async () => provider.savePrice({ ...mine, asOf: '2026-11-22' }, call))()),
    ).toEqual({
      code: 'INVALID_INPUT',
      message: 'That date is in the future. Enter the day you looked the price up.',
      fields: ['asOf'],
    })
  })

  it('removed twice says so', async () => {
    expect(
      await refusalOf((async () => provider.removePrice({ provider: 'anthropic', model: 'none' }, call))()),
    ).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it.each([
    ['claude-haiku-4-5', 1],
    ['claude-haiku-4-5-20251001', 1],
    ['claude-haiku-4-5-2025', undefined],
    ['claude-haiku', undefined],
  ])('of %s: %s', (model, input) => {
    expect(provider.priceOf('anthropic', model)?.input).toBe(input)
  })
})

describe('the ledger', () => {
  it('has a request on disk before it is sent', async () => {
    const id = provider.ledger.begin(planned())
    expect([id, callNow(), (await sent()).rows]).toEqual([
      1,
      { state: 'sent', tries: 1, maybe_paid: 0 },
      [
        {
          id: 1,
          sentAt: clock.now(),
          host: 'api.anthropic.com',
          modelTestId: 3,
          purpose: 'output',
          model: 'claude-opus-5',
          characters: 1200,
          cost: null,
          outcome: 'in_flight',
          message: '',
        },
      ],
    ])
  })

  it('refuses to begin inside another transaction, which could still be undone', () => {
    const request = planned()
    expect(() => db.transaction(() => provider.ledger.begin(request))()).toThrow(
      'A request must be on disk before it is sent',
    )
  })

  it('keeps an answer with its cost, all or nothing', async () => {
    const id = provider.ledger.begin(planned())
    const usage = { inputTokens: 2000, outputTokens: 400 }
    const fail = () => {
      throw new Error('no room for the answer')
    }
    expect(() => provider.ledger.answered(id, usage, fail)).toThrow('no room for the answer')
    expect([callNow(), (await sent()).rows[0]?.outcome, actions()]).toEqual([
      { state: 'sent', tries: 1, maybe_paid: 0 },
      'in_flight',
      [],
    ])
    const costs: (number | null)[] = []
    provider.ledger.answered(id, usage, (cost) => costs.push(cost))
    expect([costs, callNow(), actions()]).toEqual([
      [0.02],
      { state: 'done', tries: 1, maybe_paid: 0 },
      ['evenkeel answered sent_request'],
    ])
    expect((await sent()).rows[0]).toMatchObject({ outcome: 'answered', cost: 0.02 })
  })

  it('says that a cost is not known, instead of nothing', async () => {
    const id = provider.ledger.begin(planned('a-model-without-a-price'))
    provider.ledger.answered(id, { inputTokens: 1, outputTokens: 1 }, (cost) => expect(cost).toBeNull())
    expect(await sent()).toMatchObject({ total: 1, characters: 1200, cost: 0, unknownCosts: 1 })
  })

  it('a later price changes no cost on record', async () => {
    const id = provider.ledger.begin(planned())
    provider.ledger.answered(id, { inputTokens: 1_000_000, outputTokens: 0 }, () => {})
    await provider.savePrice(
      { provider: 'anthropic', model: 'claude-opus-5', input: 50, output: 50, asOf: '2026-11-21' },
      call,
    )
    expect((await sent()).cost).toBe(5)
  })

  it.each([
    [undefined, 'planned'],
    ['failed', 'failed'],
  ] as const)('a request that failed bought nothing; its call is %s after %s', async (after, state) => {
    const id = provider.ledger.begin(planned())
    provider.ledger.failed(id, 'The provider had a fault of its own (500).', after)
    expect([callNow(), (await sent()).rows[0]]).toMatchObject([
      { state, tries: 1, maybe_paid: 0 },
      { outcome: 'failed', cost: 0, message: 'The provider had a fault of its own (500).' },
    ])
  })

  it('a request that may have been paid says so and is planned again', async () => {
    const id = provider.ledger.begin(planned())
    provider.ledger.maybePaid(id, 'The answer broke off.')
    expect([callNow(), (await sent()).rows[0], (await sent()).unknownCosts]).toMatchObject([
      { state: 'planned', tries: 1, maybe_paid: 1 },
      { outcome: 'maybe_paid', cost: null, message: 'The answer broke off.' },
      1,
    ])
  })

  it.each([
    ['answered', (id: number) => provider.ledger.answered(id, null, () => {})],
    ['failed', (id: number) => provider.ledger.failed(id, '')],
    ['maybe paid', (id: number) => provider.ledger.maybePaid(id, '')],
  ])('a request that has ended is not %s once more', async (_how, end) => {
    const id = provider.ledger.begin(planned())
    provider.ledger.answered(id, { inputTokens: 1000, outputTokens: 0 }, () => {})
    expect(() => end(id)).toThrow('Request 1 has ended already')
    expect([callNow(), (await sent()).cost]).toEqual([{ state: 'done', tries: 1, maybe_paid: 0 }, 0.005])
  })

  it('after a crash lists what was on its way, once', async () => {
    provider.ledger.begin(planned())
    provider.ledger.begin({ ...free, purpose: 'models' })
    provider.ledger.answered(provider.ledger.begin({ ...free, purpose: 'models' }), null, () => {})
    provider = open()
    provider.ledger.recover()
    provider.ledger.recover()
    const message = 'Evenkeel stopped before the answer was there.'
    expect([callNow(), (await sent()).rows]).toMatchObject([
      { state: 'planned', tries: 1, maybe_paid: 1 },
      [
        { id: 3, outcome: 'answered', message: '' },
        { id: 2, outcome: 'failed', cost: 0, message },
        { id: 1, outcome: 'maybe_paid', cost: null, message },
      ],
    ])
    expect(actions()).toEqual([
      'evenkeel answered sent_request',
      'evenkeel maybe_paid sent_request',
      'evenkeel failed sent_request',
    ])
  })

  it('comes in pages, newest first, with the totals of all', async () => {
    for (let index = 0; index < 60; index++) {
      const id = provider.ledger.begin({ ...free, purpose: 'token_count', characters: 100 })
      provider.ledger.answered(id, null, () => {})
    }
    const [first, second] = [await sent(), await sent(50)]
    expect({ ids: [first.rows[0]?.id, first.rows.length, second.rows[0]?.id, second.rows.length] }).toEqual({
      ids: [60, 50, 10, 10],
    })
    expect({ ...second, rows: [] }).toEqual({
      rows: [],
      total: 60,
      characters: 6000,
      cost: 0,
      unknownCosts: 0,
    })
  })
})
