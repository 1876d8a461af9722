import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..', '..')

export type RunningApp = {
  /** The one-time link. */
  link: string
  pid: number
  /** Ends it as a power switch would. */
  kill: () => Promise<void>
  /** Ends it as Ctrl+C would. */
  close: () => Promise<void>
}

/** Starts the built browser host on a data folder and waits for its link. Rejects with what it said instead. */
export async function startApp(
  dataDir: string,
  env: NodeJS.ProcessEnv = {},
  port = '0',
): Promise<RunningApp> {
  const child = spawn(
    process.execPath,
    [join(root, 'out/main/browser.js'), '--no-open', '--port', port, '--data-dir', dataDir],
    { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const said: string[] = []
  child.stderr.on('data', (data: Buffer) => said.push(data.toString()))
  const link = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      const found = /Evenkeel is running at (\S+)/.exec(line)
      if (found?.[1]) resolve(found[1])
    })
    child.once('exit', () => reject(new Error(`Evenkeel did not start: ${said.join('\n')}`)))
  })
  const end = (signal: 'SIGKILL' | 'SIGINT') => async () => {
    if (hasEnded(child)) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return { link, pid: child.pid ?? 0, kill: end('SIGKILL'), close: end('SIGINT') }
}

/** What makes an app of its own start at noon UTC of `day`. */
export function startingOn(day: string): NodeJS.ProcessEnv {
  return {
    NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'other-day.ts'))}`,
    EVENKEEL_TEST_CLOCK_SHIFT_MS: String(Date.parse(`${day}T12:00:00Z`) - Date.now()),
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null
