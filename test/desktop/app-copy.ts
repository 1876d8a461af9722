import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What the packaged app leaves out too. */
const needless = /[\\/](better-sqlite3[\\/](deps|src)|exceljs[\\/]dist)$/

/**
 * A driver that attaches while the window loads its first page waits for ever for a page that is replaced meanwhile.
 * So an app it drives is ready only once it says so, by the name that Playwright gives to its own such switch.
 */
const held = `import { app } from 'electron'
if (process.argv.includes('--remote-debugging-port=0')) {
  const ready = app.whenReady()
  const attached = new Promise((resolve) => {
    globalThis.__playwright_run = resolve
  })
  app.whenReady = () => attached.then(() => ready)
}
`

/** Copies the built app to `folder`, to be driven there. */
export function copyApp(folder: string, addon?: string): void {
  copyParts(folder, addon)
  writeFileSync(join(folder, 'out/main/held.js'), held)
  const told = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...told, main: 'out/main/test-entry.js' }))
  writeFileSync(join(folder, 'out/main/test-entry.js'), "import './held.js'\nimport './desktop.js'\n")
}

/** Copies what the built app consists of: its code, its screens, and the packages left as imports. */
export function copyParts(folder: string, addon?: string): void {
  mkdirSync(folder, { recursive: true })
  cpSync(join(root, 'out'), join(folder, 'out'), { recursive: true })
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  for (const path of installedForUse()) {
    const filter = (source: string) => !needless.test(source)
    cpSync(join(root, path), join(folder, path), { recursive: true, filter })
  }
  if (addon) cpSync(addon, join(folder, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node'))
}

type Locked = { packages: Record<string, { dev?: boolean; optional?: boolean }> }

/** Folders of the packages that are neither for development nor a program of their own. */
function installedForUse(): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Locked
  return Object.entries(packages)
    .filter(([path, { dev, optional }]) => path !== '' && !dev && !optional)
    .map(([path]) => path)
}
