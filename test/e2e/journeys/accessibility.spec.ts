import type { Page } from '@playwright/test'
import { expectAccessible } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import type { Keyboard } from '../pages/keyboard.ts'
import { createReview } from '../pages/review.ts'
import { createSetUp } from '../pages/set-up.ts'
import { createShell } from '../pages/shell.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('every page of the first run is accessible', async ({ page, evenkeel, keyboard }) => {
      const steps = createSetUp(page, keyboard)
      await evenkeel.open(page)
      await expectAccessible(page, 'welcome')
      await steps.start()
      await expect(steps.company).toBeVisible()
      await keyboard.press('Tab', 'Enter')
      await expectAccessible(page, 'set-up: company')
    })

    test('every screen of the sample company is accessible', async ({ page, evenkeel, keyboard }) => {
      test.setTimeout(180_000)
      await openSample(page, evenkeel, keyboard)
    })
  })
}
async function openSample(page, evenkeel, keyboard) {
      await evenkeel.open(page)
      const t = Date.now()
      await keyboard.activate(createSetUp(page, keyboard).lookAround)
      const shell = createShell(page)
      await expect(shell.sampleBand).toBeVisible()
      await shell.loaded()
      console.log('sample', Date.now() - t)
      for (const path of ['/', '/reviews', '/reviews/2026-11', '/workflows', '/workflows/2', '/workflows/2/outputs', '/workflows/2/issues', '/workflows/2/standards', '/workflows/2/set-up', '/workflows/new', '/outputs/1', '/foundation', '/changes', '/changes/new', '/reports', '/settings']) {
        await shell.open(path)
        await expectAccessible(page, path)
      console.log(path, Date.now() - t)
      }
}
