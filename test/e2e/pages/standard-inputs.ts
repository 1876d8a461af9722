import type { Locator, Page } from '@playwright/test'
import type { Keyboard } from './keyboard.ts'

/** The standard inputs of a workflow, and bringing them in. */
export function createStandardInputs(page: Page, keyboard: Keyboard) {
  const main = page.getByRole('main')
  const button = (name: string | RegExp) => main.getByRole('button', { name })
  const dialog = page.getByRole('dialog')

  return {
    inputs: main.locator('li[data-input]'),
    input: (name: string): Locator => main.getByRole('button', { name, exact: true }),
    columns: main.getByRole('table', { name: 'Columns of the file' }),
    heading: (name: string) => main.getByRole('heading', { level: 2, name }),
    dialog,

    /** A file from the chooser to the list of what was brought in. */
    async bringIn(file: Parameters<Keyboard['chooseFiles']>[1]) {
      await button('Bring in a file').click()
      await keyboard.chooseFiles(button('Choose a file'), file)
      await button(/^Bring in [\d,]+ rows?$/).click()
    },
    seeTheInputs: button('See the inputs'),

    /** Says of one that it must not fail, and what its outputs have to contain. */
    async mustContain(name: string, words: string) {
      await main.getByRole('button', { name, exact: true }).click()
      await dialog.getByRole('checkbox', { name: 'Must not fail' }).check()
      await dialog.getByRole('button', { name: 'Add a check' }).click()
      await dialog.getByRole('textbox', { name: 'Text of check 1' }).fill(words)
      await dialog.getByRole('button', { name: 'Save' }).click()
    },
  }
}
