import { readFileSync, writeFileSync } from 'node:fs'
import { release } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow, safeStorage } from 'electron'
import packageJson from '../../../package.json' with { type: 'json' }
import { placesOf } from '../../core/safety/places.ts'
import { readSecondFolder } from '../../core/safety/second-folder.ts'
import { checkBackups, checkDatabase, type Finding, probeWrites } from '../../core/safety/state-in-words.ts'
import { fusesAmiss, programWithFuses } from './fuses.ts'
import { webPreferences } from './window.ts'

/** Looks at this computer and the data, opens no window, and says in words an owner can send on what it found. */
async function selfCheck(dataDir: string): Promise<{ report: string; isFine: boolean }> {
  const places = placesOf(dataDir, 'own')
  const findings = [
    await checkSandbox(),
    checkFuses(),
    checkKeychain(),
    probeWrites(dataDir),
    checkDatabase(places),
    checkBackups(places, readSecondFolder(dataDir)),
  ]
  const lines = findings.map(
    ({ isFine, what, words }) => `${markOf(isFine)}  ${what}: ${words.replace(/\.$/, '')}.`,
  )
  const system = `${process.platform} ${release()} ${process.arch}`
  const about = `Evenkeel ${packageJson.version}, Electron ${process.versions.electron}, ${system}`
  const report = [about, `Data folder: ${dataDir}`, '', ...lines, ''].join('\n')
  return { report, isFine: findings.every(({ isFine }) => isFine !== false) }
}

function markOf(isFine: Finding['isFine']): string {
  if (isFine === null) return '–   '
  return isFine ? 'OK  ' : 'LOOK'
}

/** Keeps the report beside the data too: a program with a window has no terminal on Windows. */
export async function runSelfCheck(dataDir: string): Promise<void> {
  app.enableSandbox()
  await app.whenReady()
  const { report, isFine } = await selfCheck(dataDir)
  process.stdout.write(report)
  try {
    writeFileSync(join(dataDir, 'self-check.txt'), report, { mode: 0o600 })
  } catch {
    // The report says that the folder cannot be written to.
  }
  app.exit(isFine ? 0 : 1)
}

/** Asked of the process of a page, not of what we wished for. */
async function checkSandbox(): Promise<Finding> {
  const what = 'Sandbox'
  const window = new BrowserWindow({ show: false, webPreferences })
  try {
    await window.loadURL('data:text/html,Evenkeel')
    const isFine = isSandboxed(window.webContents.getOSProcessId())
    return { isFine, what, words: isFine ? 'pages run inside it' : 'pages run outside it' }
  } finally {
    window.destroy()
  }
}

function isSandboxed(pid: number): boolean {
  if (process.platform === 'linux') return /^Seccomp:\s*2$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return app.getAppMetrics().some((process) => process.pid === pid && process.sandboxed === true)
}

function checkFuses(): Finding {
  const what = 'Fuses'
  if (!app.isPackaged)
    return { isFine: null, what, words: 'not looked at: this is not the installed program' }
  const amiss = fusesAmiss(readFileSync(programWithFuses(process.execPath, process.platform)))
  if (amiss === null) return { isFine: false, what, words: 'this program has none' }
  const words = amiss.length === 0 ? 'all as shipped' : `not as shipped: ${amiss.join(', ')}`
  return { isFine: amiss.length === 0, what, words }
}

/** Without a keychain an API key is kept in memory only: less convenient, and nothing is wrong. */
function checkKeychain(): Finding {
  const name = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform
  const isUsable = safeStorage.isEncryptionAvailable() && !['basic_text', 'unknown'].includes(name)
  const words = isUsable ? `${name} keeps an API key` : `${name}; an API key is kept until Evenkeel closes`
  return { isFine: true, what: 'Keychain', words }
}
