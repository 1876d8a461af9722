import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../../desktop/fixtures.ts'
import { answerSaveDialog } from '../../desktop/native.ts'
import { openSample } from '../../desktop/prepare.ts'
import { otherScreens, screensOfReviews } from '../../e2e/all-screens.ts'
import { createLook, firesWithoutUs, poisonedText, watch } from '../xss-page.ts'
import { xssPayloads } from '../xss-payloads.ts'

test('hostile texts on every screen of the real app', async ({ desktop }) => {
  test.setTimeout(1_800_000)
  const { app, page, wrongs } = await openSample(desktop)
  const screens = [...(await screensOfReviews(page)), ...(await otherScreens())]
  const seen = await watch(page, ({ protocol, host }) => protocol === 'app:' && host === 'evenkeel')
  let texts = 0
  await page.exposeFunction('poison', (body: string) => {
    const sent = poisonedText(body)
    texts += sent.texts
    return sent.body
  })
  // A scheme of our own cannot be intercepted from outside: the page's own door hands the replies on.
  await page.addInitScript(() => {
    const { poison } = window as unknown as { poison: (body: string) => Promise<string> }
    const asked = window.fetch
    window.fetch = async (...what) => {
      const reply = await asked(...what)
      const isForUs = reply.url.includes('/api/') && !reply.url.endsWith('/events/live')
      if (!isForUs || !reply.headers.get('content-type')?.startsWith('application/json')) return reply
      return new Response(await poison(await reply.text()), { status: reply.status, headers: reply.headers })
    }
  })
  const look = createLook(page, seen)
  for (const path of screens) await look.at(path)

  // What is printed by Electron itself is drawn from the same page.
  await answerSaveDialog(app, join(desktop.folder, 'record.pdf'))
  await look.at('/foundation-review/2/record')
  await page
    .getByRole('button', { name: /Save as PDF/ })
    .first()
    .click()
  await expect(page.getByText(/^Saved record\.pdf/).first()).toBeVisible()
  if (seen.ran > 0) look.failures.push('a text ran while it was printed')

  const opened = app.waitForEvent('window')
  await app.evaluate(
    ({ BrowserWindow }) => void new BrowserWindow({ show: false }).loadURL('data:text/html,<p>'),
  )
  const control = await firesWithoutUs(await opened, 'data:text/html,<p>')
  const result = { cases: (screens.length + 1) * xssPayloads.length, texts, failures: look.failures, control }
  writeFileSync(process.env.EVENKEEL_XSS_RESULT ?? '', JSON.stringify(result))
  wrongs.length = 0
})
