import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { isBuildStale } from '../../build/stamp.ts'
import { countsLine, playwrightCounts } from '../helpers/counts.ts'
import { copyApp } from './app-copy.ts'
import { journeysTable } from './journeys-table.ts'
import { findRuntime, type Runtime } from './runtime.ts'

// Drives the built app in a real Electron: `npm run test:desktop [-- Playwright's own flags]`.
const root = join(import.meta.dirname, '../..')

function node(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): number {
  const options = { cwd: root, stdio: 'inherit' as const, env: { ...process.env, ...env } }
  return spawnSync(process.execPath, [join(root, program), ...args], options).status ?? 1
}

/** A screen of its own on Linux, where Xvfb is there; undefined where the system's own has to do. */
async function openScreen(): Promise<{ name: string; process: ChildProcess } | undefined> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/Xvfb')) return undefined
  const options = { stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'] }
  const flags = ['-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-ac']
  const screen = spawn('/usr/bin/Xvfb', flags, options)
  const number = await new Promise<string>((resolve, reject) => {
    screen.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()))
    screen.once('exit', () => reject(new Error('Xvfb did not start')))
  })
  return { name: `:${number}`, process: screen }
}

/**
 * The command that starts the built app. Electron's own runtime is told where the app lies; the stand-in knows only
 * the place inside itself, so it is copied, by links, for this run.
 */
function prepareApp(runtime: Runtime, folder: string): string[] {
  if (runtime.kind === 'own') {
    copyApp(join(folder, 'app'))
    return [asNobody(runtime.program, folder), join(folder, 'app')]
  }
  const dist = join(folder, 'dist')
  const copied = spawnSync('cp', ['-al', dirname(runtime.program), dist]).status === 0
  if (!copied) cpSync(dirname(runtime.program), dist, { recursive: true })
  copyApp(join(dist, 'resources/app'), runtime.addon)
  return [asNobody(join(dist, basename(runtime.program)), folder)]
}

/** Electron's sandbox does not start for root: there it runs as nobody. */
function asNobody(program: string, folder: string): string {
  if (process.getuid?.() !== 0) return program
  const path = join(folder, 'electron-as-nobody')
  const options = '--reuid=65534 --regid=65534 --clear-groups'
  writeFileSync(path, `#!/bin/sh\nexec setpriv ${options} -- '${program}' "$@"\n`, { mode: 0o755 })
  return path
}

async function runJourneys(runtime: Runtime, folder: string): Promise<number> {
  const command = prepareApp(runtime, folder)
  execFileSync(process.execPath, [join(root, 'build/sample.ts'), '--out', join(folder, 'sample')])
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
      EVENKEEL_DESKTOP_FOLDER: folder,
      ...(screen && { DISPLAY: screen.name }),
    },
  )
  screen?.process.kill()
  if (!existsSync(report)) throw new Error('Playwright left no report')
  const results: unknown = JSON.parse(readFileSync(report, 'utf8'))
  const counts = playwrightCounts(results)
  console.log(`\n${journeysTable(results)}\n\n${countsLine(counts)}`)
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
