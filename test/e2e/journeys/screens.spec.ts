import type { Page } from '@playwright/test'
import { expectAccessible } from '../axe.ts'
import { createCoreClient } from '../core-client.ts'
import { test } from '../fixtures.ts'
import { expectNoOverflow } from '../overflow.ts'
import { createShell } from '../pages/shell.ts'
import { openSample } from '../prepare.ts'
import { expectToStay } from '../staying.ts'

// A trace would keep axe's own source.
test.use({ trace: 'off' })

for (const [which, screens] of [
  ['reviews and workflows', screensOfReviews],
  ['the Foundation, model tests and the rest', otherScreens],
] as const) {
  test(`every screen is accessible, fits and stays in place: ${which}`, async ({ page, evenkeel }) => {
    await openSample(page, evenkeel)
    for (const path of await screens(page)) {
      await createShell(page).open(path)
      await expectAccessible(page, path)
      await expectNoOverflow(page, path)
      await expectToStay(page, path)
    }
  })
}

async function screensOfReviews(page: Page): Promise<string[]> {
  // The current month, with a review under way, and the one before, which is finished.
  const [current, last] = await createCoreClient(page).reviews.sessions()
  const month = current?.month ?? ''
  return [
    ...['/', '/reviews', '/reviews/foundation', '/reviews/model-tests', `/reviews/${month}`],
    ...[1, 2, 3].map((id) => `/reviews/${month}/collect/${id}`),
    `/reviews/${last?.month}`,
    ...['', '/check'].map((step) => `/review/${current?.continueReviewId}${step}`),
    '/review/40/done',
    ...['/workflows', '/workflows/new', '/outputs/1'],
    ...['results', 'results/outputs', 'results/outputs?show=issues', 'wording', 'test-inputs'].map(
      (tab) => `/workflows/2/${tab}`,
    ),
    ...['set-up', 'set-up/standards', 'set-up/register'].map((tab) => `/workflows/2/${tab}`),
  ]
}

async function otherScreens(): Promise<string[]> {
  return [
    ...['/foundation', '/foundation/import', '/foundation/retired', '/foundation/retired/1'],
    ...['/foundation/1', '/foundation/1/history', '/foundation/1/live-check', '/foundation/1/back/1'],
    ...['/foundation-review/new', '/foundation-review/2/done'],
    ...['/foundation-review/2/record', '/foundation-review/2/pre-read'],
    ...['/model-test/new', '/model-test/1/result', '/model-test/1/record'],
    ...['/changes', '/changes/14', '/changes/new', '/changes/import', '/changes/helped', '/changes/signals'],
    ...[
      '/reports',
      '/settings',
      '/settings/backups',
      '/settings/activity',
      '/settings/bin',
      '/settings/people',
      '/settings/calendar',
      '/settings/model-tests',
    ],
    '/nowhere',
  ]
}
