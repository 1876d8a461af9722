import { downloadElectron, electronProgram, isDesktopGivenUp, rememberDesktop } from './electron-runtime.ts'
import type { StartOptions } from './start-options.ts'

export type ChosenHost = { kind: 'desktop'; program: string } | { kind: 'browser' }

export type Surroundings = {
  /** node_modules/electron */
  electronPackage: string
  /** How long the download may take before the decision falls, in milliseconds. */
  limitMs: number
  /** False where there is nothing to show a window on. */
  hasScreen: boolean
  say: (line: string) => void
}

/** Whether the computer has something to show a window on: Linux may not. */
export function hasScreen(platform: string, env: Readonly<Record<string, string | undefined>>): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** The desktop window where Electron is there or can be had, else the browser, said in one line. */
export async function chooseHost(
  { host, dataDir }: Pick<StartOptions, 'host' | 'dataDir'>,
  { electronPackage, limitMs, hasScreen, say }: Surroundings,
): Promise<ChosenHost> {
  if (host === 'browser') return { kind: 'browser' }
  if (!hasScreen) {
    say('There is no screen to show a window on, so Evenkeel opens in the browser.')
    return { kind: 'browser' }
  }
  const present = electronProgram(electronPackage)
  if (present) return { kind: 'desktop', program: present }
  if (host === 'either' && isDesktopGivenUp(dataDir)) {
    say(
      'Evenkeel opens in your browser, as last time. To try for its own window again: npm start -- --desktop',
    )
    return { kind: 'browser' }
  }
  say('Getting the desktop window (Electron), for up to 15 seconds…')
  const download = await downloadElectron(electronPackage, limitMs)
  const program = electronProgram(electronPackage)
  rememberDesktop(dataDir, program !== undefined)
  if (program) return { kind: 'desktop', program }
  say(
    download === 'slow'
      ? 'Electron is still downloading, so Evenkeel opens in your browser. To try again: npm start -- --desktop'
      : 'Electron could not be downloaded, so Evenkeel opens in your browser. To try again: npm start -- --desktop',
  )
  return { kind: 'browser' }
}
