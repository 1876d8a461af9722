import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What the packaged app leaves out too. */
const needless = ['better-sqlite3/deps', 'better-sqlite3/src', 'exceljs/dist'].map((path) =>
  path.split('/').join(sep),
)

/** Copies what the built app consists of to `folder`: its code, its screens, and the packages left as imports. */
export function copyApp(folder: string, addon?: string): void {
  mkdirSync(folder, { recursive: true })
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  cpSync(join(root, 'out'), join(folder, 'out'), { recursive: true })
  for (const name of packagesOf('better-sqlite3', 'exceljs')) {
    const filter = (path: string) => !needless.some((end) => path.endsWith(join('node_modules', end)))
    cpSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true, filter })
  }
  if (addon) cpSync(addon, join(folder, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node'))
}

/** The packages and everything they need. */
function packagesOf(...names: string[]): Set<string> {
  const found = new Set<string>()
  const waiting = [...names]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const description = descriptionOf(name)
    if (!description || found.has(name)) continue
    found.add(name)
    waiting.push(...Object.keys(description.dependencies ?? {}))
  }
  return found
}

/** Undefined for a package that lies inside another one and comes with it. */
function descriptionOf(name: string): { dependencies?: Record<string, string> } | undefined {
  try {
    return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
  } catch {
    return undefined
  }
}
