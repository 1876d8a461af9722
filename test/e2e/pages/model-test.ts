import { expect, type Page } from '@playwright/test'
import type { Keyboard } from './keyboard.ts'

export type SideName = 'Current' | 'Candidate'
export type SideFields = { name: string; vendor: string; model: string }

/** A model test, from its list to its record. */
export function createModelTest(page: Page, keyboard: Keyboard) {
  const main = page.getByRole('main')
  const button = (name: string | RegExp) => main.getByRole('button', { name })
  const side = (name: SideName) => main.getByRole('group', { name, exact: true })
  const dialog = page.getByRole('dialog')

  return {
    heading: (name: string | RegExp) => main.getByRole('heading', { level: 1, name }),
    task: (title: string) => main.getByRole('listitem').getByRole('link', { name: new RegExp(`^${title}`) }),
    dialog,

    /** From the list of reviews to the set-up of a new test. */
    async begin(reason: string) {
      await main.getByRole('link', { name: 'Model tests', exact: true }).click()
      await button('New model test').click()
      await main.getByRole('textbox', { name: 'Reason' }).fill(reason)
      await button('Set up the test').click()
      await expect(main.getByRole('heading', { level: 1, name: 'Set-up and rule' })).toBeVisible()
    },

    side,
    async nameSide(name: SideName, fields: SideFields) {
      await side(name).getByRole('textbox', { name: 'Name', exact: true }).fill(fields.name)
      await side(name).getByRole('textbox', { name: 'Vendor' }).fill(fields.vendor)
      await side(name).getByRole('textbox', { name: 'Model id' }).fill(fields.model)
    },
    atLeast: main.getByRole('textbox', { name: 'Better or the same on at least' }),
    async lock() {
      await button('Agree the rule and lock').click()
      await dialog.getByRole('button', { name: 'Agree and lock' }).click()
      await expect(main.getByRole('heading', { level: 1, name: 'Get the outputs' })).toBeVisible()
    },

    way: (name: 'Fetch' | 'Paste' | 'Bring in a file') => main.getByRole('radio', { name, exact: true }),
    whose: (name: SideName) =>
      main
        .getByRole('radiogroup', { name: 'Whose outputs these are' })
        .getByRole('radio', { name, exact: true }),
    chooseFile: (file: Parameters<Keyboard['chooseFiles']>[1]) =>
      keyboard.chooseFiles(button('Choose a file'), file),
    keepRowsOf: main.getByRole('combobox', { name: 'The file holds several models. Keep the rows of' }),
    bringIn: button(/^Bring in [\d,]+ outputs?$/),
    nothingToBringIn: button('Go on: nothing to bring in'),
    takeTheFiles: main.getByRole('radio', { name: 'Take the file’s' }),
    anotherFile: button('Bring in another file'),
    kept: (heading: string) => main.getByRole('heading', { level: 2, name: heading }),
    warning: main.getByRole('alert'),
    cell: (name: SideName, input: string) =>
      main.getByRole('button', { name: new RegExp(`^${name}, ${input}: `) }),
    compareBlind: button('Compare blind'),

    reveal: button('Reveal the names'),
    result: (workflow: string) => main.getByRole('region', { name: workflow, exact: true }),
    counts: (workflow: string) => tableRows(main.getByRole('table', { name: `Verdicts, ${workflow}` })),
    /** What stands beside this label for the current and the candidate. */
    sideFigures: (workflow: string, label: string) =>
      main
        .getByRole('table', { name: `Current and candidate, ${workflow}` })
        .getByRole('row', { name: label })
        .getByRole('cell')
        .allInnerTexts(),
    decision: (name: 'Switch' | 'Stay' | 'Test more') =>
      main.getByRole('radiogroup', { name: 'Decision' }).getByRole('radio', { name, exact: true }),
    why: main.getByRole('textbox', { name: 'Why', exact: true }),
    decidedBy: main.getByLabel('Decided by', { exact: true }),
    record: (name: 'Record the switch' | 'Record that you stay') => button(name),
    decided: main.getByRole('region', { name: /^(Switched to|Stayed with) / }),
    saveWorkbook: main.getByRole('button', { name: 'Save as workbook' }),
    openRecord: button('Open the record'),
    change: main.getByRole('link', { name: /^change \d+$/ }),
  }
}

/** First and last cell of each row below the heads. */
async function tableRows(table: ReturnType<Page['getByRole']>): Promise<Record<string, string>> {
  const rows = await table.getByRole('row').all()
  const cells = rows
    .slice(1)
    .map(async (row) => [
      await row.getByRole('rowheader').innerText(),
      await row.getByRole('cell').last().innerText(),
    ])
  return Object.fromEntries(await Promise.all(cells))
}
