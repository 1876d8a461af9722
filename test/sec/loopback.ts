import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { chromiumProgram } from '../helpers/chromium.ts'
import { hostileRequests, requestsTo, type Target } from '../helpers/hostile-requests.ts'
import { startApp } from '../helpers/running-app.ts'
import { conclude } from '../rel/harness.ts'

// Hostile requests to the built app as it really runs, and a page under another name that leads to it. The control is
// a server that looks at nothing.

/** The requests that were answered otherwise than by their refusal. */
async function accepted(target: Target): Promise<string[]> {
  const wrong: string[] = []
  for (const [name, status, send] of hostileRequests(target)) {
    const reply = await send().catch((error: Error) => ({ status: 0, body: error.message }))
    if (reply.status !== status) wrong.push(`${name}: answered ${reply.status} instead of ${status}`)
  }
  return wrong
}

/** What a page of `evil.test`, whose name now leads here, is answered on its own address. */
async function rebound(page: Page, port: number): Promise<number[]> {
  const first = await page.goto(`http://evil.test:${port}/`)
  const asked = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' }
    const ask = (path: string, body: string) =>
      fetch(path, { method: 'POST', headers, body }).then(
        ({ status }) => status,
        () => 0,
      )
    return [
      await ask('/api/company/get', '{}'),
      await ask('/session', '{"code":"x"}'),
      await ask('/session/code', ''),
      await ask('/control/link', ''),
    ]
  })
  return [first?.status() ?? 0, ...asked]
}

const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-loopback-'))
const app = await startApp(dataDir)
const { port: portText, hash } = new URL(app.link)
const port = Number(portText)
const { secret } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as { secret: string }
const { body } = await requestsTo({ port, token: '' }).redeem(hash.slice('#code='.length))
const token = /"token":"([\w-]+)"/.exec(body)?.[1] ?? ''
const own = requestsTo({ port, token })
const isOwnAnswered = (await own.post('/api/company/get', own.ownHeaders())).status === 200

const trusting = createServer((request, reply) => {
  request.resume().once('end', () => reply.end('{}'))
}).listen(0, '127.0.0.1')
await once(trusting, 'listening')
const trustingPort = (trusting.address() as AddressInfo).port

const program = chromiumProgram()
const browser = await chromium.launch({
  ...(program ? { executablePath: program } : {}),
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--host-resolver-rules=MAP evil.test 127.0.0.1',
  ],
})
const page = await browser.newPage()
const failures = await accepted({ port, token, controlSecret: secret })
for (const status of await rebound(page, port)) {
  if (status !== 421) failures.push(`a page under another name was answered ${status}`)
}
if (!isOwnAnswered) failures.push('the app’s own page was refused too')
const trusted = await accepted({ port: trustingPort, token, controlSecret: secret })
const reboundThere = (await rebound(page, trustingPort)).filter((status) => status === 200)
await browser.close()
trusting.close()
trusting.closeAllConnections()
await app.close()
rmSync(dataDir, { recursive: true, force: true })
conclude({
  promise: 'sec:loopback',
  cases: hostileRequests({ port, token, controlSecret: secret }).length + 5,
  failures,
  control: {
    what: 'requests that a server without the guard accepts, rebinding among them',
    seen: reboundThere.length === 5 ? trusted.length + reboundThere.length : 0,
  },
})
