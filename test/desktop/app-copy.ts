import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What the packaged app leaves out too. */
const needless = /[\\/](better-sqlite3[\\/](deps|src)|exceljs[\\/]dist)$/

/** Copies what the built app consists of to `folder`: its code, its screens, and the packages left as imports. */
export function copyApp(folder: string, addon?: string): void {
  mkdirSync(folder, { recursive: true })
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  cpSync(join(root, 'out'), join(folder, 'out'), { recursive: true })
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
