import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, Menu, protocol, session } from 'electron'
import type { AppDoor } from '../app-door.ts'
import { createAssets } from '../assets.ts'
import { type CreateApp, openApp } from '../open-app.ts'
import { problemPage } from '../problem-page.ts'
import { appScheme } from './address.ts'
import { menuTemplate } from './menu.ts'
import { createProtocolHandler, schemePrivileges } from './protocol.ts'
import { answerSavePdf } from './save-pdf.ts'
import { lockDownContents, lockDownSession } from './security.ts'
import { createWindow } from './window.ts'

export type DesktopOptions = {
  dataDir: string
  createApp: CreateApp
  /** The built renderer. */
  rendererFolder: string
  /** The built preload script. */
  preload: string
}

/**
 * Runs the desktop host until its window is closed. Call it while the entry module loads, without waiting
 * for it: Electron gets ready only after that.
 */
export async function startDesktop(options: DesktopOptions): Promise<void> {
  const { dataDir } = options
  protocol.registerSchemesAsPrivileged([schemePrivileges])
  app.enableSandbox()
  placeProfile(join(dataDir, 'chromium'))
  if (refusesRemoteDebugging() || !app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  lockDownContents(app)
  await app.whenReady()
  lockDownSession(session.defaultSession)
  const door = await openDoor(options)
  protocol.handle(appScheme, door.fetch)
  answerSavePdf()
  const window = createWindow({ dataDir, preload: options.preload, isPackaged: app.isPackaged })
  showMenu(window)
  bringForwardOnSecondStart(window)
  app.on('window-all-closed', () => app.quit())
  closeBeforeQuit(door.close)
}

/** A packaged Evenkeel cannot be steered from outside. */
function refusesRemoteDebugging(): boolean {
  const switches = ['remote-debugging-port', 'remote-debugging-pipe']
  return app.isPackaged && switches.some((name) => app.commandLine.hasSwitch(name))
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

async function openDoor({ dataDir, createApp, rendererFolder }: DesktopOptions): Promise<AppDoor> {
  const opened = await openApp(dataDir, createApp)
  if ('problem' in opened) return { fetch: async () => problemPage(opened.problem), close: async () => {} }
  return { fetch: createProtocolHandler(opened.fetch, createAssets(rendererFolder)), close: opened.close }
}

function showMenu(window: BrowserWindow): void {
  const template = menuTemplate({
    platform: process.platform,
    isPackaged: app.isPackaged,
    send: (command) => window.webContents.send('menu-command', command),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function bringForwardOnSecondStart(window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
}

/** Quitting waits until the database is closed. */
function closeBeforeQuit(close: () => Promise<void>): void {
  let isClosed = false
  app.on('before-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
}
