import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { DesktopBridge } from '../../../shared/desktop-bridge.ts'
import { addMonths } from '../../../shared/domain/time/dates.ts'
import { createCoreClient } from '../../e2e/core-client.ts'
import { createReview } from '../../e2e/pages/review.ts'
import { createShell } from '../../e2e/pages/shell.ts'
import { aReview, aWorkflow } from '../../helpers/builders.ts'
import { expect, giveToApp, test } from '../fixtures.ts'
import { answerQuestions, questionsAsked } from '../native.ts'
import { openCompany, openSample } from '../prepare.ts'

test('a second start leaves at once, and the first comes forward', async ({ desktop }) => {
  const { app } = await desktop.start()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  expect(desktop.startAgain().status).toBe(0)
  const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await expect.poll(isVisible).toBe(true)
})

test('quitting closes the data: nothing is left beside the database', async ({ desktop }) => {
  const { running, core, month } = await openCompany(desktop)
  await aReview(core, { month })
  await running.quit()
  expect(readdirSync(desktop.dataDir).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([])
  const { page } = await desktop.start()
  await createShell(page).loaded()
  await expect(page.getByRole('link', { name: 'Customer replies' }).first()).toBeVisible()
})

test('quitting while something runs asks: not now, when it is done, or at once; nothing is lost', async ({
  desktop,
}) => {
  const { running, core, month } = await openCompany(desktop)
  const { app, page } = running
  const { id } = await core.workflows.create(aWorkflow())
  const begin = async (name: string) => {
    const fileId = await uploadFrom(page, `${name}.csv`, 25_000)
    const target = { workflowId: id, fileIds: [fileId] }
    const { guess, dateOrder } = await core.imports.preview(target)
    const choice = { mapping: guess, dateOrder, undatedMonth: month, onlyMonth: null }
    return core.imports.start({ ...target, ...choice })
  }
  const quit = () => app.evaluate(({ app }) => app.quit())

  await answerQuestions(app, 2)
  const { jobId } = await begin('first')
  await quit()
  await expect.poll(() => questionsAsked(app)).toEqual(['Evenkeel is still at work.'])
  await expect.poll(async () => (await core.jobs.get({ id: jobId })).state).toBe('done')
  const before = (await core.imports.list({ workflowId: id })).length

  await answerQuestions(app, 1)
  await begin('second')
  await running.quit()
  const again = await desktop.start()
  await createShell(again.page).loaded()
  const after = await createCoreClient(again.page).imports.list({ workflowId: id })
  expect(after.length).toBe(before)
})

/** Gives the core a file made in the page itself, of so many rows. */
function uploadFrom(page: Page, name: string, rows: number): Promise<string> {
  return page.evaluate(
    async (file) => {
      const lines = Array.from(
        { length: file.rows },
        (_, row) => `${file.name} ${row},Answer ${row} of ${file.name}`,
      )
      const body = new TextEncoder().encode(`id,output\n${lines.join('\n')}\n`)
      const reply = await fetch(`/files?name=${file.name}`, { method: 'POST', body })
      return ((await reply.json()) as { fileId: string }).fileId
    },
    { name, rows },
  )
}

test('a page that crashes comes back to the same place; at the second time it says so', async ({
  desktop,
}) => {
  const { running, core, month } = await openCompany(desktop)
  const { id } = await aReview(core, { month })
  await running.quit()

  const app = await desktop.startBare()
  const crash = () =>
    app.run('electron.BrowserWindow.getAllWindows()[0].webContents.forcefullyCrashRenderer()')
  const page = () => app.runInPage<string>('location.hash + " " + document.body.innerText')
  await expect.poll(page).toContain('Customer replies')
  await app.runInPage(`location.hash = '/review/${id}'`)
  await expect.poll(page).toContain('Output 1 of 10')
  await crash()
  await expect.poll(page).toMatch(new RegExp(`^#/review/${id} [^]*Output 1 of 10`))
  await crash()
  await expect.poll(page).toContain('ended twice by itself')
  const logs = join(desktop.dataDir, 'logs')
  expect(readFileSync(join(logs, readdirSync(logs)[0] ?? ''), 'utf8')).toContain('The page ended by itself')
})

test('an error that nothing caught is logged and told, and Evenkeel goes on', async ({ desktop }) => {
  const { app, page } = await desktop.start()
  await answerQuestions(app, 0)
  await app.evaluate(() => void Promise.reject(new Error('planted')))
  await expect.poll(() => questionsAsked(app)).toEqual([expect.stringContaining('Something went wrong.')])
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const logs = join(desktop.dataDir, 'logs')
  expect(readFileSync(join(logs, readdirSync(logs)[0] ?? ''), 'utf8')).toContain('planted')
})

test('a damaged file is said to be one, and stays as it is', async ({ desktop }) => {
  const path = join(desktop.dataDir, 'evenkeel.db')
  writeFileSync(path, 'This was a database once. '.repeat(400))
  giveToApp(path)
  const before = readFileSync(path)
  const { page } = await desktop.start()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('body')).toContainText(
    /damaged|not a database|cannot be read|could not be opened/i,
  )
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(existsSync(`${path}-wal`)).toBe(false)
})

