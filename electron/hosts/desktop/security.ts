import type { App, Session, WebContents } from 'electron'
import { isOwnAddress } from './address.ts'

/** Whatever page is ever loaded, it stays on our own address and opens nothing. */
export function lockDownContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => lockDown(contents))
}

function lockDown(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Pages that may be asked for at all: our own, and what they make themselves. */
const ownSchemes = ['app:', 'blob:', 'data:', 'devtools:']

/** An address where nothing answers. */
const noDictionaries = 'app://evenkeel/dictionaries/'

/** What the Copy buttons need: text onto the clipboard. Reading it is never allowed. */
const writesClipboard = 'clipboard-sanitized-write'

/**
 * No permission but writing text to the clipboard from our own pages, no device, no request beyond our own scheme;
 * only files made by the app are saved.
 */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(permission === writesClipboard && isOwnAddress(requestingUrl)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) =>
      permission === writesClipboard && isOwnAddress(requestingOrigin),
  )
  session.setDevicePermissionHandler(() => false)
  // Spelling is checked by the system alone: Chromium would otherwise download dictionaries.
  session.setSpellCheckerDictionaryDownloadURL(noDictionaries)
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !ownSchemes.some((scheme) => url.startsWith(scheme)) })
  })
  session.on('will-download', (event, item) => {
    const url = item.getURL()
    const isOwn = isOwnAddress(url.startsWith('blob:') ? url.slice('blob:'.length) : url)
    if (isOwn) item.setSaveDialogOptions({ defaultPath: item.getFilename() })
    else event.preventDefault()
  })
}
