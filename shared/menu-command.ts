/** What the native menu can ask of the renderer. */
export const menuCommands = [
  'new-review',
  'new-change',
  'new-signal',
  'import',
  'export',
  'back-up',
  'undo',
  'redo',
  'go-home',
  'go-reviews',
  'go-workflows',
  'go-foundation',
  'go-changes',
  'go-reports',
  'go-settings',
  'show-keys',
  'open-sample-company',
] as const

export type MenuCommand = (typeof menuCommands)[number]

/** What became of a page to be saved as a PDF; a problem is told in words for the owner. */
export type SavedPdf = 'saved' | 'cancelled' | { problem: string }

/** The channel on which the desktop's page asks for it. */
export const savePdfChannel = 'save-pdf'

/** `window.evenkeel`, set by the desktop preload only: what the web platform lacks. */
export type DesktopBridge = {
  /** `darwin`, `win32` or `linux`. */
  readonly platform: string
  /** Calls back for each menu command; the returned function stops that. */
  readonly onMenuCommand: (callback: (command: MenuCommand) => void) => () => void
  /** Saves the page as it is now under a name that the owner confirms. */
  readonly savePdf: (name: string) => Promise<SavedPdf>
}
