import { expect, test } from './fixtures.ts'
import { createShell } from './pages/shell.ts'
import { openSample } from './prepare.ts'

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
