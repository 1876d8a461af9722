import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { otherScreens, screensOfReviews } from '../e2e/all-screens.ts'
import { chromiumProgram } from '../helpers/chromium.ts'
import { startApp } from '../helpers/running-app.ts'
import { conclude } from '../rel/harness.ts'
import { poisoned } from './poison.ts'
import { xssPayloads } from './xss-payloads.ts'

// Every text that the core sends is followed by hostile ones, on every screen of the sample company, on screen and
// as printed, and once more in the words of an error. Nothing may run, lead out or become markup.

/** What a hostile text came to. */
type Seen = { ran: number; strayed: string[]; violations: string[] }

async function watch(page: Page): Promise<Seen> {
  const seen: Seen = { ran: 0, strayed: [], violations: [] }
  await page.exposeFunction('canary', () => {
    seen.ran += 1
  })
  await page.exposeFunction('noteViolation', (what: string) => seen.violations.push(what))
  await page.addInitScript(() => {
    const { noteViolation } = window as unknown as { noteViolation: (what: string) => void }
    document.addEventListener('securitypolicyviolation', (event) =>
      noteViolation(`${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const isOwn = protocol === 'http:' && hostname === '127.0.0.1'
    if (!isOwn && !['blob:', 'data:', 'about:'].includes(protocol)) seen.strayed.push(request.url())
  })
  page.on('dialog', (dialog) => {
    seen.ran += 1
    void dialog.dismiss()
  })
  return seen
}

/** The same texts as markup, in a page without our policy: how many of them do something there. */
async function firesWithoutUs(browser: Browser): Promise<number> {
  const page = await browser.newPage()
  const fired = new Set<number>()
  await page.exposeFunction('canary', (which: number) => fired.add(which))
  await page.route('**/*', (route) => {
    fired.add(-1 - fired.size)
    return route.abort()
  })
  for (const [index, payload] of xssPayloads.entries()) {
    const numbered = payload.replaceAll('canary(1)', `canary(${index + 1})`)
    try {
      await page.evaluate((markup) => {
        document.body.innerHTML = markup
      }, numbered)
    } catch {
      // It led the page away: that counts through the request it made, and the next one begins anew.
      fired.add(-1 - fired.size)
      await page.goto('about:blank').catch(() => {})
    }
  }
  await page.context().close()
  return fired.size
}

/** Elements and addresses that only a hostile text can have brought. */
const markupFromText = (page: Page) =>
  page
    .locator(
      'iframe, object, embed, base, marquee, math, template, audio, video, script:not([src]), [onerror], [onload], [onfocus], [ontoggle], [href*="javascript:" i], [href*="evil.test"], [src*="evil.test"], [href^="data:text"]',
    )
    .count()

/** Loaded anew, so that it asks the core for everything and shows nothing it kept. */
async function show(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
  await page.reload()
  await page.locator('[data-app-state="loaded"]').waitFor()
}

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
const seen = await watch(page)
await page.goto(app.link)
await page.getByRole('button', { name: 'Look around the sample company' }).click()
await page.getByRole('heading', { level: 1, name: /Dana/ }).waitFor()
const screens = [...(await screensOfReviews(page)), ...(await otherScreens())]

/** Where nothing stands that somebody wrote, or only in fields, whose values are no markup. */
const barren: ReadonlySet<string> = new Set([
  ...['/reviews', '/workflows/new', '/workflows/2/set-up/register', '/foundation/import', '/changes/import'],
  ...['/settings/backups', '/settings/bin', '/settings/calendar', '/nowhere'],
])
const failures: string[] = []
let texts = 0
let fails = false
/** Screens that show none of the texts. */
const without: string[] = []
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
  const sent = poisoned(await response.json(), xssPayloads)
  texts += sent.texts
  await route.fulfill({ response, json: sent.reply })
})

async function lookAt(path: string): Promise<void> {
  const before = { texts, ran: seen.ran, strayed: seen.strayed.length, violations: seen.violations.length }
  try {
    await show(page, path)
  } catch {
    failures.push(`${path} did not stand within five minutes`)
    return
  }
  if (!(await page.locator('body').innerText()).includes('canary(1)')) without.push(path)
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media })
    const markup = await markupFromText(page)
    if (markup > 0) failures.push(`${path} (${media}): ${markup} elements out of a text`)
  }
  await page.emulateMedia({ media: 'screen' })
  if (seen.ran > before.ran) failures.push(`${path}: a text ran`)
  for (const url of seen.strayed.slice(before.strayed)) failures.push(`${path}: asked ${url}`)
  for (const what of seen.violations.slice(before.violations)) failures.push(`${path}: ran into ${what}`)
}

for (const path of screens) await lookAt(path)
fails = true
for (const path of ['/', '/reviews', '/changes', '/settings/backups']) await lookAt(path)
const control = await firesWithoutUs(browser)
await browser.close()
await app.close()
rmSync(dataDir, { recursive: true, force: true })
const unexpected = without.filter((path) => !barren.has(path))
if (unexpected.length > 0) failures.push(`Screens without any of the texts: ${unexpected.join(' ')}`)
console.log(`${xssPayloads.length} payloads after each of ${texts} texts`)
conclude({
  promise: 'sec:xss',
  cases: (screens.length + 4) * xssPayloads.length,
  failures,
  control: { what: 'payloads that ran or asked outside as markup without our policy', seen: control },
})
