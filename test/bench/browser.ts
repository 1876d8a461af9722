import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumProgram } from '../helpers/chromium.ts'

/** A page of the size the budgets are written for, in the system's Chromium. */
export async function openBrowser(): Promise<{ browser: Browser; page: Page }> {
  const program = chromiumProgram()
  const browser = await chromium.launch({
    ...(program ? { executablePath: program } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
  return { browser, page }
}
