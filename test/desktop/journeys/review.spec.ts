import { chmodSync } from 'node:fs'
import { dirname } from 'node:path'
import { createFinish } from '../../e2e/pages/finish.ts'
import { createHome } from '../../e2e/pages/home.ts'
import { createReview } from '../../e2e/pages/review.ts'
import { createSetUp } from '../../e2e/pages/set-up.ts'
import { createShell } from '../../e2e/pages/shell.ts'
import { aReview } from '../../helpers/builders.ts'
import { compileShim, newOrders, noShim, ordersAt, underShim } from '../../rel/disk/shim.ts'
import { expect, test } from '../fixtures.ts'
import { openCompany } from '../prepare.ts'

test('first run: a company with its first workflow, with the keyboard alone', async ({ desktop }) => {
  const { page, keyboard } = await desktop.start()
  const steps = createSetUp(page, keyboard)
  await steps.start()
  await steps.nameCompany('Harbour Stories', 'Dana Whitfield')
  await expect(steps.firstWorkflow).toBeVisible()
  await steps.addWorkflow({ name: 'Customer replies', byHandMinutes: '20' })
  await steps.goHome()
  await expect(createHome(page).greeting).toBeVisible()
  await expect(createHome(page).workflow('Customer replies')).toBeVisible()
})

test('a review of ten: the power fails in the middle of a note, and the same field comes back', async ({
  desktop,
}) => {
  const { running, core, month } = await openCompany(desktop)
  const { id } = await aReview(core, { month })
  const before = createReview(running.page)
  await createShell(running.page).open(`/review/${id}`)
  for (const position of [1, 2, 3, 4]) {
    await before.at(position)
    await running.keyboard.press('a', '4', 'Enter')
  }
  await before.at(5)
  await running.keyboard.press('2', 'n')
  await expect(before.note).toBeFocused()
  await running.keyboard.type('Reads well, but the last para')
  await expect
    .poll(async () => (await core.reviews.get({ reviewId: id })).items[4]?.note)
    .toBe('Reads well, but the last para')
  await expect(before.saved).toBeVisible()
  await running.kill()

  const { page, keyboard } = await desktop.start()
  await keyboard.activate(createHome(page).nextAction)
  const review = createReview(page)
  await review.at(5)
  await expect(review.note).toBeFocused()
  await expect(review.note).toHaveValue('Reads well, but the last para')
  await expect(review.verdict('Right tone', 'Not met')).toBeChecked()
  await keyboard.press('Escape', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp')
  await keyboard.press('a', '1', '4', 'Enter')
  for (const position of [6, 7, 8, 9, 10]) {
    await review.at(position)
    await keyboard.press('a', '4', 'Enter')
  }
  const finish = createFinish(page)
  await expect(finish.check).toBeVisible()
  await keyboard.activate(finish.finishAny)
  await expect(finish.done('Customer replies')).toBeVisible()
})

test('a full disk while a note is typed: said, the words stay, and they are saved once there is room', async ({
  desktop,
}) => {
  const library = compileShim() ?? ''
  test.skip(library === '', noShim)
  const orders = newOrders()
  for (const path of [dirname(library), dirname(orders)]) chmodSync(path, 0o755)
  chmodSync(orders, 0o666)
  desktop.under(underShim(library, { folder: desktop.dataDir, orders }))
  const disk = ordersAt(orders)
  const { running, core, month } = await openCompany(desktop)
  const { page, keyboard } = running
  const { id } = await aReview(core, { month })
  await createShell(page).open(`/review/${id}`)
  const review = createReview(page)
  await review.at(1)
  disk.fail(1, 'ENOSPC', true)
  await keyboard.press('n')
  await keyboard.type('Typed on a full disk')
  await expect(review.banner).toContainText('The disk is full')
  await expect(review.note).toHaveValue('Typed on a full disk')
  disk.heal()
  await keyboard.activate(review.button('Retry'))
  await expect(review.saved).toBeVisible()
  expect((await core.reviews.get({ reviewId: id })).items[0]?.note).toBe('Typed on a full disk')
})
