import type { Page } from '@playwright/test'
import { poisoned } from './poison.ts'
import { xssPayloads } from './xss-payloads.ts'

/** What a hostile text came to. */
export type Seen = { ran: number; strayed: string[]; violations: string[] }

/** Listens for whatever a text could do: run, ask somewhere, run into the policy. `isOwn` knows the app's own addresses. */
export async function watch(page: Page, isOwn: (url: URL) => boolean): Promise<Seen> {
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
    const url = new URL(request.url())
    if (!isOwn(url) && !['blob:', 'data:', 'about:'].includes(url.protocol)) seen.strayed.push(request.url())
  })
  page.on('dialog', (dialog) => {
    seen.ran += 1
    void dialog.dismiss()
  })
  return seen
}

/** The payloads as markup in a page without our policy: how many of them do something there. */
export async function firesWithoutUs(page: Page, blank: string): Promise<number> {
  const fired = new Set<number>()
  await page.exposeFunction('canary', (which: number) => fired.add(which))
  for (const [index, payload] of xssPayloads.entries()) {
    const numbered = payload.replaceAll('canary(1)', `canary(${index + 1})`)
    try {
      await page.evaluate((markup) => {
        document.body.innerHTML = markup
      }, numbered)
    } catch {
      // It led the page away: that counts too, and the next one begins anew.
      fired.add(-1 - fired.size)
      await page.goto(blank).catch(() => {})
    }
  }
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

/** Where nothing stands that somebody wrote, or only in fields, whose values are no markup. */
const barren: ReadonlySet<string> = new Set([
  ...['/reviews', '/workflows/new', '/workflows/2/set-up/register', '/foundation/import', '/changes/import'],
  ...['/settings/backups', '/settings/bin', '/settings/calendar', '/nowhere'],
])

/** Looks at screens one after the other, on screen and as printed, and keeps what went wrong, a sentence each. */
export function createLook(page: Page, seen: Seen) {
  const failures: string[] = []
  return {
    failures,
    async at(path: string): Promise<void> {
      const before = { ran: seen.ran, strayed: seen.strayed.length, violations: seen.violations.length }
      try {
        await show(page, path)
      } catch {
        failures.push(`${path} did not stand within five minutes`)
        return
      }
      const isShown = (await page.locator('body').innerText()).includes('canary(1)')
      if (!isShown && !barren.has(path)) failures.push(`${path} shows none of the texts`)
      for (const media of ['screen', 'print'] as const) {
        await page.emulateMedia({ media })
        const markup = await markupFromText(page)
        if (markup > 0) failures.push(`${path} (${media}): ${markup} elements out of a text`)
      }
      await page.emulateMedia({ media: 'screen' })
      if (seen.ran > before.ran) failures.push(`${path}: a text ran`)
      for (const url of seen.strayed.slice(before.strayed)) failures.push(`${path}: asked ${url}`)
      for (const what of seen.violations.slice(before.violations)) failures.push(`${path}: ran into ${what}`)
    },
  }
}

/** A reply of the core in JSON with every text for people followed by payloads, and how many there were. */
export function poisonedText(body: string): { body: string; texts: number } {
  const { reply, texts } = poisoned(JSON.parse(body), xssPayloads)
  return { body: JSON.stringify(reply), texts }
}