test('a window stands where it was, as dark and as large as it was', async ({ desktop }) => {
  const first = await openSample(desktop)
  await first.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setBounds({ x: 60, y: 40, width: 1200, height: 800 })
    window?.webContents.setZoomFactor(2)
  })
  await createShell(first.page).open('/settings')
  await first.page.getByRole('radio', { name: 'Dark' }).check()
  await expect(first.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await first.quit()
  const { app, page } = await desktop.start()
  await createShell(page).loaded()
  const state = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const { width, height } = window?.getBounds() ?? {}
    return { width, height, zoom: window?.webContents.getZoomFactor() }
  })
  expect(state).toEqual({ width: 1200, height: 800, zoom: 2 })
})

test('at 200 % every main screen is read without scrolling sideways', async ({ desktop }) => {
  const { app, page } = await openSample(desktop)
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setBounds({ x: 0, y: 0, width: 1366, height: 768 })
    window?.webContents.setZoomFactor(2)
  })
  const review = (await createCoreClient(page).reviews.sessions())[0]?.continueReviewId
  for (const path of [
    ...['/', '/reviews', `/review/${review}`, '/review/40/done', '/workflows', '/workflows/2/results'],
    ...['/foundation/1', '/foundation-review/2/record', '/changes', '/changes/14', '/reports', '/settings'],
  ]) {
    await createShell(page).open(path)
    const sideways = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('main')].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    )
    expect({ path, most: Math.max(...sideways) }).toEqual({ path, most: 0 })
  }
})

test('a sleep changes nothing, and the end of the system asks nothing', async ({ desktop }) => {
  const { running, core, month } = await openCompany(desktop)
  const { app, page, keyboard } = running
  const { id } = await aReview(core, { month })
  await answerQuestions(app, 2)
  await createShell(page).open(`/review/${id}`)
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend')
    powerMonitor.emit('resume')
  })
  const note = async () => (await core.reviews.get({ reviewId: id })).items[0]?.note
  await createReview(page).at(1)
  await keyboard.press('n')
  await keyboard.type('After the sleep')
  await expect.poll(note).toBe('After the sleep')
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('shutdown', { preventDefault() {} }))
  await core.exports.everything()
  await running.quit()
  const again = await desktop.start()
  await createShell(again.page).loaded()
  const { items } = await createCoreClient(again.page).reviews.get({ reviewId: id })
  expect(items[0]?.note).toBe('After the sleep')
})

test('a notification leads to the review that is due, on the page that is there', async ({ desktop }) => {
  const { running, core, month } = await openCompany(desktop)
  const { app, page } = running
  await core.workflows.create(aWorkflow({ goLiveOn: `${month}-01` }))
  // On the day it is due, as this process has it.
  await app.evaluate(
    (_electron, due) => {
      const RealDate = Date
      const ahead = RealDate.parse(`${due}T12:00:00`) - RealDate.now()
      globalThis.Date = class extends RealDate {
        constructor(...given: unknown[]) {
          super(...((given.length === 0 ? [RealDate.now() + ahead] : given) as [number]))
        }
        static override now = () => RealDate.now() + ahead
      } as DateConstructor
    },
    `${addMonths(month, 1)}-07`,
  )
  await app.evaluate(({ Notification }) => {
    Notification.isSupported = () => true
    Notification.prototype.show = function show() {
      Object.assign(globalThis, { shown: this })
    }
  })
  await page.evaluate(() => {
    Object.assign(window, { isSamePage: true })
    return (window as unknown as { evenkeel: DesktopBridge }).evenkeel.dueNotices(true)
  })
  const shown = () => app.evaluate(() => (globalThis as { shown?: { body: string } }).shown?.body)
  await expect.poll(shown).toMatch(/review is due today\.$/)
  await app.evaluate(
    () => void (globalThis as unknown as { shown: Electron.Notification }).shown.emit('click'),
  )
  await expect(page).toHaveURL(`app://evenkeel/#/reviews/${month}`)
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
})

test('the zoom of the last time is there again', async ({ desktop }) => {
  const { app, page, quit } = await desktop.start()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1.5))
  await quit()
  const again = await desktop.start()
  await expect(again.page.getByRole('heading', { level: 1 })).toBeVisible()
  const zoom = () =>
    again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor())
  await expect.poll(zoom).toBe(1.5)
})
