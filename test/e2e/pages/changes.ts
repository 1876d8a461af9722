import type { Page } from '@playwright/test'
import type { Keyboard } from './keyboard.ts'

/** The change log, and writing a change down. */
export function createChanges(page: Page, keyboard: Keyboard) {
  const main = page.getByRole('main')
  const rows = main.getByRole('table', { name: 'Changes' }).getByRole('row')
  return {
    row: (what: string | RegExp) => rows.filter({ has: page.getByRole('link', { name: what }) }),
    opener: (what: string | RegExp) => main.getByRole('table').getByRole('link', { name: what }),
    saveAs: (format: 'Excel' | 'CSV') => main.getByRole('button', { name: `Save as ${format}` }),
    newChange: main.getByRole('button', { name: 'New change' }),
    facts: main.getByRole('complementary', { name: 'About this change' }),
    log: main.getByRole('button', { name: 'Log this change' }),
    field: (name: string) => main.getByRole('textbox', { name, exact: true }),
    workflow: (name: string) => main.getByRole('checkbox', { name, exact: true }),
    kind: main.getByRole('radiogroup', { name: 'Kind' }),
    open: () => keyboard.press('ControlOrMeta+5'),
  }
}
