import { BrowserWindow, nativeTheme, screen } from 'electron'
import { appAddress } from './address.ts'
import { fitToScreens, readWindowState, writeWindowState } from './window-state.ts'

/** Everything that decides what the page may do. Said in full, so that no default can change it. */
export const webPreferences = Object.freeze({
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  webviewTag: false,
  // Where the system checks the spelling itself; on Linux Chromium would download dictionaries.
  spellcheck: process.platform !== 'linux',
})

export type WindowOptions = {
  dataDir: string
  preload: string
  isPackaged: boolean
  /** For the task bar of Linux; elsewhere the program has its own. */
  icon: string
}

/** Opens the window where it was last, and shows it once there is something to see. */
export function createWindow({ dataDir, preload, isPackaged, icon }: WindowOptions): BrowserWindow {
  const state = readWindowState(dataDir)
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    width: 1366,
    height: 820,
    ...fitToScreens(state?.bounds, workAreas),
    minWidth: 900,
    minHeight: 600,
    title: 'Evenkeel',
    ...(process.platform === 'linux' && { icon }),
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14171a' : '#ffffff',
    webPreferences: { ...webPreferences, devTools: !isPackaged, preload },
  })
  if (state?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () =>
    writeWindowState(dataDir, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }),
  )
  void window.loadURL(appAddress)
  return window
}
