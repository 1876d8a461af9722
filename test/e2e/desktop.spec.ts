import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { contentSecurityPolicy } from '../../electron/hosts/headers.ts'
import { serveFromDesktopHost, testOrigin } from '../helpers/desktop-page.ts'

test('the screens run on what the desktop host answers', async ({ page }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-desktop-'))
  const endHost = await serveFromDesktopHost(page, dataDir)
  const broken: string[] = []
  await page.exposeFunction('noteViolation', (directive: string) => broken.push(directive))
  await page.addInitScript(() => {
    // The page at app: needs no session; here it has another address, so it is given one of its own.
    sessionStorage.setItem('evenkeel-session', 'none')
    const note = (window as unknown as { noteViolation: (directive: string) => void }).noteViolation
    document.addEventListener('securitypolicyviolation', (event) => note(event.violatedDirective))
  })
  page.on('pageerror', (error) => broken.push(error.message))

  const reply = await page.goto(`${testOrigin}/`)
  expect(await reply?.headerValue('content-security-policy')).toBe(contentSecurityPolicy)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(broken).toEqual([])

  await endHost()
  rmSync(dataDir, { recursive: true, force: true })
})
