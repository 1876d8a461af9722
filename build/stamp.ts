import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The project's folder. */
export const root = join(import.meta.dirname, '..')

/** Written last, so that a build that was cut short counts as none. */
const stamp = join(root, 'out', '.built')

const sources = ['electron', 'renderer', 'shared', 'build', 'package.json', 'package-lock.json']

/** Call before anything in out/ changes. */
export function markBuildBegun(): void {
  rmSync(stamp, { force: true })
}

/** Call when everything in out/ is there. */
export function markBuildDone(): void {
  writeFileSync(stamp, '')
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
