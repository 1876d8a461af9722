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
  await chooseInMenu(app, 'Help > Sample company')
  await expect(page).toHaveURL('app://evenkeel/#/')
  await app.evaluate(({ app }) => {
    app.showAboutPanel = () => Object.assign(globalThis, { isAboutShown: true })
  })
  await chooseInMenu(app, 'Help > About Evenkeel')
  expect(await app.evaluate(() => (globalThis as { isAboutShown?: boolean }).isAboutShown)).toBe(true)
  const items = (await menuItems(app)).map(({ name, key }) => (key === null ? name : `${name}: ${key}`))
  expect(items).toEqual(everyItem)
})

/** The rest is chosen above, in the journeys of Undo and Find, or is the system's own. */
const everyItem = [
  'File > New review: CmdOrCtrl+N',
  'File > New change: CmdOrCtrl+Shift+N',
  'File > Note a signal: CmdOrCtrl+Shift+L',
  'File > Import…: CmdOrCtrl+O',
  'File > Export…: CmdOrCtrl+E',
  'File > Back up',
  'File > Settings…: CmdOrCtrl+,',
  'File > Exit',
  'Edit > Undo: CmdOrCtrl+Z',
  'Edit > Redo: Ctrl+Y',
  'Edit > Find on this page…: CmdOrCtrl+F',
  ...['Cut', 'Copy', 'Paste', 'Select All'].map((name) => `Edit > ${name}`),
  ...['Actual Size', 'Zoom In', 'Zoom In: CmdOrCtrl+=', 'Zoom Out', 'Toggle Full Screen'].map(
    (name) => `View > ${name}`,
  ),
  'View > Toggle Developer Tools',
  ...['Home', 'Reviews', 'Workflows', 'Foundation', 'Changes', 'Reports'].map(
    (name, index) => `Go > ${name}: CmdOrCtrl+${index + 1}`,
  ),
  'Help > Keys',
  'Help > Sample company',
  'Help > About Evenkeel',
]

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

test('every accelerator works from wherever the focus is', async ({ desktop }) => {
  const { app, page } = await openSample(desktop)
  const shell = createShell(page)
  // Sent to the window as the system sends them, so that the menu may take them.
  const press = (keyCode: string, ...modifiers: ('control' | 'shift')[]) =>
    app.evaluate(
      ({ BrowserWindow }, sent) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        for (const type of ['keyDown', 'keyUp'] as const) contents?.sendInputEvent({ type, ...sent })
      },
      { keyCode, modifiers },
    )
  for (const [path, key, ...more] of [
    ['/changes', '5'],
    ['/reviews', 'N'],
    ['/changes/new', 'N', 'shift'],
    ['/reports', 'E'],
    ['/reviews', 'O'],
    ['/settings', ','],
    ['/reviews', '2'],
    ['/workflows', '3'],
    ['/foundation', '4'],
    ['/reports', '6'],
    ['/', '1'],
  ] as const) {
    await press(key, 'control', ...more)
    await expect(page, key).toHaveURL(`app://evenkeel/#${path}`)
    await shell.loaded()
  }
  await press('L', 'control', 'shift')
  await expect(shell.dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await press('F', 'control')
  await expect(page.getByLabel('Find on this page')).toBeFocused()
  const zoom = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel())
  await press('=', 'control')
  await expect.poll(zoom).toBeGreaterThan(0)
  await press('0', 'control')
  await expect.poll(zoom).toBe(0)
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
