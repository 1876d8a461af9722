import { menuCommands } from '../../../shared/menu-command.ts'
import { createReview } from '../../e2e/pages/review.ts'
import { createShell } from '../../e2e/pages/shell.ts'
import { aReview } from '../../helpers/builders.ts'
import { expect, test } from '../fixtures.ts'
import { chooseInMenu, menuItems } from '../native.ts'
import { openCompany, openSample } from '../prepare.ts'

test('every item of the menu leads where it says', async ({ desktop }) => {
  const { app, page } = await openSample(desktop)
  const shell = createShell(page)
  const leads = {
    'File > New review': '/reviews',
    'File > New change': '/changes/new',
    'File > Import…': '/reviews',
    'File > Export…': '/reports',
    'File > Back up': '/settings/backups',
    'File > Settings…': '/settings',
    'Go > Reviews': '/reviews',
    'Go > Workflows': '/workflows',
    'Go > Foundation': '/foundation',
    'Go > Changes': '/changes',
    'Go > Reports': '/reports',
    'Go > Home': '/',
  }
  for (const [name, path] of Object.entries(leads)) {
    await chooseInMenu(app, name)
    await expect(page, name).toHaveURL(`app://evenkeel/#${path}`)
    await shell.loaded()
  }
  await chooseInMenu(app, 'Help > Keys')
  await expect(shell.dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await chooseInMenu(app, 'File > Note a signal')
  await expect(shell.dialog).toBeVisible()
  await page.keyboard.press('Escape')
  const items = await menuItems(app)
  expect(items.length).toBeGreaterThan(menuCommands.length)
  expect(items.filter(({ key }) => key !== null).map(({ name, key }) => `${name}: ${key}`)).toEqual(
    expect.arrayContaining([
      'Go > Home: CmdOrCtrl+1',
      'File > Settings…: CmdOrCtrl+,',
      'File > Export…: CmdOrCtrl+E',
    ]),
  )
})

test('Find on this page finds, and gives the focus back', async ({ desktop }) => {
  const { app, page, keyboard } = await openSample(desktop)
  const shell = createShell(page)
  await shell.open('/changes')
  await shell.loaded()
  const link = page.getByRole('main').getByRole('link').first()
  await link.focus()
  await chooseInMenu(app, 'Edit > Find on this page…')
  await expect(page.getByLabel('Find on this page')).toBeFocused()
  await keyboard.type('PRÓMPT')
  await expect(page.getByRole('status').filter({ hasText: /^1 of \d+$/ })).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: /^2 of \d+$/ })).toBeVisible()
  await keyboard.press('Escape')
  await expect(link).toBeFocused()
})

test('an accelerator works from wherever the focus is', async ({ desktop }) => {
  const { app, page } = await openSample(desktop)
  // Sent to the window as the system sends them, so that the menu may take them.
  const press = (keyCode: string) =>
    app.evaluate(({ BrowserWindow }, key) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      for (const type of ['keyDown', 'keyUp'] as const) {
        contents?.sendInputEvent({ type, keyCode: key, modifiers: ['control'] })
      }
    }, keyCode)
  for (const [key, path] of [
    ['5', '/changes'],
    ['6', '/reports'],
    ['1', '/'],
  ] as const) {
    await press(key)
    await expect(page).toHaveURL(`app://evenkeel/#${path}`)
  }
})

test('Undo in the menu names what it takes back, and takes it back', async ({ desktop }) => {
  const { running, core, month } = await openCompany(desktop)
  const { app, page, keyboard } = running
  const { id } = await aReview(core, { month })
  const review = createReview(page)
  await createShell(page).open(`/review/${id}`)
  await review.at(1)
  const undo = async () => (await menuItems(app)).find(({ name }) => name.startsWith('Edit > Undo'))?.name
  expect(await undo()).toBe('Edit > Undo')
  await keyboard.press('1')
  await expect.poll(undo).toMatch(/^Edit > Undo .*Accurate/)
  await chooseInMenu(app, (await undo()) ?? '')
  await expect(review.verdict('Accurate', 'Not met')).not.toBeChecked()
  await createShell(page).open('/')
  await expect.poll(undo).toBe('Edit > Undo')
})
