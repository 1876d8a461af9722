import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { type RunningApp, startApp, startingOn } from '../helpers/running-app.ts'
import { createKeyboard, type Keyboard } from './pages/keyboard.ts'
import { createShell } from './pages/shell.ts'

/** Evenkeel running on a data folder of this test's own. */
export type Evenkeel = {
  dataDir: string
  /** Starts it; `port` keeps the address of an earlier run. */
  start: (port?: string) => Promise<string>
  /** Starts it where it is not running, and opens its link. */
  open: (page: Page) => Promise<void>
  /** Every start from now on is at noon UTC of that day. */
  moveTo: (day: string) => void
  /** Every start from now on has that environment. */
  under: (env: NodeJS.ProcessEnv) => void
  /** A fresh link from a second process on the same folder. */
  secondLink: () => Promise<string>
  /** Ends it as a power switch would. */
  kill: () => Promise<void>
}

/** What a page must never do, noted while a test runs. */
export type Watch = {
  /** Requests to anywhere but Evenkeel. */
  strayRequests: string[]
  /** Directives of the security policy that something ran into. */
  violations: string[]
  /** Uncaught errors of the page. */
  errors: string[]
  /** Calls of `canary()`, the function every hostile text tries to call. */
  canary: string[]
}

type Fixtures = { evenkeel: Evenkeel; keyboard: Keyboard; watch: Watch }

type Options = {
  /** Whether the app loads the pages that are not shown, as it does for its owner: half of what a start costs. */
  loadsAhead: boolean
}

export const test = base.extend<Fixtures & Options>({
  loadsAhead: [false, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern
  evenkeel: async ({}, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-e2e-'))
    const running: RunningApp[] = []
    let link: string | undefined
    let env: NodeJS.ProcessEnv = {}
    const start = async (port?: string) => {
      const app = await startApp(dataDir, env, port)
      running.push(app)
      link = app.link
      return app.link
    }
    const kill = async () => {
      for (const app of running.splice(0)) await app.kill()
      link = undefined
    }
    await use({
      dataDir,
      start,
      kill,
      moveTo: (day) => {
        env = startingOn(day)
      },
      under: (next) => {
        env = next
      },
      async open(page) {
        await page.goto(link ?? (await start()))
        await createShell(page).loaded()
      },
      secondLink: async () => (await startApp(dataDir)).link,
    })
    await kill()
    rmSync(dataDir, { recursive: true, force: true })
  },

  keyboard: async ({ page }, use) => use(createKeyboard(page)),

  watch: [
    async ({ context, loadsAhead }, use) => {
      const watch: Watch = { strayRequests: [], violations: [], errors: [], canary: [] }
      await context.exposeBinding('noteViolation', (_, directive: string) => watch.violations.push(directive))
      await context.exposeBinding('canary', (_, where: unknown) => watch.canary.push(String(where)))
      await context.addInitScript(() => {
        const { noteViolation } = window as unknown as { noteViolation: (directive: string) => void }
        document.addEventListener('securitypolicyviolation', (event) =>
          noteViolation(`${event.violatedDirective} ${event.blockedURI}`),
        )
      })
      if (!loadsAhead) await context.addInitScript(saveData)
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url())
        const isOwn = protocol === 'http:' && hostname === '127.0.0.1'
        if (!isOwn && protocol !== 'blob:' && protocol !== 'data:') watch.strayRequests.push(request.url())
      })
      context.on('weberror', (error) => watch.errors.push(error.error().message))
      await use(watch)
      expect(watch).toEqual({ strayRequests: [], violations: [], errors: [], canary: [] })
    },
    { auto: true },
  ],
})

/** In a page: says that its owner wants nothing loaded that is not shown. */
function saveData() {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
}

export { expect } from '@playwright/test'
