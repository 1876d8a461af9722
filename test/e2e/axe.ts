import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The only rules that a change of colours can break. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Fails with everything axe finds on the screen, light and dark; softly, so that the others are still looked at. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await show(page, 'light')
  expect.soft(await findings(axeOf(page).withTags(tags)), screen).toEqual([])
  await show(page, 'dark')
  expect.soft(await findings(axeOf(page).withRules(colourRules)), `${screen}, dark`).toEqual([])
}

/** Changes the colours, and waits until those that fade have done so. */
async function show(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const faded = Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    // What fades inside closed details never finishes, and nobody sees it.
    await Promise.race([faded, new Promise((resolve) => setTimeout(resolve, 500))])
  })
}

/** Without a page of its own for the report, which would put this one in the background. */
const axeOf = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], preload: false })

async function findings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target }) => `${impact} ${id}: ${target.join(' ')}`),
  )
}
