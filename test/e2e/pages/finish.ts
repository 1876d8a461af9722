import type { Page } from '@playwright/test'

/** Check your answers, and the page of a finished review. */
export function createFinish(page: Page) {
  const main = page.getByRole('main')
  const dialog = page.getByRole('dialog', { name: 'Reopen this review' })
  return {
    check: main.getByRole('heading', { level: 1, name: 'Check your answers' }),
    group: (name: string) => main.getByRole('region', { name, exact: true }),
    change: (position: number) => main.getByRole('link', { name: `Change output ${position}`, exact: true }),
    finishAny: main.getByRole('button', { name: /^Finish / }),
    finish: (workflow: string) => main.getByRole('button', { name: `Finish ${workflow}` }),

    done: (workflow: string) => main.getByRole('heading', { level: 1, name: `${workflow} is done` }),
    headline: main.getByRole('heading', { level: 2 }).first(),
    sentence: main.getByText(/^Editing was /),
    thisMonth: main.locator('[data-of="this_month"]'),
    fact: (term: string) =>
      main
        .locator('div')
        .filter({ has: page.getByRole('term').getByText(term, { exact: true }) })
        .last()
        .getByRole('definition'),
    next: main.getByRole('button', { name: /^Next: / }),
    saveWorkbook: main.getByRole('button', { name: 'Save the workbook' }),
    saveState: main.getByRole('status'),
    reopen: main.getByRole('button', { name: 'Reopen this review' }),
    dialog,
    reason: dialog.getByRole('textbox', { name: 'Why is it opened again?' }),
    confirmReopen: dialog.getByRole('button', { name: 'Reopen' }),
  }
}
