import { expect, type Page } from '@playwright/test'

/** Two outputs side by side, and what can be said of them. */
export function createCompare(page: Page) {
  const place = page.getByText(/^Pair \d+ of \d+$/)
  const side = (name: 'Left' | 'Right') => page.getByRole('region', { name, exact: true })
  const verdicts = page.getByRole('group', { name: 'Verdict' })

  return {
    place,
    side,
    text: (name: 'Left' | 'Right') => page.getByRole('region', { name: `${name} text`, exact: true }),
    failure: (name: 'Left' | 'Right') => side(name).getByText('Must-pass failure', { exact: true }),
    failedChecks: (name: 'left' | 'right') =>
      page.getByRole('list', { name: `Checks that ${name} does not pass` }).getByRole('listitem'),
    chosen: verdicts.locator('[aria-pressed="true"]'),
    saved: page.getByText(/^Saved \d/),
    allJudged: page.getByRole('heading', { level: 2, name: /^All \d+ pairs are judged\.$/ }),
    goToReveal: page.getByRole('button', { name: 'Go to the reveal' }),
    startComparing: page.getByRole('button', { name: 'Start comparing' }),

    /** The number of the pair on screen, once it is there. */
    async at(): Promise<number> {
      await expect(verdicts.getByRole('button').first()).toBeEnabled()
      return Number(/^Pair (\d+)/.exec(await place.innerText())?.[1])
    },
    reached: (position: number, total: number) =>
      expect(page.getByText(`Pair ${position} of ${total}`, { exact: true })).toBeVisible(),
  }
}
