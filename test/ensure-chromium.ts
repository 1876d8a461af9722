import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumProgram } from './helpers/chromium.ts'

const packageName = 'chromium-headless-shell'

/** Sees to a Chromium for the end-to-end tests, and says in one line which. */
function ensureChromium(): string {
  const present = chromiumProgram() ?? playwrightsOwn()
  if (present) return `Chromium for the tests: ${present}`
  if (canInstallOnDebian()) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', packageName])
    const installed = chromiumProgram()
    if (installed) return `Chromium for the tests: ${installed} (installed just now from Debian)`
  }
  const playwright = join(import.meta.dirname, '../node_modules/@playwright/test/cli.js')
  run(process.execPath, [playwright, 'install', 'chromium'])
  const downloaded = playwrightsOwn()
  if (downloaded) return `Chromium for the tests: ${downloaded} (downloaded just now by Playwright)`
  throw new Error('No Chromium could be found, installed or downloaded. Install one and run the tests again.')
}

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

function canInstallOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version')
}

/** Keeps the output to itself unless the command fails. */
function run(program: string, args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const result = spawnSync(program, args, { encoding: 'utf8', env })
  if (result.status !== 0) console.error(`${result.stdout ?? ''}${result.stderr ?? ''}`.trim())
}

try {
  console.log(ensureChromium())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
