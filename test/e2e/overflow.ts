import { expect, type Page } from '@playwright/test'

const sizes = { '1366 by 768': { width: 1366, height: 768 }, '200 % zoom': { width: 683, height: 384 } }

/**
 * The page scrolls sideways neither at 1366 by 768 nor at 200 % zoom, and no table is wider than its box or leaves a
 * column without room; softly, so that others are still looked at.
 */
export async function expectNoOverflow(page: Page, screen: string): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    await expect.soft.poll(() => overflow(page), { message: `${screen} at ${size}` }).toBe(0)
  }
  await page.setViewportSize(sizes['1366 by 768'])
  await expect.soft.poll(() => squeezed(page), { message: `tables of ${screen}` }).toEqual([])
}

/** Cells whose words have next to no room, and tables wider than what they stand in. */
const squeezed = (page: Page) =>
  page.evaluate(() => {
    const least = 40
    const cells = [...document.querySelectorAll('td, th')].filter((cell) => {
      // A preview of a page is drawn smaller; what counts is the room on the page.
      const width = cell.getBoundingClientRect().width / (cell.currentCSSZoom ?? 1)
      return width > 0 && width < least && (cell.textContent ?? '').trim().length > 6
    })
    const wide = [...document.querySelectorAll('table')].filter(
      (table) => table.offsetWidth > (table.parentElement?.clientWidth ?? 0) + 1,
    )
    return [...cells.map((cell) => cell.textContent), ...wide.map((table) => table.ariaLabel)]
  })

/** How far the page could be scrolled sideways, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const scrollers = [document.documentElement, document.body, ...document.querySelectorAll('main')]
    return Math.max(...scrollers.map((element) => element.scrollWidth - element.clientWidth))
  })
