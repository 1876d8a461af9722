import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

const all = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } as const
/** The only rules that a change of colours can break. */
const ofColour = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const

/** Fails with everything axe finds on the screen, light and dark; softly, so that the others are still looked at. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // Once for each document: the screens of one start share it.
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axe.source)
    await page.evaluate(changeColoursAtOnce)
  }
  await show(page, 'light')
  expect.soft(await findings(page, all), screen).toEqual([])
  await show(page, 'dark')
  expect.soft(await findings(page, ofColour), `${screen}, dark`).toEqual([])
}

/** In a page: no colour fades into another, so that none is measured half way. */
function changeColoursAtOnce() {
  const atOnce = new CSSStyleSheet()
  atOnce.replaceSync('*, ::before, ::after { transition: none !important }')
  document.adoptedStyleSheets.push(atOnce)
}

/** Changes the colours, and brings what moves to its end. */
async function show(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish()
    }
  })
}

async function findings(page: Page, runOnly: typeof all | typeof ofColour): Promise<string[]> {
  return page.evaluate(async (only) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe
    const options = { ...only, values: [...only.values] }
    const { violations } = await run({ runOnly: options, resultTypes: ['violations'], preload: false })
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target }) => `${impact} ${id}: ${target.join(' ')}`),
    )
  }, runOnly)
}
