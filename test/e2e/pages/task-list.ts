import type { Page } from '@playwright/test'
import type { Keyboard } from './keyboard.ts'

/** Reviews, and the tasks of one month. */
export function createTaskList(page: Page, keyboard: Keyboard) {
  const main = page.getByRole('main')
  const row = (name: string | RegExp) => main.getByRole('listitem').getByRole('link', { name })
  return {
    heading: main.getByRole('heading', { level: 1, name: / review$/ }),
    /** The row of a workflow, whatever is to be done with it next. */
    row,
    saveWorkbook: main.getByRole('button', { name: 'Save the workbook' }),

    /** From anywhere to the tasks of the current month. */
    async open() {
      await keyboard.press('ControlOrMeta+2')
      await keyboard.activate(row(/\d{4}/).first())
    },
  }
}
