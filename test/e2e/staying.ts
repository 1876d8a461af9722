import { expect, type Page } from '@playwright/test'

/** No key and no wheel moves the window itself, and nothing ends in blank paper; softly, as the others. */
export async function expectToStay(page: Page, screen: string): Promise<void> {
  expect.soft(await beyondTheWindow(page), screen).toEqual({ down: 0, sideways: 0, blank: false })
  await page.keyboard.press('End')
  await page.keyboard.press('PageDown')
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, 5000)
  expect.soft(await page.evaluate(() => document.scrollingElement?.scrollTop), screen).toBe(0)
}

/** How far the window itself could be scrolled, and whether a part of it ends in more than a margin of blank paper. */
const beyondTheWindow = (page: Page) =>
  page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement
    const main = document.querySelector('main')
    const content = main?.firstElementChild
    const end = content && main ? content.getBoundingClientRect().bottom + main.scrollTop : 0
    const room = main ? main.getBoundingClientRect().top + main.scrollHeight - end : 0
    return {
      down: root.scrollHeight - root.clientHeight,
      sideways: root.scrollWidth - root.clientWidth,
      blank: main !== null && main.scrollHeight > main.clientHeight && room > 64,
    }
  })
