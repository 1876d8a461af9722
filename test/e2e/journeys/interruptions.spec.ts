import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { aReview } from '../../helpers/builders.ts'
import { startApp } from '../../helpers/running-app.ts'
import { expectAccessible } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { createReview } from '../pages/review.ts'
import { createSetUp } from '../pages/set-up.ts'
import { createShell } from '../pages/shell.ts'
import { openCompany } from '../prepare.ts'

test('a second window saves first: the older one says so, loses nothing and goes on', async ({
  page,
  context,
  evenkeel,
  keyboard,
}) => {
  const { core, month } = await openCompany(page, evenkeel)
  const { id } = await aReview(core, { month })
  // The older window hears nothing of what the other one does.
  await page.route('**/api/events/live', () => undefined)
  await page.reload()
  await createShell(page).open(`/review/${id}`)
  const older = createReview(page)
  await older.at(1)

  const second = await context.newPage()
  await second.goto(await evenkeel.secondLink())
  await createShell(second).loaded()
  await createShell(second).open(`/review/${id}`)
  const newer = createReview(second)
  await newer.at(1)
  await second.keyboard.press('a')
  await expect(newer.saved).toBeVisible()

  await keyboard.press('n')
  await keyboard.type('Mine')
  await expect(older.banner).toContainText('Output 1. This output was changed in another window.')
  await expect(older.banner).toContainText('Mine')
  await expect(older.verdict('Accurate', 'Met')).toBeChecked()
  await keyboard.press('Escape')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await keyboard.activate(older.button('Copy what you typed'))
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Mine')
  await keyboard.activate(older.button('Close'))
  await expect(older.banner).toHaveCount(0)
  await keyboard.activate(older.button('Flag'))
  await expect.poll(async () => (await core.reviews.get({ reviewId: id })).items[0]?.isFlagged).toBe(true)
})

test('a data folder that cannot be written to is named', async ({ evenkeel }) => {
  const file = join(evenkeel.dataDir, 'a-file')
  await writeFile(file, '')
  await expect(startApp(join(file, 'data'))).rejects.toThrow(
    `Evenkeel cannot make its data folder at ${join(file, 'data')}. Nothing was changed. Choose another folder`,
  )
})

test('a data folder that is read-only is named', async ({ evenkeel }) => {
  test.skip(process.getuid?.() === 0, 'Permissions do not bind root')
  await chmod(evenkeel.dataDir, 0o555)
  await expect(startApp(evenkeel.dataDir)).rejects.toThrow(/not allowed to write to .* Nothing was changed/)
  await chmod(evenkeel.dataDir, 0o755)
})

test('the core is gone while a note is typed: the words stay, and are stored when it is back', async ({
  page,
  evenkeel,
  keyboard,
}) => {
  const { core, month } = await openCompany(page, evenkeel)
  const { id } = await aReview(core, { month })
  const { port } = new URL(page.url())
  const review = createReview(page)
  await createShell(page).open(`/review/${id}`)
  await review.at(1)
  await keyboard.press('a', 'n')
  await expect(review.saved).toBeVisible()
  await evenkeel.kill()
  await keyboard.type('Typed while nobody listened')
  await expect(review.banner).toContainText('Evenkeel is not answering. What you typed stays here')
  await expect(review.notSaved).toBeVisible()

  const link = await evenkeel.start(port)
  await expect(review.banner).toContainText('no longer knows this page')
  await expect(review.note).toHaveValue('Typed while nobody listened')
  // The new link in this very tab: the page stays, and goes on by itself.
  await page.goto(link)
  await expect(review.saved).toBeVisible()
  await expect(review.banner).toHaveCount(0)
  await expect(review.note).toHaveValue('Typed while nobody listened')
  expect((await core.reviews.get({ reviewId: id })).items[0]?.note).toBe('Typed while nobody listened')
})

test('a page without its link says how to get in; a second process that cannot reach the first says so', async ({
  page,
  context,
  evenkeel,
  keyboard,
}) => {
  const link = await evenkeel.start()
  await page.goto(new URL(link).origin)
  const shell = createShell(page)
  await expect(shell.heading).toHaveText('Open Evenkeel again')
  await expectAccessible(page, 'signed out')
  await page.goto(link)
  await expect(createSetUp(page, keyboard).welcome).toBeVisible()

  await test.step('a second process says that the data is in use', async () => {
    await writeFile(join(evenkeel.dataDir, 'running.json'), '{}')
    const second = await startApp(evenkeel.dataDir)
    const tab = await context.newPage()
    await tab.goto(second.link)
    await expect(tab.getByRole('heading', { name: 'Evenkeel is open already' })).toBeVisible()
    await second.kill()
  })
})
