import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { copyApp } from './app-copy.ts'
import type { Runtime } from './runtime.ts'

/** A screen of its own on Linux, where Xvfb is there; undefined where the system's own has to do. */
export async function openScreen(): Promise<{ name: string; process: ChildProcess } | undefined> {
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
export function prepareApp(runtime: Runtime, folder: string): string[] {
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
export function asNobody(program: string, folder: string): string {
  if (process.getuid?.() !== 0) return program
  const path = join(folder, `${basename(program)}-as-nobody`)
  const options = '--reuid=65534 --regid=65534 --clear-groups'
  writeFileSync(path, `#!/bin/sh\nexec setpriv ${options} -- '${program}' "$@"\n`, { mode: 0o755 })
  return path
}
