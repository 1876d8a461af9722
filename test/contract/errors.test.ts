import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { aReview, aWorkflow } from '../helpers/builders.ts'
import { createTestApp, refusal, type TestApp } from '../helpers/test-app.ts'

const paths = Object.entries(contract).flatMap(([feature, methods]) =>
  Object.keys(methods).map((name) => `${feature}/${name}`),
)

const post = (app: TestApp, path: string, body: string) =>
  app.fetch(`/api/${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })

const logOf = ({ dataDir }: TestApp) => {
  const folder = join(dataDir, 'logs')
  return existsSync(folder)
    ? readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join('')
    : ''
}

const takesNoInput = [
  'company/get',
  'company/openSample',
  'company/openOwn',
  'company/backUp',
  'workflows/list',
  'changes/waiting',
  'changes/told',
  'people/list',
  'signals/triggers',
  'foundationReviews/plan',
  'foundationReviews/list',
  'calendar/list',
  'retiredFacts/list',
  'exports/evidencePack',
  'exports/everything',
  'modelTests/list',
  'modelTests/inUse',
  'provider/list',
  'provider/prices',
  'reviews/sessions',
  'results/home',
  'results/overview',
  'reports/periods',
  'activity/choices',
  'activity/check',
  'activity/seals',
  'bin/list',
  'bin/empty',
  'safety/recovery',
  'safety/retry',
  'safety/keepFile',
  'safety/copies',
  'safety/openFolder',
  'safety/second',
  'events/live',
]

describe('a wrong input', () => {
  // One app for all: what is refused leaves nothing behind.
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp()
  })
  afterAll(() => app.dispose())

  it.each(paths.filter((path) => !takesNoInput.includes(path)))(
    'of %s is INVALID_INPUT with problems',
    async (path) => {
      for (const json of ['a text', 7, null, []]) {
        const response = await post(app, path, JSON.stringify({ json }))
        expect(response.status).toBe(422)
        expect(await response.json()).toMatchObject({
          json: { code: 'INVALID_INPUT', data: { problems: [{ message: expect.any(String) }] } },
        })
      }
      expect(logOf(app)).toBe('')
    },
  )

  it('names every wrong field, with the words of the form', async () => {
    await using app = await createTestApp()
    const wrong = aWorkflow({
      name: ' ',
      sampleSize: 2,
      byHandMinutes: 0,
      standards: [{ name: '', description: '', isMustPass: true }],
    })
    expect(await refusal(app.client.workflows.create(wrong))).toEqual({
      code: 'INVALID_INPUT',
      message: 'Enter a name for the workflow.',
      fields: ['name', 'byHandMinutes', 'sampleSize', 'standards.0.name'],
    })
  })

  it('that is no JSON is refused without a word in the log', async () => {
    await using app = await createTestApp()
    for (const body of ['', '{', '{"json":', 'null', '[]', '"x"']) {
      const { status } = await post(app, 'workflows/create', body)
      expect([400, 422]).toContain(status)
    }
    expect(logOf(app)).toBe('')
  })

  it('cannot reach the prototype of everything', async () => {
    await using app = await createTestApp()
    const hostile = [
      '{"json":{"__proto__":{"polluted":1},"name":"A","ownerName":"B"}}',
      '{"json":{"name":"A","ownerName":"B"},"meta":[[0,"__proto__","polluted"]]}',
      '{"json":{"name":"A","ownerName":"B"},"meta":[[3,"constructor","prototype","polluted"]]}',
    ]
    for (const body of hostile) await post(app, 'company/create', body)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('an address that is no procedure', () => {
  it.each([
    '/api',
    '/api/',
    '/api/workflows',
    '/api/workflows/drop',
    '/api/__proto__',
    '/api/__proto__/toString',
    '/api/constructor/prototype',
    '/api/workflows/__proto__',
    '/api/workflows/constructor',
    '/api/workflows/list/handler',
    '/api/../files/x',
    '/api/%2e%2e/%2e%2e/etc/passwd',
    '/api/workflows%2Flist',
    '/files',
    '/files/',
    '/files/..%2Fevenkeel.db',
    '/files/%E0%A4%A',
    '/',
    '/etc/passwd',
  ])('%s is not found, whatever the method', async (path) => {
    await using app = await createTestApp()
    for (const method of ['GET', 'PUT', 'DELETE', 'POST']) {
      if (path === '/files' && method === 'POST') continue
      const response = await app.fetch(path, { method })
      expect(response.status).toBe(404)
    }
    expect(logOf(app)).toBe('')
  })

  it('is not even a real procedure asked for by GET, as a link on a page would', async () => {
    await using app = await createTestApp()
    const response = await app.fetch('/api/company/backUp?data=%7B%7D')
    expect(response.ok).toBe(false)
    expect(existsSync(join(app.dataDir, 'backups'))).toBe(false)
  })
})

describe('an expected error', () => {
  it('crosses with its code, its status, its words and its problems', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client, { outputs: 3 })
    const answers = [
      await post(app, 'workflows/get', '{"json":{"id":99}}'),
      await post(
        app,
        'reviews/draw',
        JSON.stringify({ json: { workflowId: review.workflowId, month: review.month } }),
      ),
      await post(app, 'reviews/finish', JSON.stringify({ json: { reviewId: review.id } })),
    ]
    expect(await Promise.all(answers.map(async (answer) => [answer.status, await answer.json()]))).toEqual([
      [
        404,
        {
          json: {
            defined: true,
            code: 'NOT_FOUND',
            status: 404,
            message: 'That workflow is not here.',
            data: { problems: [] },
          },
        },
      ],
      [
        409,
        {
          json: {
            defined: true,
            code: 'CONFLICT',
            status: 409,
            message: expect.stringContaining('already drawn'),
            data: { problems: [] },
          },
        },
      ],
      [
        422,
        {
          json: {
            defined: true,
            code: 'INVALID_INPUT',
            status: 422,
            message: expect.stringContaining('1, 2, 3'),
            data: {
              problems: review.items.map(({ id, position }) => ({
                field: `item:${id}`,
                message: `Output ${position} is not finished yet.`,
              })),
            },
          },
        },
      ],
    ])
    expect(logOf(app)).toBe('')
  })

  it.each([
    ['jobs.get', (app: TestApp) => app.client.jobs.get({ id: 'x' })],
    ['jobs.cancel', (app: TestApp) => app.client.jobs.cancel({ id: 'x' })],
    ['imports.get', (app: TestApp) => app.client.imports.get({ id: 9 })],
    ['imports.remove', (app: TestApp) => app.client.imports.remove({ id: 9 })],
    [
      'imports.paste',
      (app: TestApp) =>
        app.client.imports.paste({
          workflowId: 9,
          month: '2026-11',
          pairs: [{ request: null, aiText: 'A', finalText: null }],
        }),
    ],
    ['imports.preview', (app: TestApp) => app.client.imports.preview({ workflowId: 1, fileIds: ['x'] })],
    [
      'imports.preview of another workflow',
      (app: TestApp) => app.client.imports.preview({ workflowId: 9, fileIds: ['x'] }),
    ],
    ['exports.importProblems', (app: TestApp) => app.client.exports.importProblems({ importId: 9 })],
    ['reviews.get', (app: TestApp) => app.client.reviews.get({ reviewId: 9 })],
    ['reviews.save', (app: TestApp) => app.client.reviews.save({ itemId: 9, rev: 1, patch: {} })],
    ['reviews.replace', (app: TestApp) => app.client.reviews.replace({ itemId: 9, rev: 1, reason: 'A' })],
    ['reviews.undo', (app: TestApp) => app.client.reviews.undo({ reviewId: 9 })],
    ['reviews.finish', (app: TestApp) => app.client.reviews.finish({ reviewId: 9 })],
    ['reviews.reopen', (app: TestApp) => app.client.reviews.reopen({ reviewId: 9, reason: 'A' })],
    ['reviews.draw', (app: TestApp) => app.client.reviews.draw({ workflowId: 9, month: '2026-11' })],
    ['reviews.drawRecord', (app: TestApp) => app.client.reviews.drawRecord({ reviewId: 9 })],
    ['reviews.pool', (app: TestApp) => app.client.reviews.pool({ workflowId: 9, month: '2026-11' })],
    ['results.workflow', (app: TestApp) => app.client.results.workflow({ workflowId: 9 })],
    ['results.output', (app: TestApp) => app.client.results.output({ itemId: 9 })],
    ['changes.get', (app: TestApp) => app.client.changes.get({ number: 9 })],
  ])('is NOT_FOUND for %s of what is not there', async (_name, call) => {
    await using app = await createTestApp()
    await app.client.workflows.create(aWorkflow())
    expect(await refusal(call(app))).toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringMatching(/^[A-Z].*\.$/),
    })
    expect(logOf(app)).toBe('')
  })
})

describe('an unexpected error', () => {
  it('is a plain sentence with a log reference, and gives away neither stack nor texts', async () => {
    await using app = await createTestApp()
    await app.close()
    const secret = 'Confidential offer'
    const body = JSON.stringify({ json: aWorkflow({ name: secret }) })
    const response = await post(app, 'workflows/create', body)
    const text = await response.text()
    expect(response.status).toBe(500)
    const reference = /as (\d{6}-\d+)\.$/.exec(JSON.parse(text).json.message)?.[1] ?? ''
    expect(JSON.parse(text)).toEqual({
      json: {
        defined: false,
        code: 'INTERNAL_SERVER_ERROR',
        status: 500,
        message: `Something went wrong. Try again. If it happens again, the log in your data folder has it as ${reference}.`,
      },
    })
    expect(text).not.toMatch(/\.ts|node_modules|database|Confidential/)
    expect(logOf(app)).toContain(reference)
    expect(logOf(app)).toMatch(/not open[\s\S]*\.ts/)
    expect(logOf(app)).not.toContain(secret)
  })
})
