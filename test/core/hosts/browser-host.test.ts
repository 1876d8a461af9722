import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppDoor } from '../../../electron/hosts/app-door.ts'
import { nodeTooOld } from '../../../electron/hosts/browser/node-version.ts'
import { parseBrowserOptions } from '../../../electron/hosts/browser/options.ts'
import { type Outcome, type ServeOptions, serve } from '../../../electron/hosts/browser/serve.ts'
import { contentSecurityPolicy } from '../../../electron/hosts/headers.ts'

let folder: string
let dataDir: string
let said: string[]
let opened: string[]
let outcomes: Outcome[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-browser-'))
  dataDir = join(folder, 'data')
  mkdirSync(join(folder, 'renderer'))
  writeFileSync(join(folder, 'renderer', 'index.html'), '<h1>Home</h1>')
  said = []
  opened = []
  outcomes = []
})

afterEach(async () => {
  for (const outcome of outcomes) if ('close' in outcome) await outcome.close()
  rmSync(folder, { recursive: true, force: true })
})

async function createEcho(): Promise<AppDoor> {
  return { fetch: async () => Response.json('from the core'), close: async () => {} }
}

async function start(changes: Partial<ServeOptions> = {}): Promise<Outcome> {
  const outcome = await serve({
    dataDir,
    port: 0,
    opensBrowser: false,
    createApp: createEcho,
    rendererFolder: join(folder, 'renderer'),
    say: (line) => said.push(line),
    openBrowser: async (url) => {
      opened.push(url)
    },
    ...changes,
  })
  outcomes.push(outcome)
  return outcome
}

/** The link of the line that was said last. */
function lastLink(): URL {
  const link = said
    .map((line) => /^Evenkeel is running at (http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]{43})$/.exec(line)?.[1])
    .findLast(Boolean)
  if (!link) throw new Error(`No link in: ${said.join(' | ')}`)
  return new URL(link)
}

const howToComeBack = (origin: string) =>
  `To come back to it later, open ${origin} and choose Open here, or start Evenkeel again.`

/** As the page does it: takes the code to the server and gets the token for its requests. */
async function openLink({ origin, hash }: URL): Promise<Record<string, string>> {
  const headers = { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  const body = JSON.stringify({ code: hash.slice('#code='.length) })
  const reply = await fetch(`${origin}/session`, { method: 'POST', headers, body })
  const { token } = (await reply.json()) as { token: string }
  return { ...headers, authorization: `Bearer ${token}` }
}

describe('a start', () => {
  it('says the link, which opens the app, and how to come back', async () => {
    await start()
    const { origin } = lastLink()
    expect(said).toEqual([`Evenkeel is running at ${lastLink().href}`, howToComeBack(origin)])
    expect(await (await fetch(origin)).text()).toBe('<h1>Home</h1>')
    const reply = await fetch(`${origin}/api/x`, {
      method: 'POST',
      headers: await openLink(lastLink()),
      body: '{}',
    })
    expect(await reply.json()).toBe('from the core')
    expect(opened).toEqual([])
  })

  it('opens the browser on that very link', async () => {
    await start({ opensBrowser: true })
    expect(opened).toEqual([lastLink().href])
  })

  it('takes the port it is told', async () => {
    const other = await freePort()
    await start({ port: other })
    expect(lastLink().port).toBe(String(other))
  })

  it('leaves word for the next start, for the owner’s eyes only, and takes it back', async () => {
    const outcome = await start()
    const path = join(dataDir, 'running.json')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      port: Number(lastLink().port),
      pid: process.pid,
      secret: expect.stringMatching(/^[\w-]{43}$/),
    })
    if (process.platform !== 'win32') {
      expect([statSync(path).mode & 0o777, statSync(dataDir).mode & 0o777]).toEqual([0o600, 0o700])
    }
    if ('close' in outcome) await outcome.close()
    expect(existsSync(path)).toBe(false)
  })

  it('says so when its port is taken, and closes the data again', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    let isClosed = false
    const outcome = await start({
      port,
      createApp: async () => ({
        ...(await createEcho()),
        close: async () => {
          isClosed = true
        },
      }),
    })
    other.close()
    expect({ outcome, said, isClosed }).toEqual({
      outcome: { exitCode: 1 },
      said: [`Port ${port} is in use by another program. Choose another with --port, or leave --port out.`],
      isClosed: true,
    })
  })
})

