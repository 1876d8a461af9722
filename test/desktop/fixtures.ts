import { type ChildProcess, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, copyFileSync, mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import { createKeyboard, type Keyboard } from '../e2e/pages/keyboard.ts'
import { type BareApp, startBare } from './bare.ts'

/** The desktop app on a data folder of this test's own. */
export type Desktop = {
  dataDir: string
  /** A folder the app may write to: where files are saved. */
  folder: string
  /** Starts it and waits for its first page. */
  start: (...flags: string[]) => Promise<Running>
  /** Starts it with nothing attached to its pages. */
  startBare: () => Promise<BareApp>
  /** What a start that ends by itself, such as a second one, ends with. */
  startAgain: (
    flags?: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => { status: number | null; said: string; warned: string }
  /** What the environment of every later start holds besides. */
  under: (env: NodeJS.ProcessEnv) => void
  /** Puts the sample company, built once for all journeys, where the app looks for it. */
  placeSample: () => void
}

export type Running = {
  app: ElectronApplication
  page: Page
  keyboard: Keyboard
  /** What went wrong in the page so far: uncaught errors and refusals of its security policy. */
  wrongs: string[]
  /** Ends the whole app as a power switch would. */
  kill: () => Promise<void>
  /** Quits it as its menu does. */
  quit: () => Promise<void>
}

const nobody = 65_534
const isRoot = process.getuid?.() === 0
const folderOfRun = process.env.EVENKEEL_DESKTOP_FOLDER ?? ''
const built = JSON.parse(process.env.EVENKEEL_DESKTOP_COMMAND ?? '[]') as string[]

function ownFolder(name: string): string {
  const folder = mkdtempSync(join(folderOfRun, `${name}-`))
  chmodSync(folder, 0o700)
  giveToApp(folder)
  return folder
}

/** As root, what the app may write to has to be its own. */
export function giveToApp(path: string): void {
  if (isRoot) chownSync(path, nobody, nobody)
}

/** The environment of an app whose home is `home`. */
function surroundings(home: string): Record<string, string> {
  const { NODE_OPTIONS: _options, ...env } = process.env
  return { ...(env as Record<string, string>), HOME: home, TMPDIR: home, LANG: 'en_GB.UTF-8' }
}

/** How long a start may take, in milliseconds. The driver misses one in some and would wait for ever for it. */
const startLimits = [20_000, 60_000, 60_000]

type Start = {
  command: readonly string[]
  dataDir: string
  env: Record<string, string>
  flags: readonly string[]
}

async function launch({ command, dataDir, env, flags }: Start): Promise<ElectronApplication> {
  const [program = '', ...before] = command
  const options = {
    executablePath: program,
    chromiumSandbox: true,
    cwd: folderOfRun,
    env,
    args: [...before, '--disable-gpu', '--lang=en-GB', `--data-dir=${dataDir}`, ...flags],
  }
  let missed: unknown
  for (const timeout of startLimits) {
    try {
      return await _electron.launch({ ...options, timeout })
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('Timeout'))) throw error
      console.log(`A start was missed and is tried again: ${error.message}`)
      missed = error
    }
  }
  throw missed
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function follow(app: ElectronApplication): Promise<Running> {
  const child = app.process()
  const ended = once(child, 'exit')
  const page = await app.firstWindow()
  const wrongs: string[] = []
  page.on('pageerror', (error) => wrongs.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) wrongs.push(message.text())
  })
  const end = async (how: () => unknown) => {
    if (!hasEnded(child)) how()
    await ended
  }
  return {
    app,
    page,
    wrongs,
    keyboard: createKeyboard(page),
    kill: () => end(() => process.kill(child.pid ?? 0, 'SIGKILL')),
    quit: () => end(() => app.evaluate(({ app }) => app.quit()).catch(() => undefined)),
  }
}

export const test = base.extend<{ command: readonly string[]; desktop: Desktop }>({
  /** What starts the app; a packaged one where a journey says so. */
  command: [built, { option: true }],
  desktop: async ({ command }, use) => {
    const [program = '', ...before] = command
    const home = ownFolder('home')
    const dataDir = join(home, 'data')
    mkdirSync(dataDir, { mode: 0o700 })
    giveToApp(dataDir)
    const more: Record<string, string> = {}
    const started: Running[] = []
    const bare: BareApp[] = []
    await use({
      dataDir,
      folder: home,
      async start(...flags) {
        const running = await follow(
          await launch({ command, dataDir, env: { ...surroundings(home), ...more }, flags }),
        )
        started.push(running)
        return running
      },
      async startBare() {
        const app = await startBare(
          program,
          [...before, '--disable-gpu', `--data-dir=${dataDir}`],
          surroundings(home),
        )
        bare.push(app)
        return app
      },
      startAgain(flags = [], env = {}) {
        const args = [...before, '--disable-gpu', `--data-dir=${dataDir}`, ...flags]
        const { status, stdout, stderr } = spawnSync(program, args, {
          env: { ...surroundings(home), ...env },
          encoding: 'utf8',
          timeout: 60_000,
        })
        return { status, said: stdout, warned: stderr }
      },
      under: (env) => void Object.assign(more, env),
      placeSample() {
        const path = join(dataDir, 'sample.db')
        copyFileSync(join(folderOfRun, 'sample/sample.db'), path)
        giveToApp(path)
      },
    })
    for (const app of bare) await app.kill()
    for (const { kill, wrongs } of started) {
      await kill()
      expect(wrongs).toEqual([])
    }
  },
})

export { expect }
