import { expect, type Page } from '@playwright/test'

/** A Foundation review: its task list, the session, the check and what comes of it. */
export function createFoundationReview(page: Page) {
  const main = page.getByRole('main')
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const answers = page.getByRole('group', { name: 'Still true?' })
  return {
    button,
    row: (name: RegExp) => main.getByRole('listitem').getByRole('link', { name }),
    order: main.getByRole('table', { name: 'Order of the session' }).getByRole('row'),
    section: (name: string) => page.getByRole('heading', { level: 2, name, exact: true }),
    answer: (name: string) => answers.getByRole('radio', { name }),
    field: (name: string) => page.getByLabel(name, { exact: true }),
    saved: page.getByText(/^Saved \d/),
    undo: button(/^Undo “/),
    check: main.getByRole('heading', { level: 1, name: 'Check your answers' }),
    group: (name: string) => main.getByRole('region', { name, exact: true }),
    done: main.getByRole('heading', { level: 1, name: 'Foundation review is done' }),
    sentence: main.getByText(/^\d+ sections: /),
    agreed: (name: string) => main.getByRole('checkbox', { name: `${name} agreed` }),
    /** What was decided, by how it begins. */
    action: (what: string) =>
      main.getByRole('listitem').filter({ has: page.getByRole('heading', { name: what }) }),

    async prepare(heldOn: string, people: readonly (readonly [string, string])[]) {
      await page.getByLabel('Date').fill(heldOn)
      for (const [index, [name, role]] of people.entries()) {
        if (index > 0) await button('Add a person').click()
        await page.getByLabel(`Name ${index + 1}`).fill(name)
        await page.getByLabel(`Role ${index + 1}`).fill(role)
      }
      await button('Save the date and the people').click()
      await expect(page).toHaveURL(/#\/foundation-review\/\d+$/)
    },
  }
}
