import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, Menu, protocol, session } from 'electron'
import packageJson from '../../../package.json' with { type: 'json' }
import type { Log } from '../../core/log.ts'
import type { AppDoor } from '../app-door.ts'
import { createAssets } from '../assets.ts'
import { type CreateApp, openApp } from '../open-app.ts'
import { appAddress, appScheme } from './address.ts'
import { offerContextMenu } from './context-menu.ts'
import { followDueDays } from './due-notice.ts'
import { followLifeCycle } from './life-cycle.ts'
import { menuTemplate } from './menu.ts'
import { followMishaps, tellUncaughtErrors } from './mishaps.ts'
import { answerPage } from './page-calls.ts'
import { createProtocolHandler, schemePrivileges } from './protocol.ts'
import { lockDownContents, lockDownSession } from './security.ts'
import { createWindow } from './window.ts'

export type DesktopOptions = {
  dataDir: string
  createApp: CreateApp
  /** The built renderer. */
  rendererFolder: string
  /** The built preload script. */
  preload: string
  log: Log
}

/** From this size on, in bytes, opening takes long enough that the page has to stand first and say so. */
const large = 64 * 1024 * 1024

/**
 * Runs the desktop host until its window is closed. Call it while the entry module loads, without waiting
 * for it: Electron gets ready only after that.
 */
export async function startDesktop(options: DesktopOptions): Promise<void> {
  const { dataDir, log } = options
  protocol.registerSchemesAsPrivileged([schemePrivileges])
  app.enableSandbox()
  placeProfile(join(dataDir, 'chromium'))
  if (refusesRemoteDebugging() || !app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  tellUncaughtErrors(log)
  lockDownContents(app)
  describeApp()
  await app.whenReady()
  lockDownSession(session.defaultSession)
  await openWindow(options)
}

/** The window stands at once; the core opens behind it. */
async function openWindow({
  dataDir,
  createApp,
  rendererFolder,
  preload,
  log,
}: DesktopOptions): Promise<void> {
  const opened = Promise.withResolvers<AppDoor | { problem: string }>()
  const asked = Promise.withResolvers<void>()
  const handler = createProtocolHandler(opened.promise, createAssets(rendererFolder), asked.resolve)
  protocol.handle(appScheme, handler)
  const icon = join(rendererFolder, 'icon.png')
  const window = createWindow({ dataDir, preload, isPackaged: app.isPackaged, icon })
  const nameUndo = showMenu(window)
  offerContextMenu(window.webContents)
  followMishaps(window, log)
  if (sizeOf(join(dataDir, 'evenkeel.db')) > large) await asked.promise
  const door = await openApp(dataDir, createApp)
  opened.resolve(door)
  const isProblem = 'problem' in door
  const notices = isProblem ? undefined : followDueDays({ dataDir, window, door })
  answerPage({ window, door: isProblem ? undefined : door, nameUndo, notices })
  followLifeCycle({ window, door: isProblem ? { close: async () => {} } : door })
  // What says so takes the place of the page that was loading.
  if (isProblem) void window.loadURL(appAddress)
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** A packaged Evenkeel cannot be steered from outside: taken away this early, the switches open nothing. */
function refusesRemoteDebugging(): boolean {
  if (!app.isPackaged) return false
  const asked = ['remote-debugging-port', 'remote-debugging-pipe'].filter((name) =>
    app.commandLine.hasSwitch(name),
  )
  for (const name of asked) app.commandLine.removeSwitch(name)
  return asked.length > 0
}

/** Chromium's own files lie beside ours, not in a folder that Windows may sync. */
function placeProfile(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    app.setPath('userData', folder)
  } catch {
    // A folder that cannot be written is told on the page that opens instead of the app.
  }
}

/** What the About box says. Nothing looks for a newer version by itself. */
function describeApp(): void {
  app.setAboutPanelOptions({
    applicationName: 'Evenkeel',
    applicationVersion: packageJson.version,
    version: `Electron ${process.versions.electron}`,
    copyright: 'MIT licence. The licences of what it is built with are in its program folder.',
    credits: `Newer versions: ${packageJson.homepage}`,
    website: packageJson.homepage,
  })
}

/** Shows the native menu; the returned function names what Undo would take back. */
function showMenu(window: BrowserWindow): (undoLabel: string | null) => void {
  let shown: string | null | undefined
  const show = (undoLabel: string | null) => {
    if (undoLabel === shown || window.isDestroyed()) return
    shown = undoLabel
    const template = menuTemplate({
      platform: process.platform,
      isPackaged: app.isPackaged,
      send: (command) => {
        if (!window.isDestroyed()) window.webContents.send('menu-command', command)
      },
      showAbout: () => app.showAboutPanel(),
      undoLabel,
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  show(null)
  return show
}
