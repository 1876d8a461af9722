import type { Page } from '@playwright/test'
import { createCoreClient } from '../core-client.ts'
import { type Evenkeel, expect, test } from '../fixtures.ts'
import type { Keyboard } from '../pages/keyboard.ts'
import { createSetUp } from '../pages/set-up.ts'
import { createShell } from '../pages/shell.ts'

test('no screen can be scrolled away, down or sideways', async ({ page, evenkeel, keyboard }) => {
  test.setTimeout(180_000)
  await openSample(page, evenkeel, keyboard)
  const shell = createShell(page)
  for (const path of await screens(page)) {
    await shell.open(path)
    expect.soft(await beyondTheWindow(page), path).toEqual({ down: 0, sideways: 0, blank: false })
    await page.keyboard.press('End')
    await page.keyboard.press('PageDown')
    await page.mouse.move(700, 500)
    await page.mouse.wheel(0, 5000)
    expect.soft(await page.evaluate(() => document.scrollingElement?.scrollTop), path).toBe(0)
  }
  await test.step('with a file to look through', async () => {
    await lookThroughALog(page, keyboard)
    expect.soft(await beyondTheWindow(page)).toEqual({ down: 0, sideways: 0, blank: false })
  })
})

test('an import that was corrected asks before it is left', async ({ page, evenkeel, keyboard }) => {
  test.setTimeout(120_000)
  await openSample(page, evenkeel, keyboard)
  const shell = createShell(page)
  await lookThroughALog(page, keyboard)
  await page.getByLabel('What why is').selectOption({ label: 'Not used' })
  await keyboard.activate(page.getByRole('link', { name: 'Home' }))
  await keyboard.activate(shell.dialog.getByRole('button', { name: 'Stay on this page' }))
  await expect(page.getByLabel('What why is')).toHaveValue('')
})

test('a dialog with something typed asks before Escape closes it', async ({ page, evenkeel, keyboard }) => {
  test.setTimeout(120_000)
  await openSample(page, evenkeel, keyboard)
  const { dialog, ...shell } = createShell(page)
  await shell.open('/settings/people')
  const add = page.getByRole('button', { name: 'Add a person' })
  const name = dialog.getByRole('textbox').first()

  await test.step('nothing typed, nothing asked', async () => {
    await keyboard.activate(add)
    await expect(dialog).toBeVisible()
    await keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })
  await test.step('going on keeps what was typed', async () => {
    await keyboard.activate(add)
    await name.fill('Ines Prado')
    await keyboard.press('Escape')
    await expect(dialog.getByRole('alert')).toContainText('not saved yet')
    await keyboard.activate(dialog.getByRole('button', { name: 'Go on here' }))
    await expect(name).toHaveValue('Ines Prado')
  })
  await test.step('Escape twice goes on as well', async () => {
    await keyboard.press('Escape')
    await keyboard.press('Escape')
    await expect(dialog.getByRole('alert')).toBeHidden()
    await expect(name).toHaveValue('Ines Prado')
  })
  await test.step('closing loses it', async () => {
    await keyboard.press('Escape')
    await keyboard.activate(dialog.getByRole('button', { name: 'Close without saving' }))
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Ines Prado')).toBeHidden()
  })
})

