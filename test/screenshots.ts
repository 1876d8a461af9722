import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { systemClock } from '../electron/core/clock.ts'
import { chromiumProgram } from './helpers/chromium.ts'
import { startApp } from './helpers/running-app.ts'

// Writes every screen of the sample company, light and dark, to out/screenshots, or only those named; three of
// them illustrate the README.
const wanted = process.argv.slice(2)
const root = join(import.meta.dirname, '..')
const folder = join(root, 'out', 'screenshots')
const illustrations = { home: 'home-light', review: 'review-light', workflow: 'workflow-light' }

const month = systemClock().today().slice(0, 7)

const settled = (page: Page) => page.locator('[data-app-state="loaded"]').waitFor()

/** Name of the picture, and how to get there, in this order. */
const screens: [name: string, go: (page: Page) => Promise<void>][] = [
  ['home', (page) => open(page, '/')],
  ['reviews', (page) => open(page, '/reviews')],
  ['workflows', (page) => open(page, '/workflows')],
  ['workflow', (page) => open(page, '/workflows/2')],
  ['workflow-table', (page) => open(page, '/workflows/2', () => page.getByText('Show as table').click())],
  ['workflow-outputs', (page) => open(page, '/workflows/2/results/outputs')],
  ['workflow-issues', (page) => open(page, '/workflows/2/results/outputs?show=issues')],
  ['workflow-standards', (page) => open(page, '/workflows/2/set-up/standards')],
  ['workflow-set-up', (page) => open(page, '/workflows/2/set-up')],
  ['workflow-new', (page) => open(page, '/workflows/new')],
  ['output', (page) => open(page, '/outputs/1')],
  ['workflow-prompt', (page) => open(page, '/workflows/2/wording')],
  ['foundation', (page) => open(page, '/foundation')],
  ['foundation-import', (page) => open(page, '/foundation/import')],
  ['changes', (page) => open(page, '/changes')],
  ['change', (page) => open(page, '/changes/14')],
  ['changes-import', (page) => open(page, '/changes/import')],
  ['change-new', (page) => open(page, '/changes/new')],
  ['workflow-inputs', (page) => open(page, '/workflows/2/test-inputs')],
  ['workflow-register', (page) => open(page, '/workflows/2/set-up/register')],
  ['foundation-reviews', (page) => open(page, '/reviews/foundation')],
  ['foundation-review-done', (page) => open(page, '/foundation-review/2/done')],
  ['foundation-review-record', (page) => open(page, '/foundation-review/2/record')],
  ['foundation-review-owners', (page) => open(page, '/foundation-review/2/owners')],
  ['retired-facts', (page) => open(page, '/foundation/retired')],
  ['model-tests', (page) => open(page, '/reviews/model-tests')],
  ['model-test-result', (page) => open(page, '/model-test/1/result')],
  ['helped', (page) => open(page, '/changes/helped')],
  ['signals', (page) => open(page, '/changes/signals')],
  ['backups', (page) => open(page, '/settings/backups')],
  ['bin', (page) => open(page, '/settings/bin')],
  ['activity', (page) => open(page, '/settings/activity')],
  ['people', (page) => open(page, '/settings/people')],
  ['calendar', (page) => open(page, '/settings/calendar')],
  ['api-key', (page) => open(page, '/settings/model-tests')],
  ['reports', (page) => open(page, '/reports')],
  ['settings', (page) => open(page, '/settings')],
  ['session', (page) => open(page, `/reviews/${month}`)],
  ['collect', (page) => open(page, `/reviews/${month}/collect/3`)],
  ['pool', (page) => open(page, `/reviews/${month}/collect/2`)],
  ['done', (page) => open(page, '/review/42/done')],
  ['review', (page) => open(page, '/', () => page.getByRole('button', { name: /^Continue/ }).click())],
  ['review-keys', (page) => page.keyboard.press('?')],
  [
    'check',
    async (page) => {
      await page.keyboard.press('Escape')
      await open(page, '/review/43/check')
    },
  ],
]

async function open(page: Page, route: string, then?: () => Promise<void>) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, route)
  await settled(page)
  await then?.()
}

if (wanted.length === 0) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const program = chromiumProgram()
const browser = await chromium.launch({
  ...(program ? { executablePath: program } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
for (const colorScheme of ['light', 'dark'] as const) {
  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-screens-'))
  const app = await startApp(dataDir)
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    colorScheme,
    reducedMotion: 'reduce',
  })
  // A limit only ends what hangs: a busy machine takes its time over the sample company.
  page.setDefaultTimeout(300_000)
  const save = (name: string) => page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) })
  await page.goto(app.link)
  await settled(page)
  await save('welcome')
  await page.getByRole('button', { name: 'Start my company' }).click()
  await settled(page)
  await save('set-up')
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('button', { name: /sample company/ }).click()
  await page.getByRole('heading', { level: 1, name: /Dana/ }).waitFor()
  for (const [name, go] of screens) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    await go(page)
    await settled(page)
    await save(name)
  }
  await page.context().close()
  await app.close()
  rmSync(dataDir, { recursive: true, force: true })
}
await browser.close()
if (wanted.length > 0) process.exit()
mkdirSync(join(root, 'docs', 'images'), { recursive: true })
for (const [name, from] of Object.entries(illustrations)) {
  copyFileSync(join(folder, `${from}.png`), join(root, 'docs', 'images', `${name}.png`))
}
console.log(`Screens are in ${folder}`)