describe('a second start on the same data', () => {
  it('says the same lines with a fresh link to the first, and ends well', async () => {
    await start()
    const first = lastLink()
    const outcome = await start({ createApp: async () => Promise.reject(new Error('not reached')) })
    const second = lastLink()
    expect(outcome).toEqual({ exitCode: 0 })
    expect(said).toEqual([
      `Evenkeel is running at ${first.href}`,
      howToComeBack(first.origin),
      'Evenkeel is already open on this data folder. Here is a fresh link to it.',
      `Evenkeel is running at ${second.href}`,
      howToComeBack(first.origin),
    ])
    expect(second.origin).toBe(first.origin)
    expect(second.hash).not.toBe(first.hash)
    expect((await openLink(second)).authorization).toBe((await openLink(first)).authorization)
  })

  it.each([
    ['that is not JSON', () => '{'],
    ['of a process that is gone', (port: number) => JSON.stringify({ port, pid: 2 ** 22 + 1, secret: 'x' })],
    ['of a port where nothing answers', () => JSON.stringify({ port: 1, pid: process.pid, secret: 'x' })],
    [
      'of a port where something else answers',
      (port: number) => JSON.stringify({ port, pid: process.pid, secret: 'x' }),
    ],
  ])('ignores a word left behind %s', async (_name, word) => {
    const other = createServer((_request, reply) => reply.end('"hello"')).listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'running.json'), word((other.address() as AddressInfo).port))
    expect(await start()).toMatchObject({ exitCode: 0, close: expect.any(Function) })
    expect(said[0]).toMatch(/^Evenkeel is running at /)
    other.close()
  })

  it('gives up after a second on a port that keeps silent', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await new Promise((resolve) => silent.once('listening', resolve))
    const { port } = silent.address() as AddressInfo
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'running.json'), JSON.stringify({ port, pid: process.pid, secret: 'x' }))
    const before = performance.now()
    await start()
    const waited = performance.now() - before
    silent.closeAllConnections()
    silent.close()
    expect(waited).toBeGreaterThan(900)
    expect(waited).toBeLessThan(20_000)
  })
})

describe('data that cannot be opened', () => {
  const message = 'The data is newer than this Evenkeel. Nothing was changed. Install the newer version.'
  const refuse = async () => Promise.reject(Object.assign(new Error(message), { name: 'DatabaseProblem' }))

  it('is said in one sentence', async () => {
    expect(await start({ createApp: refuse })).toEqual({ exitCode: 1 })
    expect(said).toEqual([message])
    expect(existsSync(join(dataDir, 'running.json'))).toBe(false)
  })

  it('is shown in the browser too', async () => {
    const outcome = await start({ createApp: refuse, opensBrowser: true })
    expect(outcome.exitCode).toBe(1)
    const reply = await fetch(opened[0] ?? '')
    expect(await reply.text()).toContain(`<p>${message}</p>`)
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('is not confused with an error that nobody expected', async () => {
    await expect(start({ createApp: async () => Promise.reject(new TypeError('a bug')) })).rejects.toThrow(
      'a bug',
    )
  })

  it('is told when its folder cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '')
    const place = join(folder, 'file', 'data')
    expect(await start({ dataDir: place })).toEqual({ exitCode: 1 })
    expect(said).toEqual([
      `Evenkeel cannot make its data folder at ${place}. Nothing was changed. Choose another folder with --data-dir, or allow yourself to write there.`,
    ])
  })
})

describe('a stream of news', () => {
  it('starts before there is any news, and ends in the core when the page leaves', async () => {
    let isLeft = false
    const fetchNews = async (request: Request) => {
      request.signal.addEventListener('abort', () => {
        isLeft = true
      })
      return new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } })
    }
    await start({ createApp: async () => ({ fetch: fetchNews, close: async () => {} }) })
    const page = new AbortController()
    const headers = await openLink(lastLink())
    const { signal } = page
    const reply = await fetch(`${lastLink().origin}/api/events`, {
      method: 'POST',
      headers,
      body: '{}',
      signal,
    })
    expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'no-store'])
    page.abort()
    await expect.poll(() => isLeft).toBe(true)
  })
})

describe('flags', () => {
  it('are read', () => {
    expect(parseBrowserOptions(['--no-open', '--port', '4100', '--data-dir', folder])).toEqual({
      dataDir: folder,
      port: 4100,
      opensBrowser: false,
    })
  })

  it.each([
    [['--port', 'x'], '--port takes a whole number from 0 to 65535, not "x".'],
    [['--port', '65536'], '--port takes a whole number from 0 to 65535, not "65536".'],
    [['--loud'], "Unknown option '--loud'"],
    [['word'], "Unexpected argument 'word'"],
  ])('%j are refused', (args, message) => {
    expect(() => parseBrowserOptions(args)).toThrow(message)
  })

  it.each([
    ['20.20.2', true],
    ['22.17.1', true],
    ['22.18.0', false],
    ['24.0.0', false],
  ])('Node %s is too old: %s', (version, isTooOld) => {
    expect(nodeTooOld(version) !== undefined).toBe(isTooOld)
  })
})

describe('the security policy', () => {
  it('lets scripts come from our own files only', () => {
    expect(contentSecurityPolicy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ])
  })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
