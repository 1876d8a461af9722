import { app, type BrowserWindow, dialog } from 'electron'
import type { Log } from '../../core/log.ts'
import { stoppedAddress } from './address.ts'

/** Two crashes within this time, in milliseconds, are told instead of tried again. */
const tooSoon = 60_000

/** A page that crashed comes back to the same place, once; one that hangs is asked about; the rest is logged. */
export function followMishaps(window: BrowserWindow, log: Log): void {
  const { webContents } = window
  let lastCrash = Number.NEGATIVE_INFINITY
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.unexpected(`The page ended by itself: ${reason} (${exitCode})`)
    const isAgain = performance.now() - lastCrash < tooSoon
    lastCrash = performance.now()
    // Not within the notice itself: the frame that has gone is still in the way.
    setImmediate(() => {
      if (window.isDestroyed()) return
      if (isAgain) void window.loadURL(stoppedAddress)
      else webContents.reload()
    })
  })
  let question: AbortController | undefined
  window.on('unresponsive', () => {
    question = new AbortController()
    void askAboutHanging(window, question.signal)
  })
  window.on('responsive', () => question?.abort())
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.unexpected(`A part of Chromium ended: ${type}, ${reason} (${exitCode})`)
  })
}

async function askAboutHanging(window: BrowserWindow, signal: AbortSignal): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Evenkeel',
    message: 'The page does not answer.',
    detail: 'Everything up to your last answer is saved. Wait a little longer, or load the page again.',
    buttons: ['Wait', 'Load it again'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  })
  if (response === 1) window.webContents.forcefullyCrashRenderer()
}

/** Errors that nothing caught: in the log with a reference, and told once. Evenkeel goes on. */
export function tellUncaughtErrors(log: Log): void {
  let isTelling = false
  const tell = (error: unknown) => {
    const message = log.unexpected(error)
    if (isTelling || !app.isReady()) return
    isTelling = true
    void dialog.showMessageBox({ type: 'error', title: 'Evenkeel', message }).finally(() => {
      isTelling = false
    })
  }
  process.on('uncaughtException', tell)
  process.on('unhandledRejection', tell)
}
