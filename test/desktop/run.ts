import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countsLine, playwrightCounts } from '../helpers/counts.ts'
import { journeysTable } from './journeys-table.ts'
import { isBuilt, prepareRun } from './prepare-run.ts'
import { findRuntime, type Runtime } from './runtime.ts'

// Drives the built app in a real Electron: `npm run test:desktop [-- Playwright's own flags]`.

/** Packaging takes its time, and whoever names other journeys does without. */
const named = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const isPackagedAsked = named.length === 0 || named.includes('packaged')

async function runJourneys(runtime: Runtime, folder: string): Promise<number> {
  const { packaged, journeys, close } = await prepareRun(runtime, folder, isPackagedAsked)
  const report = join(folder, 'report.json')
  const flags = ['--reporter=list,json', ...process.argv.slice(2)]
  const exitCode = journeys(flags, { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  close()
  if (!existsSync(report)) throw new Error('Playwright left no report')
  const results: unknown = JSON.parse(readFileSync(report, 'utf8'))
  const counts = playwrightCounts(results)
  console.log(`\n${journeysTable(results)}\n`)
  const olderThanTheNinth = runtime.kind === 'stand-in' ? ' (The stand-in is older than that one.)' : ''
  if (packaged) console.log(`Packaged: ${packaged.words}${olderThanTheNinth}\n`)
  console.log(countsLine(counts))
  return exitCode === 0 && counts.failed === 0 && counts.passed > 0 ? 0 : 1
}

async function main(): Promise<number> {
  const runtime = findRuntime()
  if ('missing' in runtime) {
    console.log(`Desktop journeys skipped: ${runtime.missing}.`)
    return 0
  }
  if (!isBuilt()) return 1
  console.log(
    `Desktop journeys in ${runtime.kind === 'own' ? 'Electron' : 'the stand-in'}: ${runtime.program}`,
  )
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-desktop-'))
  chmodSync(folder, 0o755)
  try {
    return await runJourneys(runtime, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main()
