import { expect, type Page } from '@playwright/test'
import type { Keyboard } from './keyboard.ts'

/** Bringing in a month's outputs, and the draw. */
export function createCollect(page: Page, keyboard: Keyboard) {
  const main = page.getByRole('main')
  const button = (name: string | RegExp) => main.getByRole('button', { name })
  const problems = main.getByRole('table', { name: 'Problems' })
  const record = main.getByRole('group').filter({ hasText: 'How this sample was drawn' })

  return {
    chooseFiles: button('Choose files'),
    chooseAnother: button('Choose another file'),
    bringIn: button(/^Bring in [\d,]+ rows?/),
    pick: button(/^Pick \d+ at random$/),
    useAll: button(/^Use all \d+$/),
    byHand: button('Choose by hand'),
    atRandom: button('Pick at random instead'),
    candidate: (text: RegExp) => main.getByRole('checkbox', { name: text }),
    way: main.getByRole('radiogroup', { name: 'How to bring them in' }),
    startReviewing: button('Start reviewing'),
    saveTheList: button('Save the list'),
    change: button('Change'),
    columns: main.getByRole('table', { name: 'Columns of the file' }),
    meaning: (column: string) => main.getByRole('combobox', { name: `What ${column} is` }),
    problems: problems.getByRole('row'),
    refusal: main.getByRole('alert'),
    heading: (name: string | RegExp) => main.getByRole('heading', { level: 2, name }),
    note: (text: string | RegExp) => main.getByText(text),
    undatedMonth: main.getByRole('combobox', { name: /^No dates in this file/ }),
    /** A fact of the draw's record, once it is unfolded. */
    fact: (term: string) =>
      record
        .locator('div')
        .filter({ has: page.getByText(term, { exact: true }) })
        .getByRole('definition'),

    choose: (files: Parameters<Keyboard['chooseFiles']>[1]) =>
      keyboard.chooseFiles(button('Choose files'), files),

    /** A file from the chooser to the count of what is new. */
    async bringInFile(file: Parameters<Keyboard['chooseFiles']>[1], heading: string) {
      await keyboard.chooseFiles(button('Choose files'), file)
      await keyboard.activate(button(/^Bring in [\d,]+ rows?/))
      await expect(main.getByRole('heading', { level: 2, name: heading })).toBeVisible()
    },
    unfoldRecord: () => keyboard.activate(main.getByText('How this sample was drawn')),
  }
}
