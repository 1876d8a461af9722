import { app, type BrowserWindow, dialog, powerMonitor } from 'electron'
import type { AppDoor } from '../app-door.ts'

type Life = { window: BrowserWindow; door: Pick<AppDoor, 'close' | 'work'> }

/**
 * How the app ends. What is saved is on the disk already, so nothing here ever stands in the way of the system's own
 * shutdown; only the owner's own wish to quit is answered with a question, and only while something is at work.
 */
export function followLifeCycle({ window, door }: Life): void {
  const { work } = door
  let mayClose = false
  let isClosing = false
  let isClosed = false
  const endNow = () => {
    mayClose = true
  }
  powerMonitor.on('shutdown', endNow)
  window.on('query-session-end', endNow)
  window.on('session-end', endNow)

  window.on('close', (event) => {
    if (mayClose || !work || work.count() === 0) return
    event.preventDefault()
    void askBeforeClosing(window, work).then((mayGo) => {
      if (!mayGo) return
      mayClose = true
      app.quit()
    })
  })
  // Begun here, closing is over before the app ends, unless a backup is being written.
  window.on('closed', () => {
    isClosing = true
    void door.close().finally(() => {
      isClosed = true
    })
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (isClosed || mayClose) return
    event.preventDefault()
    void door.close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
  app.on('second-instance', () => {
    if (isClosing || window.isDestroyed()) {
      // Whoever starts Evenkeel while it ends gets it again, once the data is free.
      app.relaunch()
      return
    }
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  })
}

/** Whether the window may go: the work is over, or is to be stopped. */
async function askBeforeClosing(window: BrowserWindow, work: NonNullable<AppDoor['work']>): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Evenkeel',
    message: 'Evenkeel is still at work.',
    detail: 'An import, an export or a model test is running. Stopped now, it has to be started again.',
    buttons: ['Quit when it is done', 'Stop it and quit', 'Do not quit'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  if (response === 0) await work.ended()
  return response !== 2
}
