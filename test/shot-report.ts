import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumProgram } from './helpers/chromium.ts'
import { startApp } from './helpers/running-app.ts'

const program = chromiumProgram()
const browser = await chromium.launch({
  ...(program ? { executablePath: program } : {}),
  args: ['--no-sandbox'],
})
mkdirSync('/tmp/rep', { recursive: true })
const app = await startApp(mkdtempSync(join(tmpdir(), 'ek-')))
const page = await browser.newPage({
  viewport: { width: 1366, height: 768 },
  locale: 'en-GB',
  reducedMotion: 'reduce',
})
page.on('pageerror', (e) => console.log('ERR', e.message))
page.on('console', (m) => m.type() === 'error' && console.log('CON', m.text()))
await page.goto(app.link)
await page.getByRole('button', { name: /sample company/ }).click()
await page.getByRole('heading', { level: 1, name: /Dana/ }).waitFor()
await page.evaluate(() => {
  location.hash = '/reports'
})
await page.getByRole('heading', { level: 1, name: 'Reports' }).waitFor()
await page.waitForTimeout(1500)
await page.screenshot({ path: '/tmp/rep/place-empty.png' })
await page
  .getByLabel('Your sentence')
  .fill(
    'Proposals still quote last spring’s prices, behind 9 of 14 issues and both unfit drafts, which Sales caught; Sofia and I mend it by 16 November.',
  )
for (const [i, [what = '', who = '', by = '']] of [
  ['Approve the new prices in the Foundation', 'Sofia Marques', '2026-12-01'],
  ['Name who confirms each new price list', 'Henrik Lund', '2026-12-10'],
].entries()) {
  await page.getByRole('button', { name: 'Add a decision' }).click()
  await page.getByLabel('What is to be decided').nth(i).fill(what)
  await page.getByLabel('Who', { exact: true }).nth(i).fill(who)
  await page.getByLabel('By', { exact: true }).nth(i).fill(by)
}
await page.getByText('What an hour costs').click()
await page.getByLabel('An hour of the people').fill('48')
await page.getByRole('button', { name: 'Save', exact: true }).click()
await page.waitForTimeout(1500)
await page.screenshot({ path: '/tmp/rep/place.png' })
await page.pdf({ path: '/tmp/rep/a4.pdf', format: 'A4', preferCSSPageSize: true, printBackground: true })
await page.pdf({
  path: '/tmp/rep/letter.pdf',
  format: 'Letter',
  preferCSSPageSize: false,
  printBackground: true,
})
await page.evaluate(() => {
  window.print = () => undefined
})
await page.getByRole('button', { name: 'Save as PDF' }).click()
await page.getByText('Kept under past reports').waitFor()
await page.waitForTimeout(500)
await page.getByText('Past reports').first().scrollIntoViewIfNeeded()
await page.screenshot({ path: '/tmp/rep/past.png' })
await page.emulateMedia({ colorScheme: 'dark' })
await page.screenshot({ path: '/tmp/rep/dark.png' })
await page.emulateMedia({ colorScheme: 'light' })
await page.evaluate(() => {
  location.hash = '/reports/1'
})
await page.waitForTimeout(800)
await page.screenshot({ path: '/tmp/rep/kept.png' })
await app.close()
await browser.close()
