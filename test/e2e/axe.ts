import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The only rules that a change of colours can break. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Fails with everything axe finds on the screen, light and dark; softly, so that the others are still looked at. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  expect.soft(await findings(new AxeBuilder({ page }).withTags(tags)), screen).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await findings(new AxeBuilder({ page }).withRules(colourRules)), `${screen}, dark`).toEqual([])
}

async function findings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target }) => `${impact} ${id}: ${target.join(' ')}`),
  )
}
