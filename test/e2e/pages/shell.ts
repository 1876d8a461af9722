import { expect, type Page } from '@playwright/test'

/** What stands around every page, and moving about by address. */
export function createShell(page: Page) {
  const loaded = page.locator('[data-app-state="loaded"]')
  return {
    heading: page.getByRole('heading', { level: 1 }),
    sampleBand: page.getByRole('region', { name: 'Sample company' }),
    offline: page.getByRole('alert').filter({ hasText: 'Evenkeel is not answering' }),
    dialog: page.getByRole('dialog'),

    /** Opens a page by its path and waits until nothing is loading. */
    async open(path: string) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, path)
      await expect(page).toHaveURL(new RegExp(`#${path}$`))
      await expect(loaded).toBeVisible()
    },
    loaded: () => expect(loaded).toBeVisible(),
  }
}
