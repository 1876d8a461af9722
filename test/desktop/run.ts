import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isBuildStale } from '../../build/stamp.ts'
import { countsLine, playwrightCounts } from '../helpers/counts.ts'
import { journeysTable } from './journeys-table.ts'
import { packageApp } from './package-app.ts'
import { openScreen, prepareApp } from './prepare-app.ts'
import { findRuntime, type Runtime } from './runtime.ts'

// Drives the built app in a real Electron: `npm run test:desktop [-- Playwright's own flags]`.
const root = join(import.meta.dirname, '../..')

function node(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): number {
  const options = { cwd: root, stdio: 'inherit' as const, env: { ...process.env, ...env } }
  return spawnSync(process.execPath, [join(root, program), ...args], options).status ?? 1
}

/** Packaging takes its time, and whoever names other journeys does without. */
const named = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const isPackagedAsked = named.length === 0 || named.includes('packaged')

async function runJourneys(runtime: Runtime, folder: string): Promise<number> {
  const command = prepareApp(runtime, folder)
  const makeSample = [join(root, 'build/sample.ts'), '--out', join(folder, 'sample')]
  const [packaged] = await Promise.all([
    isPackagedAsked ? packageApp(runtime, folder) : undefined,
    promisify(execFile)(process.execPath, makeSample),
  ])
  const screen = await openScreen()
  const report = join(folder, 'report.json')
  const exitCode = node(
    'node_modules/@playwright/test/cli.js',
    [
      'test',
      '--config',
      'test/desktop/playwright.config.ts',
      '--reporter=list,json',
      ...process.argv.slice(2),
    ],
    {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      EVENKEEL_DESKTOP_COMMAND: JSON.stringify(command),
      ...(packaged && { EVENKEEL_DESKTOP_PACKAGED: JSON.stringify({ ...packaged, kind: runtime.kind }) }),
      EVENKEEL_DESKTOP_FOLDER: folder,
      ...(screen && { DISPLAY: screen.name }),
    },
  )
  screen?.process.kill()
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
  if (isBuildStale() && node('build/build.ts', []) !== 0) return 1
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
