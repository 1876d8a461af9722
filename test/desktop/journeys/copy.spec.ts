import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { createCoreClient } from '../../e2e/core-client.ts'
import { createReview } from '../../e2e/pages/review.ts'
import { createShell } from '../../e2e/pages/shell.ts'
import { aWorkflow, first, judge, toCsv } from '../../helpers/builders.ts'
import { aSetUpTest } from '../../helpers/model-tests.ts'
import { expect, giveToApp, type Running, test } from '../fixtures.ts'
import { clearClipboard, clipboardText } from '../native.ts'
import { openCompany, openSample } from '../prepare.ts'

// One after the other: all apps of a screen share its clipboard.
test.describe.configure({ mode: 'default' })

/** Presses it and returns what then lies on the clipboard. */
async function copied({ app }: Running, button: Locator): Promise<string> {
  await clearClipboard(app)
  await button.click()
  await expect.poll(() => clipboardText(app), { message: String(button) }).not.toBe('')
  return clipboardText(app)
}

test('every Copy button of what is read copies; what lies on the clipboard cannot be read', async ({
  desktop,
}) => {
  const running = await openSample(desktop)
  const { page } = running
  const shell = createShell(page)
  const core = createCoreClient(page)
  const copy = (name: string | RegExp) => copied(running, page.getByRole('button', { name }).first())

  await shell.open('/foundation/1/back/1')
  expect((await copy('Copy the wording')).length).toBeGreaterThan(20)
  await expect(page.getByText('Copied', { exact: false }).first()).toBeVisible()

  await shell.open('/workflows/2/wording')
  expect(await copy('Copy the whole prompt')).toBe((await core.documents.assembled({ workflowId: 2 }))?.text)

  await shell.open('/outputs/1')
  expect(await copy(/^Copy$/)).toMatch(/^\d{4}-\d{2}-\d{3}$/)

  const { id } = await core.modelTests.lock({ id: (await aSetUpTest(core, [2])).id })
  await shell.open(`/model-test/${id}/outputs`)
  expect((await copy('Copy the input')).length).toBeGreaterThan(20)
  expect((await copy(/^Copy the (instructions|whole request)$/)).length).toBeGreaterThan(20)

  const read = () => page.evaluate(() => navigator.clipboard.readText().catch((error: Error) => error.name))
  expect(await read()).toBe('NotAllowedError')
})

test('Copy in a review: the link of an output that is elsewhere, and what was typed and not taken', async ({
  desktop,
}) => {
  const { running, core, month } = await openCompany(desktop)
  const { page, keyboard } = running
  const { id: workflowId } = await core.workflows.create(aWorkflow({ measure: 'minutes', byHandMinutes: 20 }))
  const links = Array.from({ length: 12 }, (_, row) => ({
    ID: `https://desk.example/${row}`,
    Date: `${month}-01`,
    Rating: 4,
  }))
  const fileId = await page.evaluate(
    async (body) =>
      ((await (await fetch('/files?name=links.csv', { method: 'POST', body })).json()) as { fileId: string })
        .fileId,
    toCsv(links),
  )
  const target = { workflowId, fileIds: [fileId] }
  const { guess, dateOrder } = await core.imports.preview(target)
  const choice = { mapping: guess, dateOrder, undatedMonth: month, onlyMonth: null }
  const { jobId } = await core.imports.start({ ...target, ...choice })
  await expect.poll(async () => (await core.jobs.get({ id: jobId })).state).toBe('done')
  const { reviewId } = await core.reviews.draw({ workflowId, month })
  await createShell(page).open(`/review/${reviewId}`)
  const review = createReview(page)
  await review.at(1)
  expect(await copied(running, review.button('Copy the link'))).toMatch(/^https:\/\/desk\.example\/\d+$/)

  const { items } = await core.reviews.get({ reviewId })
  // Another window was first, and this page has not heard of it.
  await page.evaluate(() => {
    const asked = window.fetch
    window.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input)
      return url.includes('/reviews/get') ? new Promise(() => undefined) : asked(input, init)
    }
  })
  await judge(core, first(items), { isDone: false })
  await keyboard.press('n')
  await keyboard.type('Mine')
  await expect(review.banner).toContainText('changed in another window')
  expect(await copied(running, review.button('Copy what you typed'))).toBe('Mine')
})

test('Copy on the page of a damaged file: the details for IT', async ({ desktop }) => {
  const path = join(desktop.dataDir, 'evenkeel.db')
  writeFileSync(path, 'This was a database once. '.repeat(400))
  giveToApp(path)
  const running = await desktop.start()
  const button = running.page.getByRole('button', { name: 'Copy the details for IT' })
  expect(await copied(running, button)).toContain(desktop.dataDir)
})
