import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The Electron program inside its package, once it has been downloaded; undefined before. */
export function electronProgram(packageFolder: string): string | undefined {
  const pathFile = join(packageFolder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const program = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : undefined
}

export type Download = 'ready' | 'failed' | 'slow'

/**
 * Downloads Electron by its own installer, and waits `limitMs` for it. A slow download goes on while this
 * process runs, so that the next start may find it done.
 */
export function downloadElectron(packageFolder: string, limitMs: number): Promise<Download> {
  const installer = spawn(process.execPath, [join(packageFolder, 'install.js')], { stdio: 'ignore' })
  process.once('exit', () => installer.kill())
  return Promise.race([ended(installer), elapsed(limitMs, installer)])
}

function ended(installer: ChildProcess): Promise<Download> {
  return new Promise((resolve) => {
    installer.once('error', () => resolve('failed'))
    installer.once('exit', (code) => resolve(code === 0 ? 'ready' : 'failed'))
  })
}

function elapsed(limitMs: number, installer: ChildProcess): Promise<Download> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      installer.unref()
      resolve('slow')
    }, limitMs)
    installer.once('close', () => clearTimeout(timer))
  })
}

const fileName = 'launcher.json'

/** Whether an earlier start found that Electron cannot be had. */
export function isDesktopGivenUp(dataDir: string): boolean {
  try {
    const remembered: unknown = JSON.parse(readFileSync(join(dataDir, fileName), 'utf8'))
    return typeof remembered === 'object' && remembered !== null && 'desktop' in remembered
      ? remembered.desktop === 'unavailable'
      : false
  } catch {
    return false
  }
}

/** Remembers, or forgets, that Electron cannot be had. A folder that cannot be written is asked again. */
export function rememberDesktop(dataDir: string, isAvailable: boolean): void {
  const path = join(dataDir, fileName)
  try {
    if (isAvailable) {
      rmSync(path, { force: true })
      return
    }
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(path, JSON.stringify({ desktop: 'unavailable' }), { mode: 0o600 })
  } catch {
    // Only the next start takes longer.
  }
}
