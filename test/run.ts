import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Counts, countsLine, playwrightCounts, sumCounts, vitestCounts } from './helpers/counts.ts'

const root = join(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'evenkeel-tests-'))

/** Runs one step with its output shown, and resolves to its exit code. */
function run(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const step = spawn(process.execPath, [join(root, program), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    step.once('exit', (code) => resolve(code ?? 1))
  })
}

const failedStep: Counts = { passed: 0, failed: 1, skipped: 0, again: 0 }

/** One failed test where a step left no report. */
function read(path: string, exitCode: number, count: (report: unknown) => Counts): Counts {
  try {
    const counts = count(JSON.parse(readFileSync(path, 'utf8')))
    return exitCode === 0 ? counts : { ...counts, failed: Math.max(1, counts.failed) }
  } catch {
    return failedStep
  }
}

async function runVitest(): Promise<Counts> {
  const report = join(reports, 'vitest.json')
  const exitCode = await run('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  return read(report, exitCode, vitestCounts)
}

/** The promises about crashes and disks, on a few cases each. */
async function runPromises(): Promise<Counts> {
  const report = join(reports, 'promises.json')
  const exitCode = await run('test/rel/all.ts', ['--short', '--report', report])
  return read(report, exitCode, Counts.parse)
}

async function runPlaywright(): Promise<Counts> {
  const report = join(reports, 'playwright.json')
  const exitCode = await run('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  return read(report, exitCode, playwrightCounts)
}

async function runAll(): Promise<Counts> {
  if ((await run('test/ensure-chromium.ts', [])) !== 0) return failedStep
  // Only the journeys run what is built.
  const [built, ...counts] = await Promise.all([run('build/build.ts', []), runVitest(), runPromises()])
  return sumCounts([...counts, built === 0 ? await runPlaywright() : failedStep])
}

const counts = await runAll()
rmSync(reports, { recursive: true, force: true })
console.log(countsLine(counts))
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0
