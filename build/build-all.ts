import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { mainConfig, preloadConfig, rendererConfig, root } from './vite-config.ts'

/** Written last, so that a build that was cut short counts as none. */
const stamp = join(root, 'out', '.built')

const sources = ['electron', 'renderer', 'shared', 'build', 'package.json', 'package-lock.json']

/** Builds everything that runs into out/. Returns the seconds it took. */
export async function buildAll(): Promise<number> {
  const start = performance.now()
  rmSync(stamp, { force: true })
  await build(rendererConfig())
  await build(mainConfig())
  await build(preloadConfig())
  writeFileSync(stamp, '')
  return (performance.now() - start) / 1000
}

/** Whether any source is newer than the last complete build. */
export function isBuildStale(): boolean {
  if (!existsSync(stamp)) return true
  const built = statSync(stamp).mtimeMs
  return sources.some((source) => newest(join(root, source)) > built)
}

/** The latest change of a file, or of anything in a folder, in milliseconds. */
function newest(path: string): number {
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
