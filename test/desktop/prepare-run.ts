import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isBuildStale } from '../../build/stamp.ts'
import { type Packaged, packageApp } from './package-app.ts'
import { openScreen, prepareApp } from './prepare-app.ts'
import type { Runtime } from './runtime.ts'

const root = join(import.meta.dirname, '../..')

/** Runs a program of this project and passes on what it says; its exit code. */
function node(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): number {
  const options = { cwd: root, stdio: 'inherit' as const, env: { ...process.env, ...env } }
  return spawnSync(process.execPath, [join(root, program), ...args], options).status ?? 1
}

/** Whether the build is as new as the sources, built now where it was not. */
export const isBuilt = () => !isBuildStale() || node('build/build.ts', []) === 0

export type Prepared = {
  packaged: Packaged | undefined
  /** Runs journeys by Playwright with flags of its own; the exit code. */
  journeys: (flags: readonly string[], env?: NodeJS.ProcessEnv) => number
  close: () => void
}

/** The built app, a screen and the sample company, in `folder`; packaged too where that is asked for. */
export async function prepareRun(
  runtime: Runtime,
  folder: string,
  isPackagedAsked: boolean,
): Promise<Prepared> {
  const command = prepareApp(runtime, folder)
  const makeSample = [join(root, 'build/sample.ts'), '--out', join(folder, 'sample')]
  const [packaged] = await Promise.all([
    isPackagedAsked ? packageApp(runtime, folder) : undefined,
    promisify(execFile)(process.execPath, makeSample),
  ])
  const screen = await openScreen()
  const surroundings = {
    EVENKEEL_DESKTOP_COMMAND: JSON.stringify(command),
    ...(packaged && { EVENKEEL_DESKTOP_PACKAGED: JSON.stringify({ ...packaged, kind: runtime.kind }) }),
    EVENKEEL_DESKTOP_FOLDER: folder,
    ...(screen && { DISPLAY: screen.name }),
  }
  return {
    packaged,
    journeys: (flags, env = {}) =>
      node(
        'node_modules/@playwright/test/cli.js',
        ['test', '--config', 'test/desktop/playwright.config.ts', ...flags],
        { ...surroundings, ...env },
      ),
    close: () => void screen?.process.kill(),
  }
}
