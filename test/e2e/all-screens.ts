import type { Page } from '@playwright/test'
import { createCoreClient } from './core-client.ts'

/** Screens of reviews and workflows of the sample company, which the page shows. */
export async function screensOfReviews(page: Page): Promise<string[]> {
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

/** All its other screens. */
export async function otherScreens(): Promise<string[]> {
  return [
    ...['/foundation', '/foundation/import', '/foundation/retired', '/foundation/retired/1'],
    ...['/foundation/1', '/foundation/1/history', '/foundation/1/live-check', '/foundation/1/back/1'],
    ...['/foundation-review/new', '/foundation-review/2/done'],
    ...['/foundation-review/2/owners', '/foundation-review/2/record', '/foundation-review/2/pre-read'],
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
