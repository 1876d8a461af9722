import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startApp } from '../helpers/running-app.ts'
import { openBrowser } from './browser.ts'
import { generatedCompany, type Size } from './company.ts'
import { milliseconds, quantile, type Row } from './measure.ts'

const budget = 100

/** From Enter to the next output painted, on both companies, against a bare page that repaints a text. */
export async function saveAndNext(folder: string): Promise<Row[]> {
  const today = new Date().toISOString().slice(0, 10)
  const rows: Row[] = []
  for (const size of ['ordinary', 'big'] as const) rows.push(await measure(folder, size, today))
  return rows
}

async function measure(folder: string, size: Size, today: string): Promise<Row> {
  const source = await generatedCompany(folder, size, today)
  const dataDir = mkdtempSync(join(folder, 'run-'))
  cpSync(join(source, 'evenkeel.db'), join(dataDir, 'evenkeel.db'))
  const app = await startApp(dataDir)
  const { browser, page } = await openBrowser()
  try {
    await page.goto(app.link)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const times: number[] = []
    await page.getByRole('button', { name: /^Continue at output/ }).click()
    for (let round = 0; round < 3; round++) {
      if (round > 0) await page.getByRole('button', { name: /^Next: / }).click()
      times.push(...(await judgeOneReview(page)))
    }
    const p95 = quantile(times, 0.95)
    const floor = quantile(await bareRepaint(page), 0.95)
    return {
      what: `save and next, ${size}`,
      measured: `p95 ${milliseconds(p95)} of ${times.length}; bare page ${milliseconds(floor)}`,
      ratio: p95 / budget,
      hold: 'p95 under 100 ms (ratio to 100 ms below 1)',
      isHeld: p95 < budget,
    }
  } finally {
    await browser.close()
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Judges the open review to its end; one time for each output but the last. */
async function judgeOneReview(page: Page): Promise<number[]> {
  const place = page.getByText(/^Output \d+ of \d+$/)
  await place.waitFor()
  const times: number[] = []
  for (let index = 0; index < 9; index++) {
    await page.keyboard.press('a')
    await page.keyboard.press('4')
    const minutes = page.getByRole('textbox', { name: /minutes/i })
    if (await minutes.isVisible()) await minutes.fill('3')
    await page.evaluate(watchForNextOutput)
    await page.keyboard.press('Enter')
    times.push(await page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted))
  }
  await page.keyboard.press('a')
  await page.keyboard.press('4')
  const minutes = page.getByRole('textbox', { name: /minutes/i })
  if (await minutes.isVisible()) await minutes.fill('3')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Finish/ }).click()
  await page.getByRole('heading', { level: 1, name: / is done$/ }).waitFor()
  return times
}

/** In the page: a promise for the time from the next Enter to the frame after the place changed. */
function watchForNextOutput() {
  const placeNow = () => /Output \d+ of \d+/.exec(document.body.innerText)?.[0]
  const target = window as unknown as { painted: Promise<number> }
  target.painted = new Promise((resolve) => {
    const before = placeNow()
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return
      removeEventListener('keydown', onKey, true)
      const start = performance.now()
      const look = () => {
        if (placeNow() === before) requestAnimationFrame(look)
        else requestAnimationFrame(() => resolve(performance.now() - start))
      }
      look()
    }
    addEventListener('keydown', onKey, true)
  })
}

/** The same clockwork on an element that only changes its text: what the browser itself takes. */
async function bareRepaint(page: Page): Promise<number[]> {
  await page.goto('about:blank')
  const times: number[] = []
  for (let index = 0; index < 20; index++) {
    await page.evaluate(() => {
      document.body.innerText = ''
      const target = window as unknown as { painted: Promise<number> }
      target.painted = new Promise((resolve) => {
        addEventListener(
          'keydown',
          () => {
            const start = performance.now()
            document.body.innerText = 'Output'
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)))
          },
          { once: true },
        )
      })
    })
    await page.keyboard.press('Enter')
    times.push(await page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted))
  }
  return times
}
