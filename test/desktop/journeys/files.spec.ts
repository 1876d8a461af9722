import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { createCoreClient } from '../../e2e/core-client.ts'
import { createCollect } from '../../e2e/pages/collect.ts'
import { createShell } from '../../e2e/pages/shell.ts'
import { expect, giveToApp, test } from '../fixtures.ts'
import { answerSaveDialog } from '../native.ts'
import { openSample } from '../prepare.ts'

const saved = (page: Page, name: string) => page.getByRole('status').filter({ hasText: `Saved ${name}.` })

test('exports of every kind go where the save dialog says, and can be shown in their folder', async ({
  desktop,
}) => {
  const { app, page } = await openSample(desktop)
  const shell = createShell(page)
  const save = async (path: string, button: string | RegExp, name: string, begins: string) => {
    const target = join(desktop.folder, name)
    await answerSaveDialog(app, target)
    await shell.open(path)
    await page.getByRole('button', { name: button }).first().click()
    await expect(saved(page, name)).toBeVisible()
    expect(readFileSync(target).subarray(0, begins.length).toString('latin1')).toBe(begins)
    await page.getByRole('button', { name: 'Close', exact: true }).click()
  }
  // Another program has last month's open, and goes on reading it.
  const open = join(desktop.folder, 'quality.xlsx')
  writeFileSync(open, 'last month')
  giveToApp(open)
  const elsewhere = openSync(open, 'r')
  await save('/reports', 'Save the workbook', 'quality.xlsx', 'PK')
  expect(readFileSync(elsewhere, 'utf8')).toBe('last month')
  closeSync(elsewhere)
  await save('/changes', 'Save as Excel', 'changes.xlsx', 'PK')
  await save('/changes', 'Save as CSV', 'changes.csv', '\u00ef\u00bb\u00bf')
  await save('/settings/calendar', /^Save the calendar file/, 'reviews.ics', 'BEGIN:VCALENDAR')

  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => Object.assign(globalThis, { shown: path })
  })
  await answerSaveDialog(app, join(desktop.folder, 'again.xlsx'))
  await shell.open('/reports')
  await page.getByRole('button', { name: 'Save the workbook' }).click()
  await page.getByRole('button', { name: 'Show in folder' }).click()
  const shown = () => app.evaluate(() => (globalThis as { shown?: string }).shown)
  await expect.poll(shown).toBe(join(desktop.folder, 'again.xlsx'))
})

test('a page is saved as a tagged PDF', async ({ desktop }) => {
  const { app, page } = await openSample(desktop)
  const target = join(desktop.folder, 'record.pdf')
  await answerSaveDialog(app, target)
  await createShell(page).open('/foundation-review/2/record')
  await page.getByRole('button', { name: 'Save as PDF' }).click()
  await expect.poll(() => existsSync(target)).toBe(true)
  const pdf = readFileSync(target).toString('latin1')
  expect({ begins: pdf.slice(0, 5), isTagged: /\/MarkInfo\s*<<[^>]*\/Marked true/.test(pdf) }).toEqual({
    begins: '%PDF-',
    isTagged: true,
  })
})

test('a save that cannot be, or is broken off, says so and leaves what was there', async ({ desktop }) => {
  const { app, page } = await openSample(desktop)
  const locked = join(desktop.folder, 'locked')
  mkdirSync(locked)
  writeFileSync(join(locked, 'quality.xlsx'), 'last month')
  chmodSync(locked, 0o555)
  await answerSaveDialog(app, join(locked, 'quality.xlsx'))
  await createShell(page).open('/reports')
  await page.getByRole('button', { name: 'Save the workbook' }).click()
  await expect(page.getByRole('alert')).toContainText('That folder cannot be written to.')
  expect(readdirSync(locked)).toEqual(['quality.xlsx'])
  expect(readFileSync(join(locked, 'quality.xlsx'), 'utf8')).toBe('last month')

  await answerSaveDialog(app, null)
  await page.getByRole('button', { name: 'Save the workbook' }).click()
  await expect(page.getByRole('button', { name: 'Save the workbook' })).toBeEnabled()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByText(/^Saved/)).toHaveCount(0)
})

test('a file of 30 MB comes in by the chooser and by dropping it, into the months of its rows', async ({
  desktop,
}) => {
  const { page, keyboard } = await openSample(desktop)
  const text = 'A sentence of an answer that is long enough to count. '.repeat(55)
  const [current] = await createCoreClient(page).reviews.sessions()
  const make = (name: string) => {
    const row = (_: unknown, index: number) =>
      `${name}${index},${current?.month}-05,"${name} ${index}. ${text}"`
    const path = join(desktop.folder, `${name}.csv`)
    writeFileSync(path, `id,date,output\n${Array.from({ length: 10_000 }, row).join('\n')}\n`)
    expect(statSync(path).size).toBeGreaterThan(29_000_000)
    giveToApp(path)
    return path
  }
  await createShell(page).open(`/reviews/${current?.month}/collect/3`)
  const collect = createCollect(page, keyboard)
  await collect.bringInFile(make('chosen'), '10,000 new outputs')

  await createShell(page).open(`/reviews/${current?.month}/collect/2`)
  await dropFile(page, page.getByRole('region', { name: 'Drop files here' }), make('dropped'))
  await expect(collect.bringIn).toContainText('10,000')
})

/** Drags a file from outside onto `target`, as the system hands it over. */
async function dropFile(page: Page, target: Locator, path: string): Promise<void> {
  const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const session = await page.context().newCDPSession(page)
  const at = {
    x: x + width / 2,
    y: y + height / 2,
    data: { items: [], files: [path], dragOperationsMask: 1 },
  }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at })
  }
  await session.detach()
}