test('leaving a form with something typed asks first', async ({ page, evenkeel, keyboard }) => {
  test.setTimeout(120_000)
  await openSample(page, evenkeel, keyboard)
  const shell = createShell(page)
  const what = page.getByLabel('What changed')
  const stay = shell.dialog.getByRole('button', { name: 'Stay on this page' })
  await shell.open('/changes')
  await shell.open('/changes/new')

  await test.step('nothing typed, nothing asked', async () => {
    await keyboard.activate(page.getByRole('link', { name: 'Home' }))
    await expect(page).toHaveURL(/#\/$/)
    await page.goBack()
  })
  await test.step('staying keeps what was typed', async () => {
    await what.fill('New price list')
    await keyboard.activate(page.getByRole('link', { name: 'Home' }))
    await expect(shell.dialog).toHaveAccessibleName('Leave without saving?')
    await keyboard.activate(stay)
    await expect(shell.dialog).toBeHidden()
    await expect(page).toHaveURL(/#\/changes\/new$/)
    await expect(what).toHaveValue('New price list')
  })
  await test.step('Back asks as well', async () => {
    await shell.go('/changes')
    await keyboard.activate(stay)
    await expect(what).toHaveValue('New price list')
  })
  await test.step('leaving goes where it was meant to', async () => {
    await keyboard.activate(page.getByRole('link', { name: 'Home' }))
    await keyboard.activate(shell.dialog.getByRole('button', { name: 'Leave without saving' }))
    await expect(page).toHaveURL(/#\/$/)
    await shell.open('/changes/new')
    await expect(what).toHaveValue('')
  })
  await test.step('what was saved leaves by itself', async () => {
    await shell.open('/workflows/2/set-up')
    await page.getByLabel('Vendor').fill('Anthropic, by contract')
    await keyboard.activate(page.getByRole('button', { name: 'Save' }))
    await expect(page.getByText('Saved.')).toBeVisible()
    await keyboard.activate(page.getByRole('link', { name: 'Home' }))
    await expect(page).toHaveURL(/#\/$/)
  })
})

async function openSample(page: Page, evenkeel: Evenkeel, keyboard: Keyboard) {
  const shell = createShell(page)
  await evenkeel.open(page)
  await keyboard.activate(createSetUp(page, keyboard).lookAround)
  await expect(shell.sampleBand).toBeVisible({ timeout: 60_000 })
  await shell.loaded()
}

/** A change log of eighty rows, chosen and not brought in yet. */
async function lookThroughALog(page: Page, keyboard: Keyboard) {
  const rows = Array.from({ length: 80 }, (_, day) => `2026-01-${(day % 28) + 1},Wording ${day},Because`)
  await createShell(page).open('/changes/import')
  await keyboard.chooseFiles(page.getByRole('button', { name: 'Choose a file' }), {
    name: 'log.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['date,what,why', ...rows].join('\n')),
  })
  await expect(page.getByRole('table', { name: 'Columns of the file' })).toBeVisible()
}

/** How far the window itself could be scrolled, and whether a part of it ends in more than a margin of blank paper. */
const beyondTheWindow = (page: Page) =>
  page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement
    const main = document.querySelector('main')
    const content = main?.firstElementChild
    const end = content && main ? content.getBoundingClientRect().bottom + main.scrollTop : 0
    const room = main ? main.getBoundingClientRect().top + main.scrollHeight - end : 0
    return {
      down: root.scrollHeight - root.clientHeight,
      sideways: root.scrollWidth - root.clientWidth,
      blank: main !== null && main.scrollHeight > main.clientHeight && room > 64,
    }
  })

/** Every screen of the sample company by its address. */
async function screens(page: Page): Promise<string[]> {
  const core = createCoreClient(page)
  const [current, last] = await core.reviews.sessions()
  const releases = await core.documents.list({ workflowId: 2 })
  const month = current?.month ?? ''
  return [
    ...['/', '/reviews', '/reviews/foundation', '/reviews/model-tests', `/reviews/${month}`],
    ...[1, 2, 3].map((id) => `/reviews/${month}/collect/${id}`),
    `/reviews/${last?.month}`,
    ...['', '/check'].map((step) => `/review/${current?.continueReviewId}${step}`),
    '/review/40/done',
    ...['/workflows', '/workflows/new', '/outputs/1'],
    ...['results', 'outputs', 'issues', 'standards', 'prompt', 'inputs', 'register', 'set-up'].map(
      (tab) => `/workflows/2/${tab}`,
    ),
    ...releases.flatMap(({ id }) =>
      ['', '/history', '/live-check'].map((tab) => `/workflows/2/prompt/${id}${tab}`),
    ),
    ...['/foundation', '/foundation/import', '/foundation/retired'],
    ...['/foundation/1', '/foundation/1/history', '/foundation/1/live-check', '/foundation/1/back/1'],
    ...['/foundation-review/new', '/foundation-review/2/done'],
    ...['/foundation-review/2/record', '/foundation-review/2/pre-read'],
    ...['/model-test/new', '/model-test/1/result', '/model-test/1/record'],
    ...['/changes', '/changes/14', '/changes/new', '/changes/import', '/changes/signals'],
    ...['/reports', '/settings', '/settings/people', '/settings/calendar', '/settings/model-tests'],
    '/nowhere',
  ]
}
