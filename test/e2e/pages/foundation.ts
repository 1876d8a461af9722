import { expect, type Page } from '@playwright/test'

type Reasons = { why?: string; liveOn?: string; approvedBy?: string }

/** The Foundation, and one of its sections, a prompt or a model: writing, publishing, going back. */
export function createFoundation(page: Page) {
  const main = page.getByRole('main')
  const dialog = page.getByRole('dialog')
  const button = (name: string | RegExp) => main.getByRole('button', { name })
  const ticks = ['Pasted into the live tool', 'Tested one output'] as const
  const field = (name: string) => page.getByRole('combobox', { name }).or(page.getByRole('textbox', { name }))

  /** Who stands behind a wording; what is left out stays as it was filled in. */
  async function fillReasons({ why, liveOn, approvedBy }: Reasons) {
    if (why !== undefined) await page.getByRole('textbox', { name: 'Why', exact: true }).fill(why)
    if (liveOn !== undefined) await page.getByLabel('In force since').fill(liveOn)
    if (approvedBy !== undefined) await field('Approved by').fill(approvedBy)
  }

  return {
    section: (name: string) => main.getByRole('table', { name: 'Sections' }).getByRole('link', { name }),
    sections: main.getByRole('table', { name: 'Sections' }).getByRole('rowheader'),
    bringIn: button('Bring in a document'),
    pieces: main.getByRole('textbox', { name: /^Name of section/ }),
    fileNotes: main.getByRole('list', { name: 'About this file' }),
    wording: main.getByRole('textbox', { name: 'Wording' }),
    drawsOn: (name: string) => main.getByRole('checkbox', { name, exact: true }),
    /** The page of a section shows this wording, sign by sign. */
    async expectWording(section: string, text: string) {
      await expect(main.getByRole('heading', { level: 1, name: section })).toBeVisible()
      const reading = main.getByText(text.slice(0, 12))
      await expect.poll(() => reading.textContent()).toBe(text)
    },
    ledToIt: dialog.getByRole('group', { name: 'What led to it' }).getByRole('checkbox'),
    why: dialog.getByRole('textbox', { name: 'Why', exact: true }),
    rollOut: dialog.getByRole('radiogroup', { name: 'Roll-out' }),
    fillReasons,

    /** Writes over the draft, waits until it is saved, and asks to publish it. */
    async write(text: string) {
      await main.getByRole('textbox', { name: 'Wording' }).fill(text)
      await expect(main.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
      await button('Publish…').click()
      await expect(dialog).toBeVisible()
    },

    /** Publishes what the open dialog asks about, and sees it in the records. */
    async publish(version: number, reasons: Reasons = {}) {
      await fillReasons(reasons)
      await dialog.getByRole('button', { name: `Publish version ${version}` }).click()
      await expect(dialog).toHaveAccessibleName(`Version ${version} is in your records`)
    },

    /** Says that the live tool has the new wording. */
    async tickLiveSteps() {
      for (const name of ticks) {
        await page.getByRole('checkbox', { name }).click()
        await expect(page.getByRole('checkbox', { name })).toBeChecked()
        await expect(page.getByRole('checkbox', { name })).toHaveAccessibleDescription(/^Done /)
      }
    },
    closeDialog: () => dialog.getByRole('button', { name: 'Close' }).click(),
  }
}
