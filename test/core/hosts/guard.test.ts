import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAssets } from '../../../electron/hosts/assets.ts'
import { createLoopbackServer, type Server } from '../../../electron/hosts/browser/server.ts'
import { contentSecurityPolicy } from '../../../electron/hosts/headers.ts'
import { hostileRequests, requestsTo } from '../../helpers/hostile-requests.ts'

let folder: string
let server: Server
let token: string
/** What reached the core. */
let reached: string[]
/** The codes shown where Evenkeel was started. */
const shown: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-guard-'))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'SECRET')
  writeFileSync(join(folder, 'renderer', 'index.html'), '<h1>Home</h1>')
  writeFileSync(join(folder, 'renderer', 'assets', 'index-BxK2f9aQ.js'), 'export {}')
  writeFileSync(join(folder, 'renderer', 'icon.svg'), '<svg/>')
  server = await createLoopbackServer({
    app: async (request) => {
      reached.push(`${request.method} ${new URL(request.url).pathname} ${(await request.text()).length}`)
      return Response.json({ isFine: true }, { headers: { 'cache-control': 'public' } })
    },
    assets: createAssets(join(folder, 'renderer')),
    showCode: (code) => shown.push(code),
    port: 0,
  })
  token = await ours()
    .redeem(server.issueCode())
    .then(({ body }) => (JSON.parse(body) as { token: string }).token)
})

beforeEach(() => {
  reached = []
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const target = () => ({ port: server.port, token, controlSecret: server.controlSecret })
const ours = () => requestsTo(target())

describe('what the app’s own page asks', () => {
  it('reaches the core, and comes back unreadable for other pages', async () => {
    const reply = await ours().post('/api/workflows/list', ours().ownHeaders())
    expect(reached).toEqual(['POST /api/workflows/list 2'])
    expect(reply.body).toContain('{"isFine":true}')
    expect(reply.headers).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it.each([
    [
      'a GET, which browsers send without Origin',
      () => ours().get('/files/7', ours().headersWith({ origin: null, 'content-type': null })),
    ],
    ['a POST without a body', () => ours().post('/api/x', ours().headersWith({ 'content-type': null }), '')],
    [
      'JSON with a charset',
      () => ours().post('/api/x', ours().headersWith({ 'content-type': 'application/json; charset=utf-8' })),
    ],
    [
      'a file',
      () =>
        ours().post('/files', ours().headersWith({ 'content-type': 'application/octet-stream' }), 'a,b\n1,2'),
    ],
    [
      '5 MB of file',
      () => ours().post('/files', ours().headersWith({ 'content-type': 'text/csv' }), 'x'.repeat(5_000_000)),
    ],
  ])('%s is let through', async (_name, send) => {
    expect((await send()).status).toBe(200)
    expect(reached).toHaveLength(1)
  })

  it.each([
    [
      'typed in the address bar',
      { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ],
    [
      'followed from a mail',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ],
    ['asked by an old browser', { 'sec-fetch-site': null }],
  ])('the page opens when %s', async (_name, changes) => {
    const reply = await ours().get(
      '/',
      ours().headersWith({ authorization: null, origin: null, 'content-type': null, ...changes }),
    )
    expect(reply).toMatchObject({
      status: 200,
      body: '<h1>Home</h1>',
      headers: { 'content-security-policy': contentSecurityPolicy, 'cache-control': 'no-cache' },
    })
  })

  it('HEAD says the same as GET without the body, and hashed names are kept for good', async () => {
    const reply = await ours().get(
      '/assets/index-BxK2f9aQ.js',
      ours().headersWith({ 'content-type': null }),
      'HEAD',
    )
    expect(reply).toMatchObject({
      status: 200,
      body: '',
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'content-length': '9',
        'cache-control': 'public, max-age=31536000, immutable',
      },
    })
  })
})

describe('hostile requests', () => {
  // Their names now; they are sent to the server once it runs.
  const attempts = hostileRequests({ port: 0, token: '', controlSecret: '' }).map(
    ([name, status], index) => [name, status, index] as const,
  )

  it('are at least sixty', () => {
    expect(attempts.length).toBeGreaterThanOrEqual(60)
  })

  it.each(attempts)('%s is answered %i and never reaches the core', async (_name, status, index) => {
    const reply = await hostileRequests(target())[index]?.[2]()
    if (!reply) throw new Error('There is no such request')
    expect({ status: reply.status, reached }).toEqual({ status, reached: [] })
    expect(reply.body).not.toContain('SECRET')
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('a link', () => {
  it('works once', async () => {
    const code = server.issueCode()
    const replies = [await ours().redeem(code), await ours().redeem(code)]
    expect(replies.map(({ status }) => status)).toEqual([200, 401])
    expect(replies[1]?.body).toContain('This link was used already or has expired.')
  })

  it('is had by a second start that knows the control secret', async () => {
    const headers: [string, string][] = [
      ['host', `127.0.0.1:${server.port}`],
      ['authorization', `Bearer ${server.controlSecret}`],
    ]
    const { body } = await ours().post('/control/link', headers, '')
    const code = /"code":"([\w-]{43})"/.exec(body)?.[1] ?? ''
    expect((await ours().redeem(code)).status).toBe(200)
  })
})

describe('a page without a session', () => {
  it('is let in by the code that is shown where Evenkeel was started, once', async () => {
    const ask = () =>
      ours().post('/session/code', ours().headersWith({ authorization: null, 'content-type': null }), '')
    expect((await ask()).status).toBe(200)
    expect((await ask()).status).toBe(429)
    const [code = ''] = shown
    expect({ shown: shown.length, code }).toEqual({
      shown: 1,
      code: expect.stringMatching(/^\d{4} \d{4}$/),
    })
    const replies = [await ours().redeem(code), await ours().redeem(code)]
    expect(replies.map(({ status }) => status)).toEqual([200, 401])
    expect(replies[0]?.headers).not.toHaveProperty('set-cookie')
  })
})
