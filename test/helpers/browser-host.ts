import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../..')

export type BrowserHost = {
  /** The one-time link it printed. */
  link: string
  /** Everything it printed, line by line. */
  lines: string[]
  /** Asks it to close (SIGTERM) and resolves to its exit code. */
  stop: () => Promise<number | null>
  /** Ends it without warning (SIGKILL). */
  kill: () => Promise<void>
}

/** Runs the built browser host as `npm start -- --browser --no-open` does, until its link is printed. */
export async function startBrowserHost(dataDir: string, flags: readonly string[] = []): Promise<BrowserHost> {
  const { child, lines, exit } = run(['--no-open', '--data-dir', dataDir, ...flags])
  const link = await linkIn(child, exit, lines)
  return {
    link,
    lines,
    async stop() {
      child.kill('SIGTERM')
      return exit
    },
    async kill() {
      child.kill('SIGKILL')
      await exit
    },
  }
}

/** Runs it to its end: what it printed, and its exit code. */
export async function runBrowserHost(
  flags: readonly string[],
): Promise<{ exitCode: number | null; lines: string[] }> {
  const { lines, exit } = run(flags)
  return { exitCode: await exit, lines }
}

function run(flags: readonly string[]) {
  const program = join(root, 'out/main/browser.js')
  const child = spawn(process.execPath, [program, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output }).on('line', (line) => lines.push(line))
  }
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, lines, exit }
}

function linkIn(child: ChildProcess, exit: Promise<unknown>, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const link = lines.map((line) => /^Evenkeel is running at (\S+)$/.exec(line)?.[1]).find(Boolean)
      if (link) resolve(link)
    })
    void exit.then(() => reject(new Error(`The browser host ended before its link:\n${lines.join('\n')}`)))
  })
}
