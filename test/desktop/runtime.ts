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
    return { kind: 'stand-in', ...prepareStandIn() }
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return { missing: `Electron is not downloaded, and its stand-in could not be prepared: ${why}` }
  }
}

function installOnDebian(packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  const options = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options)
}
