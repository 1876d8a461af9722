import type { ElectronApplication } from '@playwright/test'

// What a person does with the system's own dialogs and menus, done in the main process.

/** What the save dialog answers from now on; null is Cancel. */
export async function answerSaveDialog(app: ElectronApplication, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    const proposed: string[] = []
    Object.assign(globalThis, { proposed })
    dialog.showSaveDialog = (async (_window: unknown, options: Electron.SaveDialogOptions) => {
      proposed.push(options.defaultPath ?? '')
      return { canceled: path === null, filePath: path ?? '' }
    }) as typeof dialog.showSaveDialog
  }, filePath)
}

/** Which button of every question is pressed from now on; the questions are remembered. */
export async function answerQuestions(app: ElectronApplication, button: number): Promise<void> {
  await app.evaluate(({ dialog }, response) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = (async (...sent: unknown[]) => {
      asked.push((sent.at(-1) as Electron.MessageBoxOptions).message)
      return { response, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
  }, button)
}

export const questionsAsked = (app: ElectronApplication) =>
  app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)

/** Every item of the menu that can be chosen, as `Menu > Item`, with its key. */
export const menuItems = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ label, submenu }) =>
      (submenu?.items ?? [])
        .filter(({ type }) => type !== 'separator')
        .map((item) => ({
          name: `${label.replace('&', '')} > ${item.label}`,
          key: item.accelerator ?? null,
        })),
    ),
  )

/** Chooses an item of the menu, as a click on it does. */
export async function chooseInMenu(app: ElectronApplication, name: string): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, wanted) => {
    const items = (Menu.getApplicationMenu()?.items ?? []).flatMap(({ label, submenu }) =>
      (submenu?.items ?? []).map((item) => ({ name: `${label.replace('&', '')} > ${item.label}`, item })),
    )
    const found = items.find((entry) => entry.name === wanted)
    if (!found) throw new Error(`There is no ${wanted} in ${items.map((entry) => entry.name).join(', ')}`)
    const [window] = BrowserWindow.getAllWindows()
    found.item.click({}, window, window?.webContents)
  }, name)
}

export const clipboardText = (app: ElectronApplication) =>
  app.evaluate(({ clipboard }) => clipboard.readText())

export const clearClipboard = (app: ElectronApplication) => app.evaluate(({ clipboard }) => clipboard.clear())
