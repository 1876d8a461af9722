import { expect, type Page } from '@playwright/test'

/** What stands around every page, and moving about by address. */
export function createShell(page: Page) {
  const loaded = page.locator('[data-app-state="loaded"]')
  const go = (path: string) =>
    page.evaluate((hash) => {
      location.hash = hash
    }, path)
  return {
    heading: page.getByRole('heading', { level: 1 }),
    home: page.getByRole('link', { name: 'Home', exact: true }),
    sampleBand: page.getByRole('region', { name: 'Sample company' }),
    offline: page.getByRole('alert').filter({ hasText: 'Evenkeel is not answering' }),
    /** What a text with markup in it would become if anything took it for markup. */
    markupFromText: page.locator(
      'img, svg[onload], [onerror], [href^="javascript:"], script:not([src]), :is(b, strong):text-is("bold")',
    ),
    dialog: page.getByRole('dialog'),

    /** Opens a page by its path, wherever that leads. */
    go,

    /** Opens a page by its path and waits until nothing is loading. */
    async open(path: string) {
      await go(path)
      await expect(page).toHaveURL(new RegExp(`#${path.replace('?', '\\?')}$`))
      await expect(loaded).toBeVisible()
    },
    loaded: () => expect(loaded).toBeVisible(),
  }
}
