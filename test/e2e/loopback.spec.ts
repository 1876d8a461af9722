import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { runBrowserHost, startBrowserHost } from '../helpers/browser-host.ts'

let dataDir: string

test.beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-loopback-'))
})

test.afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test('the link opens the app once, and nothing on the page breaks the security policy', async ({
  page,
  context,
}) => {
  const host = await startBrowserHost(dataDir)
  const broken: string[] = []
  await page.exposeFunction('noteViolation', (directive: string) => broken.push(directive))
  await page.addInitScript(() => {
    const note = (window as unknown as { noteViolation: (directive: string) => void }).noteViolation
    document.addEventListener('securitypolicyviolation', (event) => note(event.violatedDirective))
  })
  page.on('pageerror', (error) => broken.push(error.message))
  const answers: number[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/')) answers.push(response.status())
  })

  await page.goto(host.link)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.poll(() => answers.includes(200)).toBe(true)
  expect({ broken, refused: answers.filter((status) => status >= 400) }).toEqual({ broken: [], refused: [] })
  expect(page.url()).not.toContain('code=')

  const second = await context.newPage()
  const exchange = second.waitForResponse((response) => response.url().endsWith('/session'))
  await second.goto(host.link)
  expect((await exchange).status()).toBe(401)
  await host.stop()
})

test('a page without a session is opened by the code that stands in the terminal, at the place it was asked', async ({
  page,
  context,
}) => {
  const host = await startBrowserHost(dataDir)
  const { origin } = new URL(host.link)
  await page.goto(`${origin}/#/settings`)
  await page.getByRole('button', { name: 'Open here' }).click()
  const field = page.getByRole('textbox', { name: 'Code of 8 digits' })
  await field.fill('0000 0000')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByText('This is not the code that stands there')).toBeVisible()

  const code = /Its code is (\d{4} \d{4})/.exec(host.lines.join('\n'))?.[1] ?? ''
  await field.fill(code)
  await field.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Open Evenkeel again')
  await expect(page.getByRole('textbox', { name: 'Code of 8 digits' })).toHaveCount(0)
  expect(page.url()).toBe(`${origin}/#/settings`)
  expect(await context.cookies()).toEqual([])

  const second = await context.newPage()
  await second.goto(origin)
  await expect(second.getByRole('button', { name: 'Open here' })).toBeVisible()
  await host.stop()
})

test('a name that leads to this computer reaches nothing', async ({ playwright, launchOptions }) => {
  const host = await startBrowserHost(dataDir)
  const { port, origin } = new URL(host.link)
  const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP evil.test 127.0.0.1']
  const browser = await playwright.chromium.launch({ ...launchOptions, args })
  const page = await browser.newPage()

  const reply = await page.goto(`http://evil.test:${port}/`)
  expect(reply?.status()).toBe(421)
  const reached = await page.evaluate(async (address) => {
    const ask = (url: string, init?: RequestInit) =>
      fetch(url, init).then(
        (response) => response.status,
        () => 'blocked',
      )
    const headers = { 'content-type': 'application/json' }
    return [
      await ask('/api/company/get', { method: 'POST', headers, body: '{}' }),
      await ask('/session', { method: 'POST', headers, body: '{"code":"x"}' }),
      await ask(`${address}/`),
      await ask(`${address}/api/company/get`, { method: 'POST', headers, body: '{}' }),
    ]
  }, origin)
  // The page's own policy forbids it to ask at all; what it may ask is refused by the server.
  expect(reached).toEqual([421, 421, 'blocked', 'blocked'])
  await browser.close()
  await host.stop()
})

test('closes cleanly when asked to', async () => {
  const host = await startBrowserHost(dataDir)
  expect(host.lines[0]).toBe(`Evenkeel is running at ${host.link}`)
  expect(await host.stop()).toBe(0)
  expect(existsSync(join(dataDir, 'running.json'))).toBe(false)
})

test('a second start gets a link from the first, and one after a crash starts afresh', async () => {
  const host = await startBrowserHost(dataDir)
  const second = await runBrowserHost(['--no-open', '--data-dir', dataDir])
  expect(second).toEqual({
    exitCode: 0,
    lines: [
      'Evenkeel is already open on this data folder. Here is a fresh link to it.',
      expect.stringMatching(
        new RegExp(`^Evenkeel is running at ${new URL(host.link).origin}/#code=[\\w-]{43}$`),
      ),
      expect.stringMatching(/^To come back to it later, open http/),
    ],
  })
  await host.kill()
  expect(JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8'))).toMatchObject({
    pid: expect.any(Number),
  })
  const third = await startBrowserHost(dataDir)
  expect(third.lines[0]).toBe(`Evenkeel is running at ${third.link}`)
  expect(await third.stop()).toBe(0)
})

test('a flag that is not known is named', async () => {
  const { exitCode, lines } = await runBrowserHost(['--loud'])
  expect({ exitCode, line: lines[0] }).toEqual({ exitCode: 1, line: expect.stringContaining("'--loud'") })
})
