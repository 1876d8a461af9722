import type { Page } from '@playwright/test'

/** Reports: the workbook of a month, with or without the texts. */
export function createReports(page: Page) {
  const main = page.getByRole('main')
  return {
    addTexts: main.getByRole('checkbox', { name: 'Add the texts of the outputs' }),
    saveWorkbook: main.getByRole('button', { name: 'Save the workbook' }),
  }
}
