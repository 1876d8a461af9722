import { expect, test } from './fixtures.ts'
import { createShell } from './pages/shell.ts'
import { openSample } from './prepare.ts'

// Every page's code is loaded here, as its owner has it.
test.use({ loadsAhead: true })

test('the console stays empty while the app loads, and while the sample company and its pages open', async ({
  page,
  evenkeel,
}) => {
  const said: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
  })
  const shell = createShell(page)
  await openSample(page, evenkeel)
  await expect(shell.heading).toHaveText(/Dana/)
  // So that showing a page waits for nothing.
  await expect.poll(() => page.evaluate(loaded)).toContain('/assets/ImportLogPage-')
  for (const path of [
    '/workflows/2/wording',
    '/foundation',
    '/changes',
    '/reviews/foundation',
    '/settings',
  ]) {
    await shell.open(path)
  }
  expect(said).toEqual([])
})

/** In a page: the addresses of what was loaded. */
const loaded = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .join(' ')
