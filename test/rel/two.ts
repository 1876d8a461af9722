import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isBuildStale } from '../../build/stamp.ts'
import { openScreen, prepareApp } from '../desktop/prepare-app.ts'
import { findRuntime } from '../desktop/runtime.ts'
import { killedCompany, recoveryOf, workflowsOf } from '../helpers/safety.ts'
import { createTestApp, temporaryFolder } from '../helpers/test-app.ts'
import { compileShim, noShim } from './disk/shim.ts'
import { conclude, options, skip } from './harness.ts'
import { troublesOf } from './sound.ts'
import { type Start, startBrowser, startDesktop, startElectron } from './two-starts.ts'

/**
 * Starts two to four hosts at once on the same data, which the ones of the race before left by SIGKILL: exactly one
 * has the company, the others say so, and the company is whole and one. The control has no locks of files; more than
 * one must have the company then, or this test could not see two.
 */

const { count, below, only } = options(50)
const noLocks = compileShim('no-locks') ?? skip('rel:two', noShim)
/** Electron's sandbox does not start for root, and all hosts have to own the same files. */
const nobody = process.getuid?.() === 0 ? 65_534 : undefined
const racesPerElectron = 5

type Host = 'browser' | 'desktop' | 'electron'
type Run = (host: Host, dataDir: string) => Start

/** What a race before this one may have left beside the company, or what may be in the way. */
const leftovers: Readonly<Record<string, (dataDir: string) => void>> = {
  nothing: () => {},
  'a lock file of garbage': (dataDir) =>
    writeFileSync(join(dataDir, 'evenkeel.db-lock'), 'garbage '.repeat(500)),
  'the word of one that ended': (dataDir) =>
    writeFileSync(
      join(dataDir, 'running.json'),
      JSON.stringify({ port: 9, pid: 4_194_303, secret: 'no longer' }),
    ),
  'the word of another program': (dataDir) =>
    writeFileSync(
      join(dataDir, 'running.json'),
      JSON.stringify({ port: 9, pid: process.pid, secret: 'no longer' }),
    ),
  'half a word': (dataDir) => writeFileSync(join(dataDir, 'running.json'), '{"port":'),
}

const tally = { races: 0, starts: 0, electrons: 0, opened: 0, saidSo: 0, slowest: 0 }
const failures: string[] = []

async function race(dataDir: string, hosts: readonly Host[], run: Run) {
  const startedAt = performance.now()
  const starts = hosts.map((host) => run(host, dataDir))
  const came = await Promise.all(starts.map((start) => start.came))
  tally.slowest = Math.max(tally.slowest, Math.round(performance.now() - startedAt))
  await Promise.all(starts.map(({ kill }) => kill()))
  return came
}

/** What is wrong with the company after a race, looked at in a copy. */
async function troublesAfter(dataDir: string): Promise<string[]> {
  const copy = join(temporaryFolder(), 'raced')
  cpSync(dataDir, copy, { recursive: true, filter: (path) => !path.includes('chromium') })
  const app = await createTestApp({ dataDir: copy })
  const recovery = await recoveryOf(app)
  const names = recovery ? '' : (await workflowsOf(app)).toSorted().join()
  await app.close()
  const troubles = recovery ? [recovery.message] : troublesOf(join(copy, 'evenkeel.db'), [])
  rmSync(dirname(copy), { recursive: true, force: true })
  return names === 'After the backup,In the backup' ? troubles : [...troubles, `it holds ${names}`]
}

/** A folder that whoever runs the hosts may go into. */
async function companyToRaceFor(): Promise<string> {
  const dataDir = await killedCompany()
  chmodSync(dirname(dataDir), 0o755)
  give(dataDir)
  for (const name of readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) give(join(dataDir, name))
  return dataDir
}

function give(path: string): void {
  if (nobody !== undefined) chownSync(path, nobody, nobody)
}

async function raceOften(run: Run, electron: boolean): Promise<void> {
  const dataDir = await companyToRaceFor()
  const names = Object.keys(leftovers)
  for (let number = 0; number < count; number += 1) {
    const left = names[number % names.length] ?? ''
    leftovers[left]?.(dataDir)
    for (const file of ['evenkeel.db-lock', 'running.json'])
      if (readdirSync(dataDir).includes(file)) give(join(dataDir, file))
    const hosts: Host[] = Array.from({ length: 2 + below(3) }, () => (below(2) ? 'browser' : 'desktop'))
    if (electron && number % racesPerElectron === 0) hosts[below(hosts.length)] = 'electron'
    const came = await race(dataDir, hosts, run)
    tally.races += 1
    tally.starts += hosts.length
    tally.electrons += hosts.filter((host) => host === 'electron').length
    tally.opened += came.filter((each) => each === 'opened').length
    tally.saidSo += came.filter((each) => each === 'says so').length
    const wrong: string[] = came.filter((each) => each.startsWith('wrong'))
    if (came.filter((each) => each === 'opened').length !== 1) wrong.push(`had it: ${came.join(', ')}`)
    wrong.push(...(await troublesAfter(dataDir)))
    failures.push(...wrong.map((words) => `race ${number + 1} of ${hosts.join(', ')} with ${left}: ${words}`))
    if ((number + 1) % 10 === 0) console.log(`${number + 1} races`)
  }
}

/** How many races without locks more than one start had the company. */
async function control(): Promise<number> {
  let seen = 0
  for (let number = 0; number < Math.max(3, count / 10); number += 1) {
    const run: Run = (_, dataDir) => startDesktop(dataDir, { env: { ...process.env, LD_PRELOAD: noLocks } })
    const came = await race(await killedCompany(), ['desktop', 'desktop'], run)
    if (came.filter((each) => each === 'opened').length > 1) seen += 1
  }
  return seen
}

/** The command of a real Electron with the built app, where there is one and its screen. */
async function findElectron() {
  const runtime = only === 'plain' ? { missing: 'not asked for' } : findRuntime()
  if ('missing' in runtime) {
    console.log(`Without Electron: ${runtime.missing}.`)
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-two-'))
  chmodSync(folder, 0o755)
  const home = mkdtempSync(join(folder, 'home-'))
  give(home)
  const command = prepareApp(runtime, folder)
  const screen = await openScreen()
  const env = { HOME: home, TMPDIR: home, LANG: 'en_GB.UTF-8', PATH: process.env.PATH ?? '' }
  return {
    start: (dataDir: string) =>
      startElectron(command, dataDir, { ...env, ...(screen ? { DISPLAY: screen.name } : {}) }),
    end() {
      screen?.process.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

if (isBuildStale())
  spawnSync(process.execPath, [join(import.meta.dirname, '../../build/build.ts')], { stdio: 'inherit' })
const electron = await findElectron()
const plainly = nobody === undefined ? {} : { uid: nobody, gid: nobody }
await raceOften((host, dataDir) => {
  if (host === 'electron' && electron) return electron.start(dataDir)
  return host === 'browser' ? startBrowser(dataDir, plainly) : startDesktop(dataDir, plainly)
}, electron !== null)
electron?.end()
const seen = await control()
conclude({
  ...{ promise: 'rel:two', cases: tally.races, failures, table: { races: tally } },
  control: { what: 'without locks two had the company', seen },
})
