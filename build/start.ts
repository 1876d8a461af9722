import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { OptionError } from '../electron/hosts/browser/options.ts'
import { chooseHost, hasScreen } from './choose-host.ts'
import { isBuildStale, root } from './stamp.ts'
import { help, parseStartOptions, type StartOptions } from './start-options.ts'

const decisionLimitMs = 14_000

async function main(): Promise<void> {
  const options = parseStartOptions(process.argv.slice(2))
  if (options.showsHelp) {
    console.log(help)
    return
  }
  const chosen = await chooseHost(options, {
    electronPackage: join(root, 'node_modules/electron'),
    limitMs: decisionLimitMs,
    hasScreen: hasScreen(process.platform, process.env),
    say: (line) => console.log(line),
  })
  if (isBuildStale()) runBuild()
  if (chosen.kind === 'desktop') runDesktop(chosen.program, options)
  else await runBrowser(options)
}

/** In a process of its own, whose memory is given back before Evenkeel runs. */
function runBuild(): void {
  const build = spawnSync(process.execPath, [join(root, 'build/build.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (build.status !== 0) throw new Error('Evenkeel could not be built; the reason is above.')
}

/** Runs until the window is closed. */
function runDesktop(program: string, { dataDir }: StartOptions): void {
  const window = spawn(program, [root, `--data-dir=${dataDir}`], { stdio: 'inherit' })
  window.once('exit', (code) => {
    process.exitCode = code ?? 1
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => window.kill(signal))
}

/** Runs in this very process, so that ending it ends everything. */
async function runBrowser({ dataDir, port, opensBrowser }: StartOptions): Promise<void> {
  const program = join(root, 'out/main/browser.js')
  const flags = ['--data-dir', dataDir, '--port', String(port), ...(opensBrowser ? [] : ['--no-open'])]
  process.argv = [process.execPath, program, ...flags]
  await import(pathToFileURL(program).href)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof OptionError)) throw error
  console.error(`${error.message}\n\n${help}`)
  process.exitCode = 1
}
