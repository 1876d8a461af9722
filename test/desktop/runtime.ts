import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { electronProgram } from '../../build/electron-runtime.ts'
import { prepareStandIn } from './stand-in.ts'

/** An Electron to run the built app in; the stand-in brings a database driver of its own. */
export type Runtime = { kind: 'own' | 'stand-in'; program: string; addon?: string }

const root = join(import.meta.dirname, '../..')

/** What the stand-in and its screen need of Debian, by the file that tells whether it is there. */
const debianPackages: Readonly<Record<string, string>> = {
  '/usr/bin/Xvfb': 'xvfb',
  '/usr/bin/unzip': 'unzip',
  '/usr/bin/g++': 'g++',
  '/usr/lib/x86_64-linux-gnu/libgtk-3.so.0': 'libgtk-3-0',
  '/usr/lib/x86_64-linux-gnu/libnss3.so': 'libnss3',
  '/usr/lib/x86_64-linux-gnu/libasound.so.2': 'libasound2',
  '/usr/lib/x86_64-linux-gnu/libgbm.so.1': 'libgbm1',
  '/usr/lib/x86_64-linux-gnu/libnotify.so.4': 'libnotify4',
  '/usr/lib/x86_64-linux-gnu/libsecret-1.so.0': 'libsecret-1-0',
}

/** Electron's own runtime where it was downloaded, else a stand-in where one can be prepared, else why not. */
export function findRuntime(): Runtime | { missing: string } {
  const own = electronProgram(join(root, 'node_modules/electron'))
  if (own) return { kind: 'own', program: own }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: 'Electron is not downloaded, and its stand-in runs on Linux (x64) only' }
  }
  const missing = Object.keys(debianPackages).filter((file) => !existsSync(file))
  if (missing.length > 0) installOnDebian(missing.flatMap((file) => debianPackages[file] ?? []))
  const stillMissing = missing.filter((file) => !existsSync(file))
  if (stillMissing.length > 0) {
    return { missing: `Electron is not downloaded, and its stand-in needs ${stillMissing.join(', ')}` }
  }
  try {
    const standIn = prepareStandIn()
    const why = whyItCannotRun(standIn.program)
    return why ? { missing: `Electron is not downloaded, and ${why}` } : { kind: 'stand-in', ...standIn }
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return { missing: `Electron is not downloaded, and its stand-in could not be prepared: ${why}` }
  }
}

/** A computer that lets no program have a sandbox, or lacks one of its libraries, is not the app's fault. */
function whyItCannotRun(program: string): string | undefined {
  const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--']
  const before = process.getuid?.() === 0 ? asNobody : []
  const runs = (...command: string[]) => {
    const [first = '', ...rest] = [...before, ...command]
    return spawnSync(first, rest, { cwd: '/', stdio: 'ignore', timeout: 60_000 }).status === 0
  }
  if (!runs('unshare', '--user', 'true')) return 'its stand-in may have no sandbox of its own here'
  // Without an app it starts as Node alone; its libraries are needed all the same.
  return runs('env', 'ELECTRON_RUN_AS_NODE=1', program, '--eval', '0')
    ? undefined
    : 'its stand-in does not start here'
}

function installOnDebian(packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  const options = {
    stdio: 'ignore' as const,
    timeout: 240_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options)
}
