import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { otherScreens, screensOfReviews } from '../e2e/all-screens.ts'
import { chromiumProgram } from '../helpers/chromium.ts'
import { startApp } from '../helpers/running-app.ts'
import { conclude } from '../rel/harness.ts'
import { createLook, firesWithoutUs, poisonedText, watch } from './xss-page.ts'
import { xssPayloads } from './xss-payloads.ts'

// Every text that the core sends is followed by hostile ones, on every screen of the sample company, on screen and
// as printed, and once more in the words of an error. Nothing may run, lead out or become markup.

const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-xss-'))
const app = await startApp(dataDir)
const program = chromiumProgram()
const browser = await chromium.launch({
  ...(program ? { executablePath: program } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
// A limit only ends what hangs: a busy machine takes its time over the sample company.
page.setDefaultTimeout(300_000)
const seen = await watch(page, ({ protocol, hostname }) => protocol === 'http:' && hostname === '127.0.0.1')
await page.goto(app.link)
await page.getByRole('button', { name: 'Look around the sample company' }).click()
await page.getByRole('heading', { level: 1, name: /Dana/ }).waitFor()
const screens = [...(await screensOfReviews(page)), ...(await otherScreens())]

const look = createLook(page, seen)
let texts = 0
let fails = false
await page.route('**/api/**', async (route) => {
  // The events never end, and a page that hears none asks again by itself.
  if (route.request().url().endsWith('/events/live')) return route.continue()
  if (fails) {
    const json = { defined: false, code: 'UNAVAILABLE', status: 503, message: xssPayloads.join(' ') }
    await route.fulfill({ status: 503, contentType: 'application/json', body: JSON.stringify({ json }) })
    return
  }
  // What the browser itself would say of where the request comes from; without it the guard refuses.
  const headers = { ...(await route.request().allHeaders()), 'sec-fetch-site': 'same-origin' }
  const response = await route.fetch({ headers })
  if (!response.headers()['content-type']?.startsWith('application/json')) return route.fulfill({ response })
  const sent = poisonedText(await response.text())
  texts += sent.texts
  await route.fulfill({ response, body: sent.body })
})

for (const path of screens) await look.at(path)
fails = true
for (const path of ['/', '/reviews', '/changes', '/settings/backups']) await look.at(path)
const trusting = await browser.newPage()
await trusting.route('**/*', (route) => route.abort())
const control = await firesWithoutUs(trusting, 'about:blank')
await browser.close()
await app.close()
rmSync(dataDir, { recursive: true, force: true })
console.log(`${xssPayloads.length} payloads after each of ${texts} texts`)
conclude({
  promise: 'sec:xss',
  cases: (screens.length + 4) * xssPayloads.length,
  failures: look.failures,
  control: { what: 'payloads that ran or asked outside as markup without our policy', seen: control },
})
