import { aReview, aWorkflow, someOutputs, toCsv } from '../../helpers/builders.ts'
import { compileShim, newOrders, noShim, ordersAt, underShim } from '../../rel/disk/shim.ts'
import { expect, test } from '../fixtures.ts'
import { createCollect } from '../pages/collect.ts'
import { createReview } from '../pages/review.ts'
import { createShell } from '../pages/shell.ts'
import { openCompany } from '../prepare.ts'

test('a full disk while typing and while importing: said, nothing typed is gone, and it goes on without a restart', async ({
  page,
  evenkeel,
  keyboard,
}) => {
  const library = compileShim() ?? ''
  test.skip(library === '', noShim)
  const orders = newOrders()
  const disk = ordersAt(orders)
  evenkeel.under(underShim(library, { folder: evenkeel.dataDir, orders }))
  const { core, month } = await openCompany(page, evenkeel)
  const { id } = await aReview(core, { month })
  const other = await core.workflows.create(aWorkflow({ name: 'Adverts' }))

  await createShell(page).open(`/review/${id}`)
  const review = createReview(page)
  await review.at(1)
  disk.fail(1, 'ENOSPC', true)
  await keyboard.press('n')
  await keyboard.type('Typed on a full disk')
  await expect(review.banner).toContainText('The disk is full')
  await expect(review.notSaved).toBeVisible()
  await expect(review.note).toHaveValue('Typed on a full disk')
  disk.heal()
  await keyboard.activate(review.button('Retry'))
  await expect(review.saved).toBeVisible()
  await expect(review.banner).toHaveCount(0)
  expect((await core.reviews.get({ reviewId: id })).items[0]?.note).toBe('Typed on a full disk')

  await createShell(page).open(`/reviews/${month}/collect/${other.id}`)
  const collect = createCollect(page, keyboard)
  const file = { name: 'outputs.csv', mimeType: 'text/csv', buffer: Buffer.from(toCsv(someOutputs(20))) }
  disk.fail(1, 'ENOSPC', true)
  await collect.choose(file)
  await expect(collect.refusal).toContainText('The disk is full')
  disk.heal()
  await collect.choose(file)
  await expect(collect.bringIn).toBeVisible()
  disk.fail(1, 'ENOSPC', true)
  await keyboard.activate(collect.bringIn)
  await expect(collect.refusal).toContainText('The disk is full')
  disk.heal()
  await keyboard.activate(page.getByRole('button', { name: 'Back to the file' }))
  await keyboard.activate(collect.bringIn)
  await expect(collect.heading('20 new outputs')).toBeVisible()
})
