import { expect, type Locator, type Page } from '@playwright/test'

const mostTabs = 80

export type Keyboard = ReturnType<typeof createKeyboard>

/** Everything a person without a mouse can do. It counts the keys that were pressed. */
export function createKeyboard(page: Page) {
  let presses = 0
  // File choosers are only caught while somebody listens; starting to listen takes longer than pressing a key.
  page.on('filechooser', () => undefined)

  async function press(...keys: readonly string[]) {
    for (const key of keys) {
      await page.keyboard.press(key)
      presses += 1
    }
  }

  /** Types a text, one press for each character. */
  async function type(text: string) {
    await page.keyboard.type(text)
    presses += text.length
  }

  /** Tab until `target` has the focus; `backwards` looks above it first. */
  async function reach(target: Locator, { backwards = false } = {}) {
    await expect(target).toBeVisible()
    const isThere = focusOf(target)
    for (let tabs = 0; !(await isThere()); tabs++) {
      if (tabs === mostTabs) throw new Error(`${target} has not got the focus after ${mostTabs} tabs`)
      await press(backwards ? 'Shift+Tab' : 'Tab')
    }
    await expect(target).toBeInViewport()
  }

  async function activate(target: Locator, options?: { backwards?: boolean }) {
    await reach(target, options)
    await press('Enter')
  }

  /** Replaces what is in a field. */
  async function fill(field: Locator, text: string) {
    await reach(field)
    await press('ControlOrMeta+a')
    await type(text)
  }

  /** Chooses in a radio group: Tab to the group, then the arrow keys. */
  async function choose(group: Locator, name: string) {
    const radios = group.getByRole('radio')
    const wanted = group.getByRole('radio', { name, exact: true })
    const checked = group.getByRole('radio', { checked: true })
    await reach((await checked.count()) > 0 ? checked : radios.first())
    if (await wanted.isChecked()) return
    if (await hasFocus(wanted)) await press('Space')
    for (let arrows = 0; !(await wanted.isChecked()) && arrows < 20; arrows++) await press('ArrowRight')
    await expect(wanted).toBeChecked()
  }

  /** Chooses a file with the chooser that `button` opens. */
  async function chooseFiles(button: Locator, files: Parameters<Locator['setInputFiles']>[0]) {
    await reach(button)
    const opened = page.waitForEvent('filechooser')
    await press('Enter')
    await (await opened).setFiles(files)
  }

  return { press, type, reach, activate, fill, choose, chooseFiles, presses: () => presses }
}

/** Asks whether `target` has the focus, at every press: it is looked for anew only where it was drawn anew. */
function focusOf(target: Locator): () => Promise<boolean> {
  let found = target.elementHandle()
  return async () => {
    const focus = await (await found)?.evaluate((element) => {
      if (element === document.activeElement) return 'here'
      return element.isConnected ? 'elsewhere' : 'gone'
    })
    if (focus !== 'gone') return focus === 'here'
    found = target.elementHandle()
    return hasFocus(target)
  }
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement)
}
