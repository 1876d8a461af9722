import { expect, type Page } from '@playwright/test'

const sizes = { '1366 by 768': { width: 1366, height: 768 }, '200 % zoom': { width: 683, height: 384 } }

/** The page scrolls sideways neither at 1366 by 768 nor at 200 % zoom; softly, so that others are still looked at. */
export async function expectNoOverflow(page: Page, screen: string): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    await expect.soft.poll(() => overflow(page), { message: `${screen} at ${size}` }).toBe(0)
  }
  await page.setViewportSize(sizes['1366 by 768'])
}

/** How far the page could be scrolled sideways, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const scrollers = [document.documentElement, document.body, ...document.querySelectorAll('main')]
    return Math.max(...scrollers.map((element) => element.scrollWidth - element.clientWidth))
  })
