import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startApp } from '../helpers/running-app.ts'
import { openBrowser } from './browser.ts'
import { generatedCompany, type Size } from './company.ts'
import { median, milliseconds, type Row } from './measure.ts'

const rounds = 7

/**
 * From the start of the process to a usable Home, against the same shell on an empty data folder, which shows an
 * empty page. A bare server with a bare page is timed beside them: what the runtime and the browser take.
 */
export async function startToHome(folder: string): Promise<Row[]> {
  const today = new Date().toISOString().slice(0, 10)
  const rows: Row[] = []
  for (const size of ['ordinary', 'big'] as const) {
    const source = await generatedCompany(folder, size, today)
    const dataDir = mkdtempSync(join(folder, 'start-'))
    cpSync(join(source, 'evenkeel.db'), join(dataDir, 'evenkeel.db'))
    const emptyDir = mkdtempSync(join(folder, 'start-'))
    const home: number[] = []
    const empty: number[] = []
    const bare: number[] = []
    // One round to warm the disk cache; then the three in turn, so that drift of the machine hits all.
    for (let round = 0; round <= rounds; round++) {
      const times = [await timeToPage(dataDir), await timeToPage(emptyDir), await timeToBarePage()] as const
      if (round === 0) continue
      home.push(times[0])
      empty.push(times[1])
      bare.push(times[2])
    }
    rmSync(dataDir, { recursive: true, force: true })
    rmSync(emptyDir, { recursive: true, force: true })
    rows.push(row(size, median(home), median(empty), median(bare)))
  }
  return rows
}

function row(size: Size, home: number, empty: number, bare: number): Row {
  return {
    what: `start to Home, ${size}`,
    measured: `${milliseconds(home)} against ${milliseconds(empty)}; bare page ${milliseconds(bare)}`,
    ratio: home / empty,
    hold: 'at most 1.1 times',
    isHeld: home <= empty * 1.1,
  }
}

async function timeToPage(dataDir: string): Promise<number> {
  const { browser, page } = await openBrowser()
  const start = performance.now()
  const app = await startApp(dataDir)
  await page.goto(app.link, { waitUntil: 'commit' })
  await page.locator('[data-app-state="loaded"]').waitFor()
  const taken = performance.now() - start
  await browser.close()
  await app.close()
  return taken
}

const bareServer = `
  const server = require('node:http').createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>Bare</title><h1 data-app-state="loaded">Bare</h1>')
  })
  server.listen(0, '127.0.0.1', () => console.log(server.address().port))`

async function timeToBarePage(): Promise<number> {
  const { browser, page } = await openBrowser()
  const start = performance.now()
  const child = spawn(process.execPath, ['-e', bareServer], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).once('line', resolve)
  })
  await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'commit' })
  await page.locator('[data-app-state="loaded"]').waitFor()
  const taken = performance.now() - start
  await browser.close()
  child.kill()
  return taken
}
