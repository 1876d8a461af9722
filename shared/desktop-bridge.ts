import type { MenuCommand } from './menu-command.ts'

/** What became of something to be saved: its name as the owner chose it, or a problem in words for the owner. */
export type Saved = { name: string } | 'cancelled' | { problem: string }

/** The channels on which the desktop's page asks the host for what the web platform lacks. */
export const pageCalls = {
  savePdf: 'save-pdf',
  saveFile: 'save-file',
  showSaved: 'show-saved',
  nameUndo: 'name-undo',
  dueNotices: 'due-notices',
} as const

/** `window.evenkeel`, set by the desktop preload only: what the web platform lacks. */
export type DesktopBridge = {
  /** `darwin`, `win32` or `linux`. */
  readonly platform: string
  /** Calls back for each menu command; the returned function stops that. */
  readonly onMenuCommand: (callback: (command: MenuCommand) => void) => () => void
  /** Saves the page as it is now under a name that the owner confirms. */
  readonly savePdf: (name: string) => Promise<Saved>
  /** Saves a file that the core has made where the owner says. */
  readonly saveFile: (fileId: string, name: string) => Promise<Saved>
  /** Shows in its folder what was saved last. */
  readonly showSaved: () => Promise<void>
  /** What Undo in the menu would take back; null while nothing. */
  readonly nameUndo: (label: string | null) => Promise<void>
  /** Whether the owner is told on the day a review is due; changed first where a new answer is sent. */
  readonly dueNotices: (isOn?: boolean) => Promise<boolean>
}
