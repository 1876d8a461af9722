import type { Page } from '@playwright/test'

/** One workflow: its tabs and what they show. */
export function createWorkflowPage(page: Page) {
  const main = page.getByRole('main')
  return {
    heading: (name: string) => main.getByRole('heading', { level: 1, name }),
    tab: (name: string) => main.getByRole('navigation').getByRole('link', { name, exact: true }),
    chart: main.getByRole('img'),
    showAsTable: main.getByRole('button', { name: 'Show as table' }),
    measures: main.getByRole('radiogroup', { name: 'What editing is counted in' }),
    field: (name: string) => main.getByRole('textbox', { name, exact: true }),
    save: main.getByRole('button', { name: 'Save', exact: true }),
    saved: main.getByText('Saved.', { exact: true }),
    note: (text: RegExp) => main.getByText(text),
    months: main.getByRole('table', { name: 'Editing by month' }).getByRole('row'),
  }
}
