import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import type { Keyboard } from '../pages/keyboard.ts'
import { createShell } from '../pages/shell.ts'
import { openSample } from '../prepare.ts'
import { expectToStay } from '../staying.ts'

test('what was typed and not saved asks before it is left', async ({ page, evenkeel, keyboard }) => {
  await openSample(page, evenkeel)
  await test.step('a form', () => leaveAForm(page, keyboard))
  await test.step('an import that was corrected', () => leaveAnImport(page, keyboard))
  // The import is still on screen, and asks.
  await createShell(page).go('/settings/people')
  await keyboard.activate(page.getByRole('button', { name: 'Leave without saving' }))
  await test.step('a dialog', () => closeADialog(page, keyboard))
})

async function leaveAForm(page: Page, keyboard: Keyboard) {
  const shell = createShell(page)
  const what = page.getByLabel('What changed')
  const stay = shell.dialog.getByRole('button', { name: 'Stay on this page' })
  await shell.open('/changes')
  await shell.open('/changes/new')

  await test.step('nothing typed, nothing asked', async () => {
    await keyboard.activate(page.getByRole('link', { name: 'Home' }))
    await expect(page).toHaveURL(/#\/$/)
    await page.goBack()
  })
  await test.step('staying keeps what was typed', async () => {
    await what.fill('New price list')
    await keyboard.activate(page.getByRole('link', { name: 'Home' }))
    await expect(shell.dialog).toHaveAccessibleName('Leave without saving?')
    await keyboard.activate(stay)
    await expect(shell.dialog).toBeHidden()
    await expect(page).toHaveURL(/#\/changes\/new$/)
    await expect(what).toHaveValue('New price list')
  })
  await test.step('Back asks as well', async () => {
    await shell.go('/changes')
    await keyboard.activate(stay)
    await expect(what).toHaveValue('New price list')
  })
  await test.step('leaving goes where it was meant to', async () => {
    await keyboard.activate(page.getByRole('link', { name: 'Home' }))
    await keyboard.activate(shell.dialog.getByRole('button', { name: 'Leave without saving' }))
    await expect(page).toHaveURL(/#\/$/)
    await shell.open('/changes/new')
    await expect(what).toHaveValue('')
  })
  await test.step('what was saved leaves by itself', async () => {
    await shell.open('/workflows/2/set-up')
    await page.getByLabel('Vendor').fill('Anthropic, by contract')
    await keyboard.activate(page.getByRole('button', { name: 'Save' }))
    await expect(page.getByText('Saved.')).toBeVisible()
    await keyboard.activate(page.getByRole('link', { name: 'Home' }))
    await expect(page).toHaveURL(/#\/$/)
  })
}

async function leaveAnImport(page: Page, keyboard: Keyboard) {
  const shell = createShell(page)
  await lookThroughALog(page, keyboard)
  await expectToStay(page, 'a file to look through')
  await page.getByLabel('What why is').selectOption({ label: 'Not used' })
  await keyboard.activate(page.getByRole('link', { name: 'Home' }))
  await keyboard.activate(shell.dialog.getByRole('button', { name: 'Stay on this page' }))
  await expect(page.getByLabel('What why is')).toHaveValue('')
}

async function closeADialog(page: Page, keyboard: Keyboard) {
  const { dialog } = createShell(page)
  const add = page.getByRole('button', { name: 'Add a person' })
  const name = dialog.getByRole('textbox').first()

  await test.step('nothing typed, nothing asked', async () => {
    await keyboard.activate(add)
    await expect(dialog).toBeVisible()
    await keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })
  await test.step('going on keeps what was typed', async () => {
    await keyboard.activate(add)
    await name.fill('Ines Prado')
    await keyboard.press('Escape')
    await expect(dialog.getByRole('alert')).toContainText('not saved yet')
    await keyboard.activate(dialog.getByRole('button', { name: 'Go on here' }))
    await expect(name).toHaveValue('Ines Prado')
  })
  await test.step('Escape twice goes on as well', async () => {
    await keyboard.press('Escape')
    await keyboard.press('Escape')
    await expect(dialog.getByRole('alert')).toBeHidden()
    await expect(name).toHaveValue('Ines Prado')
  })
  await test.step('closing loses it', async () => {
    await keyboard.press('Escape')
    await keyboard.activate(dialog.getByRole('button', { name: 'Close without saving' }))
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Ines Prado')).toBeHidden()
  })
}

/** A change log of eighty rows, chosen and not brought in yet. */
async function lookThroughALog(page: Page, keyboard: Keyboard) {
  const rows = Array.from({ length: 80 }, (_, day) => `2026-01-${(day % 28) + 1},Wording ${day},Because`)
  await createShell(page).open('/changes/import')
  await keyboard.chooseFiles(page.getByRole('button', { name: 'Choose a file' }), {
    name: 'log.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['date,what,why', ...rows].join('\n')),
  })
  await keyboard.activate(page.getByRole('button', { name: 'Change', exact: true }))
  await expect(page.getByRole('table', { name: 'Columns of the file' })).toBeVisible()
}
