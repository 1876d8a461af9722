import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startApp } from '../helpers/running-app.ts'
import { openBrowser } from './browser.ts'
import { generatedCompany } from './company.ts'
import { median, milliseconds, type Row } from './measure.ts'

const rounds = 5
const most = 1000

/** The leadership page of a company of 12 workflows as a PDF, against a page with one word. */
export async function reportPage(folder: string): Promise<Row[]> {
  const source = await generatedCompany(folder, 'dozen', new Date().toISOString().slice(0, 10))
  const dataDir = mkdtempSync(join(folder, 'report-'))
  cpSync(join(source, 'evenkeel.db'), join(dataDir, 'evenkeel.db'))
  const { browser, page } = await openBrowser()
  const app = await startApp(dataDir)
  await page.goto(app.link)
  await page.locator('[data-app-state="loaded"]').waitFor()
  await page.evaluate(() => {
    location.hash = '/reports'
  })
  await page.locator('[data-app-state="loaded"] article').waitFor()
  const word = await browser.newPage()
  await word.setContent('<p>Word</p>')
  const made: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds; round++) {
    made.push(await timed(() => page.pdf({ tagged: true, preferCSSPageSize: true })))
    bare.push(await timed(() => word.pdf({ tagged: true })))
  }
  await browser.close()
  await app.close()
  rmSync(dataDir, { recursive: true, force: true })
  return [
    {
      what: 'PDF page of 12 workflows',
      measured: `${milliseconds(median(made))} against ${milliseconds(median(bare))}`,
      ratio: median(made) / median(bare),
      hold: `under ${milliseconds(most)}`,
      isHeld: median(made) < most,
    },
  ]
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}
