import type { Page } from '@playwright/test'

/** Home: what to do next, and how every workflow stands. */
export function createHome(page: Page) {
  const next = page.getByRole('region', { name: /review/ }).first()
  const table = page.getByRole('table', { name: 'Workflows' })
  return {
    greeting: page.getByRole('heading', { level: 1, name: /^Good / }),
    next,
    /** The one button of the Next card. */
    nextAction: next.getByRole('button', { name: /^(Continue|Begin|See|Set up)/ }),
    row: (workflow: string) =>
      table.getByRole('row').filter({ has: page.getByRole('link', { name: workflow }) }),
    workflow: (name: string) => table.getByRole('link', { name, exact: true }),
  }
}
