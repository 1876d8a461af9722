import type { Page } from '@playwright/test'
import { expectAccessible } from '../axe.ts'
import { createCoreClient } from '../core-client.ts'
import { expect, test } from '../fixtures.ts'
import { expectNoOverflow } from '../overflow.ts'
import { createChanges } from '../pages/changes.ts'
import { createCollect } from '../pages/collect.ts'
import { createFinish } from '../pages/finish.ts'
import { createReview } from '../pages/review.ts'
import { createSetUp } from '../pages/set-up.ts'
import { createShell } from '../pages/shell.ts'
import { createWorkflowPage } from '../pages/workflow.ts'
import { openSample } from '../prepare.ts'

const badRows = 'request,answer,final,minutes\nq1,a1,f1,2\nq2,,f2,2\nq3,a3,f3,soon\n'

// A trace would keep axe's own source.
test.use({ trace: 'off' })

test('every page of the first run is accessible', async ({ page, evenkeel, keyboard }) => {
  const steps = createSetUp(page, keyboard)
  await evenkeel.open(page)
  await expectAccessible(page, 'welcome')
  await expectNoOverflow(page, 'welcome')
  await steps.start()
  await keyboard.activate(steps.button('Continue'))
  await expect(steps.company).toBeVisible()
  await expectAccessible(page, 'company, with a name missing')
  await steps.nameCompany('Harbour Stories', 'Dana Whitfield')
  await expect(steps.firstWorkflow).toBeVisible()
  await expectAccessible(page, 'workflow')
  await keyboard.fill(steps.field('Name'), 'Story edits')
  await keyboard.press('Enter')
  await expect(steps.standards).toBeVisible()
  await expectAccessible(page, 'standards')
  await keyboard.activate(steps.button('Continue'))
  await expect(steps.measure).toBeVisible()
  await keyboard.choose(steps.measures, 'Minutes')
  await keyboard.activate(steps.button('Continue'))
  await expectAccessible(page, 'measure, with the minutes missing')
  await keyboard.fill(steps.field('Minutes by hand'), '20')
  await keyboard.press('Enter')
  await expect(steps.ready).toBeVisible()
  await expectAccessible(page, 'ready')
  await steps.goHome()
  await createShell(page).loaded()
  await expectAccessible(page, 'Home with nothing reviewed yet')
  for (const path of [
    '/workflows/1/results',
    '/workflows/1/results/outputs',
    '/workflows/1/results/outputs?show=issues',
    '/changes',
    '/changes/import',
    '/reports',
  ]) {
    await createShell(page).open(path)
    await expectAccessible(page, `${path}, empty`)
  }
})

test('what opens on the screens, a review and the way into it are accessible', async ({
  page,
  evenkeel,
  keyboard,
}) => {
  await openSample(page, evenkeel)
  const shell = createShell(page)
  const review = createReview(page)
  const collect = createCollect(page, keyboard)
  const changes = createChanges(page, keyboard)
  const { month, openReview } = await currentMonth(page)

  await test.step('what opens', async () => {
    await shell.open('/workflows/2')
    await createWorkflowPage(page).showAsTable.click()
    await expectAccessible(page, 'the chart as a table')
    await shell.open('/changes/new')
    await changes.log.click()
    await expect(changes.field('Why')).toHaveAccessibleDescription('Enter why it changed.')
    await expectAccessible(page, 'a change with everything missing')
  })
  await test.step('reviewing', async () => {
    await shell.open(`/review/${openReview}`)
    await expectAccessible(page, 'review')
    await keyboard.press('Enter')
    await expectAccessible(page, 'review, with every answer missing')
    await keyboard.press('Escape', '1', '2', 'a', 'n')
    await expect(review.issueType('Wrong tone')).toBeVisible()
    await expectAccessible(page, 'review, with issues')
    await keyboard.press('Escape', 'v', 'v', 'v')
    await expectAccessible(page, 'review, side by side')
    await keyboard.press('Shift+?')
    await expect(review.dialog).toBeVisible()
    await expectAccessible(page, 'keys')
    await keyboard.press('Escape', 's')
    await expect(review.dialog).toHaveAccessibleName(/^Can’t judge output/)
    await expectAccessible(page, 'set aside')
    await keyboard.press('Escape')
    await shell.open(`/review/${openReview}/check`)
    await expectAccessible(page, 'check your answers')
  })
  await test.step('a finished review', async () => {
    await shell.open('/review/40/done')
    await keyboard.activate(createFinish(page).reopen)
    await expectAccessible(page, 'reopen')
    await keyboard.press('Escape')
  })
  await test.step('collecting', async () => {
    await shell.open(`/reviews/${month}/collect/3`)
    await expectAccessible(page, 'collect')
    await collect.choose({ name: 'adverts.csv', mimeType: 'text/csv', buffer: Buffer.from(badRows) })
    await expect(collect.change).toBeVisible()
    await expectAccessible(page, 'preview')
    await keyboard.activate(collect.change)
    await expect(collect.columns).toBeVisible()
    await expectAccessible(page, 'preview, opened')
    await keyboard.activate(collect.bringIn)
    await expect(collect.saveTheList).toBeVisible()
    await expectAccessible(page, 'result, with problems')
    await keyboard.choose(collect.way, 'Paste')
    await expectAccessible(page, 'paste')
    await shell.open(`/reviews/${month}/collect/2`)
    await keyboard.activate(collect.byHand)
    await expectAccessible(page, 'choose by hand')
    await shell.open(`/reviews/${month}/collect/1`)
    await collect.unfoldRecord()
    await expectAccessible(page, 'drawn')
  })
})

/** The month with a review under way. */
async function currentMonth(page: Page) {
  const [current] = await createCoreClient(page).reviews.sessions()
  return {
    month: current?.month ?? '',
    openReview: current?.continueReviewId ?? 0,
  }
}
